"""Anybody finds help by words, place and a few choices; the page says why, and never breaks."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kring.foundation.deadlines.models import Term
from kring.offer.directory import upkeep
from kring.offer.directory.actions import (
    add_dates,
    put_aside,
    state_free_places,
    withdraw_service,
)
from kring.offer.directory.models import CostOption, Service, SignUp
from kring.offer.directory.search.documents import Answer, Hit, Point
from kring.offer.directory.tests.offering import BY, NOW, morning, playgroup
from kring.web.finding.asked import FURTHEST, PAGE, Asked, read
from kring.web.finding.found_map import found_map
from kring.web.finding.results import turned

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(NOW)]


@pytest.fixture
def service(settings, tmp_path: Path) -> Service:
    """The playgroup in Geel, with an index of its own."""
    settings.DATA_DIR = tmp_path
    made = playgroup()
    state_free_places(service=made, places=3, **BY)
    upkeep.keep_whole(at=NOW)
    return made


def page(client: Client, **asked: object) -> str:
    answer = client.get(reverse("finding:search"), asked)
    assert answer.status_code == 200
    return answer.content.decode()


def told(client: Client, **asked: object) -> dict:
    return client.get(reverse("finding:api"), asked).json()


def test_with_a_typo_near_home_and_the_page_says_why(client, service):
    shown = page(client, q="speelgroeb", waar="Gheel")
    assert "1 gevonden" in shown
    assert reverse("finding:service", args=[service.key]) in shown
    assert "We lazen “Gheel” als Geel." in shown
    assert "“speelgroeb” lazen we als “speelgroep”" in shown
    assert "op minder dan 1 km" in shown
    assert "3 plaatsen vrij (opgegeven op 2 nov" in shown
    assert "tot 3 jaar" in shown


def test_programs_get_the_same(client, service):
    answer = told(client, q="speelgroep", lat="51.16", lon="4.99", maanden="30")
    (found,) = answer["services"]
    assert (found["id"], found["km"], answer["total"]) == (str(service.key), 0.0, 1)
    assert [why["code"] for why in found["why"]] == ["in_name", "near", "age", "free_now"]
    assert told(client, q="speelgroep", maanden="40")["services"] == []


@pytest.mark.parametrize(
    "text",
    ["", "de het een", "😀😀", "'; DROP TABLE directory_service; --", "x" * 10_000, "\x00", "%%%", "  "],
)
def test_any_words_get_an_answer(client, service, text):
    assert "gevonden" in page(client, q=text)
    assert "services" in told(client, q=text)


def test_any_address_is_read_as_far_as_it_goes(client, service):
    odd = {"km": "-5", "maanden": "1e9", "dag": "8", "bladzijde": "x", "domein": "<b>", "waar": "Qqqq"}
    assert "We vinden geen gemeente “Qqqq”." in page(client, **odd)
    assert read(odd) == Asked(waar="Qqqq")
    assert told(client, lat="nan", lon="inf", q="speelgroep")["total"] == 1


def test_behind_the_last_page_there_is_none():
    answer = Answer(hits=(Hit(key="a", km=None, remote=False, reasons=()),) * PAGE, total=100_000)
    assert turned(Asked(bladzijde=FURTHEST - 1), answer)[1] == f"?bladzijde={FURTHEST}"
    assert turned(Asked(bladzijde=FURTHEST), answer) == (f"?bladzijde={FURTHEST - 1}", "")


def test_the_choices_hold_and_stay_chosen(client, service):
    shown = page(client, dag="2", taal="nl", domein="cohesion", bereik="universal", vrij="ja")
    assert "1 gevonden" in shown
    assert '<option value="2" selected>dinsdag</option>' in shown
    assert "Niets gevonden" in page(client, dag="3")
    assert "Niets gevonden" in page(client, extra="ja")


def test_the_map_shows_a_numbered_dot(client, service):
    shown = page(client, q="speelgroep", waar="2440", beeld="kaart")
    assert shown.count('class="dot-number"') == 1
    assert "Stip 1 op de kaart." in shown


def test_without_an_index_it_is_built(client, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    playgroup()
    assert "1 gevonden" in page(client, q="speelgroep")


def test_a_service_tells_what_a_family_wants_to_know(client, service):
    shown = client.get(reverse("finding:service", args=[service.key])).content.decode()
    for words in (
        "Samen spelen, met je kind.",
        "tel:014 00 00 00",
        "Markt 1, 2440 Geel",
        "dinsdag: 9.30 tot 11.30 uur",
        "tot 3 jaar",
        "Nederlands",
        "Huis van het Kind Geel bevestigde dit op",
    ):
        assert words in shown


def test_a_price_holds_through_its_last_day(client, service, time_machine):
    last = NOW.date() + timedelta(days=1)
    CostOption.objects.create(service=service, amount=3, currency="EUR", valid_to=last)
    address = reverse("finding:service", args=[service.key])
    time_machine.move_to(NOW + timedelta(days=1))
    assert "3,00 EUR" in client.get(address).content.decode()
    time_machine.move_to(NOW + timedelta(days=2))
    assert "3,00 EUR" not in client.get(address).content.decode()


def test_what_is_stale_says_so(client, service, time_machine):
    time_machine.move_to(NOW + timedelta(days=300))
    shown = client.get(reverse("finding:service", args=[service.key])).content.decode()
    assert "niet bevestigd" in shown
    assert "lang niet bevestigd" in page(client, q="speelgroep")


def test_what_stopped_says_so_and_what_is_put_aside_is_not_there(client, service):
    address = reverse("finding:service", args=[service.key])
    put_aside(service=service, **BY)
    assert client.get(address).status_code == 404
    withdraw_service(service=service, **BY)
    gone = client.get(address)
    assert gone.status_code == 410
    assert "gestopt" in gone.content.decode()


def test_one_signs_up_and_takes_it_back(client, service):
    times = [(NOW + timedelta(days=1), NOW + timedelta(days=1, hours=2))]
    (date,) = add_dates(activity=morning(service), times=times, seats=3, **BY)
    address = reverse("finding:sign_up", args=[date.key])
    assert address in client.get(reverse("finding:service", args=[service.key])).content.decode()
    refused = client.post(address, {"name": "", "people": "9"})
    assert refused.status_code == 422
    full = client.post(address, {"name": "Amina", "people": "4"})
    assert "genoeg plaats" in full.content.decode()
    done = client.post(address, {"name": "Amina", "people": "2"}, follow=True)
    code = done.context["code"]
    assert code in done.content.decode().replace("-", "")
    off = reverse("finding:sign_off")
    assert client.post(off, {"code": "AAAA-AAAA-AAAA"}).status_code == 422
    assert "uitgeschreven" in client.post(off, {"code": code.lower()}).content.decode()
    assert SignUp.objects.get().state == "cancelled"


def test_a_sign_up_that_is_sent_twice_is_one(client, service):
    times = [(NOW + timedelta(days=1), NOW + timedelta(days=1, hours=2))]
    (date,) = add_dates(activity=morning(service), times=times, seats=2, **BY)
    address = reverse("finding:sign_up", args=[date.key])
    form = client.get(address).context["form"]
    typed = {"name": "Amina", "people": "2", "submission": str(form["submission"].value())}
    codes = [client.post(address, typed, follow=True).context["code"] for _time in range(2)]
    assert len(set(codes)) == 1
    assert SignUp.objects.count() == 1
    other = client.post(address, typed | {"submission": ""})
    assert "genoeg plaats" in other.content.decode()
    client.post(reverse("finding:sign_off"), {"code": codes[0]})
    assert client.post(address, typed, follow=True).context["code"] != codes[0]
    assert SignUp.objects.filter(state="coming").count() == 1


def test_one_address_signs_up_so_often_an_hour(client, service, time_machine):
    times = [(NOW + timedelta(days=1), NOW + timedelta(days=1, hours=2))]
    (date,) = add_dates(activity=morning(service), times=times, seats=None, **BY)
    Term.objects.filter(code="visitor_forms_per_hour").update(value="2")
    address = reverse("finding:sign_up", args=[date.key])
    given = [client.post(address, {"name": "Amina", "people": "1"}) for _time in range(3)]
    assert [answer.status_code for answer in given] == [302, 302, 429]
    assert SignUp.objects.count() == 2
    elsewhere = client.post(address, {"name": "Lien", "people": "1"}, REMOTE_ADDR="192.0.2.7")
    assert elsewhere.status_code == 302
    time_machine.move_to(NOW + timedelta(hours=1))
    assert client.post(address, {"name": "Amina", "people": "1"}).status_code == 302


def test_each_day_of_an_activity_takes_no_read_of_its_own(client, service):
    activity, address = morning(service), reverse("finding:service", args=[service.key])

    def reads() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        return len(asked)

    days = [NOW + timedelta(days=day) for day in range(1, 5)]
    times = [(day, day + timedelta(hours=2)) for day in days]
    add_dates(activity=activity, times=times[:1], seats=3, **BY)
    for_one = min(reads(), reads())
    add_dates(activity=activity, times=times, seats=3, **BY)
    assert reads() == for_one


def test_a_text_of_somebody_else_is_text(client, service):
    playgroup(values={"name": {"nl": "Speelgroep <script>alert(1)</script>"}})
    upkeep.build(NOW.date())
    assert "<script>alert" not in page(client, q="alert")


def test_spots_that_would_lie_upon_each_other_are_one_with_their_numbers():
    near = [(number, f"Huis {number}", Point(51.16 + number / 10_000, 4.99)) for number in (1, 2, 3, 7)]
    shown = found_map([*near, (4, "Verder", Point(51.3, 5.1))], None)
    assert [(one.label, one.inside) for one in shown.spots] == [("1–3, 7", False), ("4", True)]
    assert shown.spots[0].title == "Huis 1 · Huis 2 · Huis 3 · Huis 7"
    assert "Geel" in {one.label for one in shown.still}
    assert {one.label for one in shown.named} <= {one.label for one in shown.still}
    assert len(found_map([], None).still) > len(shown.still)
