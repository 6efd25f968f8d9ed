"""The lists and terms a feed describes its services with are asked and found as our own are."""

from pathlib import Path

import pytest

from kring.exchange.hsds.reading import open_file
from kring.exchange.hsds.taxonomies import BY_CODE
from kring.exchange.hsds.tests.feeding import NOW, read, service
from kring.exchange.hsds.tests.published import faults
from kring.offer.directory.models import ForeignTaxonomy, ForeignTerm, Source

pytestmark = pytest.mark.django_db
DATA = Path(__file__).parent / "data"
UK_LIST, UK_TERM = "5c4d79d7-cc55-470e-9f1f-8cad074e4892", "3f7b145d-84af-42d7-8fae-eaca714b02b2"
LIST = {"id": "thema", "name": "Thema", "description": "Waarover", "version": "2", "uri": "https://e.be"}
OLD, YOUNG = (
    {"id": name, "name": name, "description": name, "taxonomy_id": "thema"} for name in ("oud", "jong")
)


def described(*terms):
    """A service with these terms, told whole."""
    return service(attributes=[{"id": f"a{one['id']}", "taxonomy_term": one} for one in terms])


def names(said):
    """The names of what is on a page."""
    return [one["name"] for one in said["contents"]]


@pytest.mark.parametrize("form", ["taxonomy", "taxonomy_term"])
def test_the_uk_default_lists_go_round(ask, form):
    path, found = {"taxonomy": ("/taxonomies", UK_LIST), "taxonomy_term": ("/taxonomy_terms", UK_TERM)}[
        form
    ]
    plural = path.strip("/")
    report = read(open_file(DATA / f"{form}.json"), open_file(DATA / f"{form}_list.json"))
    assert (report.notes, report.counts[f"{plural}.new"]) == ([], 1)
    again = ask(f"{path}/{found}")
    assert open_file(DATA / f"{form}.json").items() <= again.items()
    assert faults(f"{path}/{{id}}", again) == []
    (said,) = open_file(DATA / f"{form}_list.json")["contents"]
    listed = ask(path, search="description", per_page="1000")
    assert faults(path, listed) == []
    assert [one for one in listed["contents"] if said.items() <= one.items()]


def test_a_term_of_a_feed_finds_its_services(ask):
    read([LIST], [described(OLD, YOUNG)])
    assert names(ask("/services", taxonomy_term_id="oud")) == ["Speelgroep"]
    assert names(ask("/services", taxonomy_id="thema")) == ["Speelgroep"]
    assert len(ask("/service_at_locations", taxonomy_term_id="jong")["contents"]) == 1
    assert names(ask("/services", taxonomy_term_id="thema")) == []


def test_a_term_that_is_only_named_finds_too(ask):
    read(service(attributes=[{"id": "a", "taxonomy_term_id": "verder"}]))
    assert names(ask("/services", taxonomy_term_id="verder")) == ["Speelgroep"]
    ask("/taxonomy_terms/verder", status=404)


def test_terms_are_listed_behind_our_own(ask):
    ours = ask("/taxonomy_terms")["total_items"]
    young = YOUNG | {"parent_id": "oud"}
    read([LIST], [described(OLD, young)])
    pages = [ask("/taxonomy_terms", page=str(number), per_page="1") for number in (ours, ours + 1)]
    assert [one["total_items"] for one in pages] == [ours + 2, ours + 2]
    assert names(pages[0]) != names(pages[1]) == ["oud"]
    assert names(ask("/taxonomy_terms", taxonomy_id="thema")) == ["oud", "jong"]
    assert names(ask("/taxonomy_terms", parent_id="oud")) == ["jong"]
    assert names(ask("/taxonomy_terms", taxonomy_id="thema", top_only="true")) == ["oud"]
    assert names(ask("/taxonomy_terms", search="JONG", taxonomy_id="thema")) == ["jong"]
    assert ask("/taxonomy_terms/jong")["taxonomy_detail"]["name"] == "Thema"
    assert "Thema" in names(ask("/taxonomies"))


def test_the_same_again_changes_nothing_and_another_word_does(ask):
    read([LIST], [described(OLD)])
    same = read([LIST], [described(OLD)])
    assert (same.counts["taxonomies.same"], same.counts["taxonomy_terms.same"]) == (1, 1)
    read([LIST | {"name": "Nieuw"}], [described(YOUNG)])
    assert ask("/taxonomies/thema")["name"] == "Nieuw"
    assert names(ask("/services", taxonomy_term_id="oud")) == []
    assert ask("/taxonomy_terms/oud")["name"] == "oud"


def test_two_feeds_with_one_list_say_it_once(ask):
    read([LIST])
    other = Source.objects.create(name="Andere", address="https://e.be", added_at=NOW)
    ForeignTaxonomy.objects.create(source=other, foreign_id="thema", said=LIST | {"name": "Later"})
    assert names(ask("/taxonomies", search="waarover uit")) == []
    assert names(ask("/taxonomies")).count("Thema") == 1
    assert "Later" not in names(ask("/taxonomies"))


def test_no_feed_changes_a_list_of_ours(ask):
    ours = BY_CODE["pillar"]
    read([{"id": str(ours.key).upper(), "name": "Gekaapt", "description": "", "version": "1"}])
    assert ask(f"/taxonomies/{ours.key}")["name"] != "Gekaapt"
    assert not ForeignTaxonomy.objects.exists()


def test_wrong_terms_are_refused_or_mended(ask):
    long = {"id": "l", "name": "x" * 30_000, "taxonomy_id": "thema"}
    report = read([described(long, OLD | {"name": 12, "uri": {"a": [1]}}, {"id": "", "name": "leeg"})])
    assert report.counts["taxonomy_terms.refused"] == 2
    assert ForeignTerm.objects.get().foreign_id == "oud"
    assert faults("/taxonomy_terms/{id}", ask("/taxonomy_terms/oud")) == []
