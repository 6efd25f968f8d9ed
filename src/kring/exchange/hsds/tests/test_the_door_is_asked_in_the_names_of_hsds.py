"""Search, paging and filters of the door, by the names that HSDS gives them."""

import json
from datetime import timedelta

import pytest

from kring.exchange.hsds.taxonomies import BY_CODE, EXPECTING
from kring.exchange.hsds.tests.feeding import HOUSE, NOW, read, service
from kring.offer.directory.actions import put_aside
from kring.offer.directory.models import Eligibility, Service, ServiceArea
from kring.offer.directory.tests.offering import BY, playgroup

pytestmark = pytest.mark.django_db


def key(number: int) -> str:
    """An id."""
    return f"{number:08d}-0000-4000-8000-00000000000a"


def names(said: dict) -> list[str]:
    """The names of what is on a page."""
    return [one["name"] for one in said["contents"]]


def feed(*wanted: str) -> None:
    """A feed with services of these names."""
    read([service(id=key(place), name=name) for place, name in enumerate(wanted)])


def test_pages_add_up(ask):
    feed("a", "b", "c", "d", "e")
    pages = [ask("/services", page=str(number), per_page="2") for number in (1, 2, 3, 4)]
    assert [names(one) for one in pages] == [["a", "b"], ["c", "d"], ["e"], []]
    assert {(one["total_items"], one["total_pages"]) for one in pages} == {(5, 3)}
    assert [one["size"] for one in pages] == [2, 2, 1, 0]
    assert [one["first_page"] for one in pages] == [True, False, False, False]
    assert [one["last_page"] for one in pages] == [False, False, True, True]
    assert [one["empty"] for one in pages] == [False, False, False, True]


def test_nothing_is_an_empty_page(ask):
    said = ask("/services")
    assert (said["total_items"], said["total_pages"], said["empty"]) == (0, 0, True)
    assert (said["first_page"], said["last_page"]) == (True, True)


def test_words_are_looked_for(ask):
    feed("Speelgroep De Bij", "Kinderopvang")
    assert names(ask("/services", search="bij speel")) == ["Speelgroep De Bij"]
    assert names(ask("/services", search="bij opvang")) == []
    assert names(ask("/organizations", search="HUIS")) == ["Huis"]
    assert len(names(ask("/taxonomy_terms", search="jeugdhulp"))) == 1


def test_what_changed_and_what_stopped(ask):
    feed("a", "b")
    later = NOW + timedelta(days=1)
    read([service(id=key(0), name="c")], at=later)
    assert names(ask("/services")) == ["c"]
    said = ask("/services", modified_after=later.isoformat())
    assert {(one["name"], one["status"]) for one in said["contents"]} == {
        ("c", "active"),
        ("b", "defunct"),
    }
    after = ask("/services", modified_after=(later + timedelta(seconds=1)).isoformat())
    assert names(after) == []
    assert names(ask("/services", modified_after="2026-11-02 00:00:00")) != []


def test_what_is_put_aside_is_not_there(ask):
    kept = playgroup()
    assert names(ask("/services")) == ["Speelgroep"]
    put_aside(service=kept, **BY)
    assert names(ask("/services")) == names(ask("/services", modified_after="2020-01-01")) == []
    assert ask("/service_at_locations")["contents"] == []
    ask(f"/services/{kept.key}", status=404)
    assert ask(f"/organizations/{kept.organization.key}")["services"] == []


def test_terms_and_owners_filter(ask):
    kept = playgroup(eligibility=Eligibility(expecting=True))
    feed("vreemd")
    domain, situation = BY_CODE["life_domain"], BY_CODE["situation"]
    for term in (domain.term_key("cohesion"), situation.term_key(EXPECTING)):
        assert names(ask("/services", taxonomy_term_id=str(term))) == ["Speelgroep"]
        assert len(ask("/service_at_locations", taxonomy_term_id=str(term))["contents"]) == 1
    assert names(ask("/services", taxonomy_term_id=str(domain.term_key("money")))) == []
    assert names(ask("/services", taxonomy_id=str(domain.key))) == ["Speelgroep"]
    assert names(ask("/services", taxonomy_id="iets")) == []
    assert names(ask("/services", organization_id=HOUSE)) == ["vreemd"]
    assert names(ask("/services", organization_id=str(kept.organization.key))) == ["Speelgroep"]
    assert names(ask("/services", organization_id="iets")) == []


def test_terms_are_listed(ask):
    domain = BY_CODE["life_domain"]
    assert ask("/taxonomy_terms", taxonomy_id=str(domain.key))["total_items"] == 10
    assert ask("/taxonomy_terms", parent_id=str(domain.key))["total_items"] == 0
    every = ask("/taxonomy_terms", per_page="1000")["contents"]
    assert len({one["id"] for one in every}) == len(every)
    french = ask(f"/taxonomies/{domain.key}", language="fr-BE,nl;q=0.5")
    assert french["name"] != ask(f"/taxonomies/{domain.key}")["name"]


def test_near_a_postcode(ask):
    geel = ServiceArea(extent="13008", extent_type="nis")
    playgroup(parts=[geel])
    where = "/service_at_locations"
    assert ask(where, postcode="2440")["total_items"] == 1
    assert ask(where, postcode="9000")["total_items"] == 0
    assert ask(where, postcode="2440", proximity="5000")["total_items"] == 1
    assert ask(where, postcode="2440", proximity="0")["total_items"] == 0
    assert ask(where, postcode="2440", proximity="999999999")["total_items"] == 1


def test_all_of_it_line_by_line(client, monkeypatch):
    feed("a", "b", "c")
    monkeypatch.setattr("kring.exchange.hsds.queries.AT_ONCE", 2)
    answer = client.get("/hsds/3.0/services", {"format": "ndjson", "full": "true"})
    assert answer["Content-Type"] == "application/x-ndjson"
    lines = b"".join(answer).decode().splitlines()
    assert [json.loads(line)["name"] for line in lines] == ["a", "b", "c"]
    terms = client.get("/hsds/3.0/taxonomies", {"format": "ndjson"})
    assert len(b"".join(terms).splitlines()) == len(BY_CODE)


def test_an_organisation_tells_its_services_briefly_or_whole(ask):
    feed("a")
    brief = ask(f"/organizations/{HOUSE}")
    assert [one["name"] for one in brief["services"]] == ["a"]
    assert "schedules" not in brief["services"][0]
    whole = ask(f"/organizations/{HOUSE}", full_service="true")
    assert "schedules" in whole["services"][0]
    (listed,) = ask("/organizations", full_service="true")["contents"]
    assert "schedules" in listed["services"][0]


def test_a_closed_one_says_so_and_a_stopped_one_can_be_asked(ask):
    kept = playgroup()
    Service.objects.filter(pk=kept.pk).update(state="defunct", withdrawn_at=NOW)
    assert names(ask("/services")) == []
    assert ask(f"/services/{kept.key}")["status"] == "defunct"


@pytest.mark.parametrize(
    ("path", "parameter", "value", "status"),
    [
        ("/services", "page", "0", 400),
        ("/services", "page", "²", 400),
        ("/services", "page", "", 400),
        ("/services", "per_page", "-1", 400),
        ("/services", "per_page", "veel", 400),
        ("/services", "full", "misschien", 400),
        ("/services", "minimal", "1", 400),
        ("/services", "format", "xml", 400),
        ("/services", "modified_after", "gisteren", 400),
        ("/services", "modified_after", "0001-01-01T00:00:00+14:00", 400),
        ("/service_at_locations", "postcode", "B-2440", 400),
        ("/service_at_locations", "postcode", "0000", 404),
        ("/service_at_locations", "proximity", "5000", 400),
        ("/taxonomy_terms", "top_only", "ja", 400),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(ask, path, parameter, value, status):
    said = ask(path, status=status, **{parameter: value})
    assert (said["status"], said["parameter"]) == (status, parameter)
    assert said["detail"].endswith(".")


@pytest.mark.parametrize("path", ["/services", "/organizations", "/service_at_locations"])
@pytest.mark.parametrize("found", ["iets", key(404), "%00"])
def test_what_there_is_not_is_not_found(ask, path, found):
    assert ask(f"{path}/{found}", status=404)["parameter"] == "id"


@pytest.mark.parametrize("words", ["x" * 10_000, "' OR 1=1 --", "\U0001f476", "\x00", "%_", "a " * 500])
def test_any_words_get_an_answer(ask, words):
    feed("a")
    for path in ("/services", "/organizations", "/service_at_locations", "/taxonomies"):
        assert "contents" in ask(path, search=words)
