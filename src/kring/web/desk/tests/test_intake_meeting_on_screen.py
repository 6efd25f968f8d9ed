"""The meeting on screen: who leads it, one question at a time, minutes with and without names."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from tests.at_work import client_of
from tests.cast import MONDAY, Network, kempen, peeters_el_amrani

from kring.support.requests.models import IntakeMeeting
from kring.web.desk.tests.signed_in import asked, leads_intake

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_wednesday() -> object:
    with time_machine.travel(MONDAY + timedelta(days=2), tick=False) as now:
        yield now


def opened() -> tuple[Network, Client]:
    network = kempen()
    leads_intake(network.lotte)
    client = client_of(network.lotte)
    client.post("/overleg/aanmelding/open/")
    return network, client


def test_it_is_not_there_for_who_does_not_lead_the_intake() -> None:
    network, _client = opened()
    meeting = IntakeMeeting.objects.get()
    other = client_of(network.nele)
    assert other.get("/overleg/aanmelding/").status_code == 404
    assert other.get(f"/overleg/aanmelding/{meeting.key}/verslag/").status_code == 404
    assert other.post(f"/overleg/aanmelding/{meeting.key}/sluit/").status_code == 404


def test_one_decision_brings_the_next_question() -> None:
    network, client = opened()
    first = asked(network, words="de eerste")
    asked(network, at=MONDAY + timedelta(hours=1), words="de tweede")
    assert "de eerste" in client.get("/overleg/aanmelding/").content.decode()
    url = f"/overleg/aanmelding/{IntakeMeeting.objects.get().key}/besluit/"
    page = client.post(url, {"vraag": first.key, "decision": "talk_first", "words": ""}, follow=True)
    assert "de tweede" in page.content.decode()
    again = client.post(url, {"vraag": first.key, "decision": "later", "words": ""}, follow=True)
    assert "net al beslist" in again.content.decode()


def test_a_coach_must_be_chosen_and_the_free_room_stands_beside_the_name() -> None:
    network, client = opened()
    question = asked(network)
    assert "15 vrij van 15" in client.get("/overleg/aanmelding/").content.decode()
    url = f"/overleg/aanmelding/{IntakeMeeting.objects.get().key}/besluit/"
    wrong = client.post(url, {"vraag": question.key, "decision": "coach", "words": "belt"})
    assert wrong.status_code == 422
    assert "Kies welke coach" in wrong.content.decode()
    right = {"vraag": question.key, "decision": "coach", "coach": network.lotte.key}
    client.post(url, right)
    question.refresh_from_db()
    assert question.worker == network.lotte


def test_without_name_is_shown_without_name_and_not_yet_is_not_shown() -> None:
    network, client = opened()
    family = peeters_el_amrani()
    asked(network, family=family.family, discuss="without_name", words="zonder naam")
    asked(network, family=family.family, discuss="not_yet", words="nog niet")
    page = client.get("/overleg/aanmelding/").content.decode()
    assert "zonder naam" in page
    assert "Amrani" not in page
    assert "nog niet”" not in page


def test_the_minutes_print_without_names() -> None:
    network, client = opened()
    family = peeters_el_amrani()
    question = asked(network, family=family.family, asker=family.sofia)
    meeting = IntakeMeeting.objects.get()
    values = {
        "vraag": question.key,
        "decision": "coach",
        "coach": network.lotte.key,
        "words": "Sofia belt",
    }
    client.post(f"/overleg/aanmelding/{meeting.key}/besluit/", values)
    url = f"/overleg/aanmelding/{meeting.key}/verslag/"
    assert "Amrani" in client.get(url).content.decode()
    nameless = client.get(url, {"zonder-namen": ""}).content.decode()
    table = nameless[nameless.index("<table") : nameless.index("</table")]
    for name in ("Amrani", "Sofia", "Lotte"):
        assert name not in table
    client.post(f"/overleg/aanmelding/{meeting.key}/sluit/")
    assert "Er loopt nu geen overleg" in client.get("/overleg/aanmelding/").content.decode()
