"""A meeting is planned, held at the table, and read by who was invited; the invitation says when."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from tests.at_work import client_of
from tests.cast import MONDAY

from kring.foundation.keys.sealing import unseal
from kring.foundation.outbox.models import Message
from kring.support.meetings.models import Meeting
from kring.support.meetings.tests.sitting import FRIDAY, Table, at_table
from kring.support.plans.models import Action
from kring.trust.access.models import ParentSafety

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Table:
    return at_table()


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(MONDAY + timedelta(hours=1), tick=False):
        yield


def address(route: str, table: Table, meeting: Meeting | None = None, **more: str) -> str:
    keys = {"meeting_key": meeting.key} if meeting is not None else {}
    return reverse(f"together:{route}", kwargs={"key": table.cast.family.key, **keys, **more})


def deed(client: Client, table: Table, meeting: Meeting, deed: str, **told: str) -> int:
    body = {f"{deed}-{field}": value for field, value in told.items()}
    return client.post(address("meeting_deed", table, meeting, name=deed), body).status_code


def planning(table: Table, **more: object) -> dict[str, object]:
    told: dict[str, object] = {
        "kind": "round_table",
        "day": "2026-11-13",
        "starts": "14:00",
        "ends": "15:00",
        "where": "place",
        "place": "Huis van het Kind",
        "about": [str(table.cast.sofia.key)],
        "persons": [str(table.cast.sofia.key)],
        "others": "Oma Rita\nJuf An",
        "goals": [str(table.goal.key)],
    }
    return told | more


def link() -> str:
    message = Message.objects.get(text="meeting_asked")
    return unseal(message.sealed_link, row=message.link_row)


def test_a_round_table_is_planned_from_the_open_goals(table: Table) -> None:
    client = client_of(table.network.lotte)
    form = client.get(address("plan_meeting", table)).content.decode()
    assert "Rustige ochtenden." in form
    client.post(address("plan_meeting", table), planning(table))
    meeting = Meeting.objects.get()
    assert (meeting.invitees.count(), meeting.agenda.count()) == (3, 1)
    page = client.get(address("meeting", table, meeting)).content.decode()
    for said in ("Rondetafel", "Rustige ochtenden.", "Oma Rita", "Juf An", "Huis van het Kind"):
        assert said in page
    assert "Rondetafel" in client.get(address("meetings", table)).content.decode().replace(
        "rond", "Rond"
    )


def test_what_is_not_right_comes_back_as_it_was_written(table: Table) -> None:
    client = client_of(table.network.lotte)
    answer = client.post(address("plan_meeting", table), planning(table, ends="13:00"))
    assert answer.status_code == 422
    assert "Het einde komt na het begin" in answer.content.decode()
    assert "Juf An" in answer.content.decode()


def test_at_the_table_each_deed_saves_alone(table: Table) -> None:
    client, meeting = client_of(table.network.lotte), table.meet(others=("Oma Rita",))
    rita = meeting.invitees.get(words="Oma Rita")
    assert deed(client, table, meeting, "aanwezig", present=str(rita.key)) == 302
    said = {"goal": str(table.goal.key), "words": "Samen een kaart maken", "due_on": "2026-11-27"}
    assert deed(client, table, meeting, "afspraak", **said) == 422
    assert deed(client, table, meeting, "afspraak", **said, who=str(table.cast.sofia.key)) == 302
    assert deed(client, table, meeting, "verslag", words="Iedereen sprak.") == 302
    assert deed(client, table, meeting, "doorgegaan") == 302
    page = client.get(address("meeting", table, meeting)).content.decode()
    for said_there in ("was er", "Samen een kaart maken", "Iedereen sprak.", "ging door"):
        assert said_there in page
    assert Action.objects.get().goal == table.goal


def test_two_who_write_the_minutes_read_both(table: Table) -> None:
    client, meeting = client_of(table.network.lotte), table.meet()
    deed(client, table, meeting, "verslag", words="De eerste tekst.")
    deed(client, table, meeting, "verslag", words="De tweede tekst.", version="1")
    where = address("meeting_deed", table, meeting, name="verslag")
    late = client.post(where, {"verslag-words": "Mijn eigen tekst.", "verslag-version": "1"})
    assert late.status_code == 409
    text = re.sub(r"<[^>]+>", "", late.content.decode())
    assert "Mijn eigen" in text
    assert "De tweede tekst." in text
    version = re.search(r'name="verslag-version" value="(\d+)"', late.content.decode())
    assert version is not None
    assert version[1] == "2"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("punt", {"words": "De vakantie"}),
        ("uitnodigen", {"words": "Buurvrouw Mia"}),
        ("tolk", {"language": "ar", "gender_wish": "woman", "not_from_our_town": "on"}),
        ("schrap", {"because": "Sofia is ziek."}),
        (
            "verplaats",
            {"version": "1", "day": "2026-11-20", "starts": "9:00", "ends": "10:00", "where": "remote"},
        ),
    ],
)
def test_what_can_be_done_before(table: Table, name: str, told: dict[str, str]) -> None:
    client, meeting = client_of(table.network.lotte), table.meet()
    assert deed(client, table, meeting, name, **told) == 302
    assert client.get(address("meeting", table, meeting)).status_code == 200


def test_an_interpreter_that_is_asked_is_a_line_of_today(table: Table) -> None:
    client, meeting = client_of(table.network.lotte), table.meet(interpreter="ar")
    assert "Zoek een tolk" in client.get(reverse("desk:today")).content.decode()
    assert deed(client, table, meeting, "tolk-gevonden", who="Atlas") == 302
    assert "Zoek een tolk" not in client.get(reverse("desk:today")).content.decode()


def test_a_worker_takes_it_into_their_calendar(table: Table) -> None:
    client, meeting = client_of(table.network.lotte), table.meet()
    answer = client.get(address("calendar", table, meeting))
    assert answer["Content-Type"].startswith("text/calendar")
    assert b"Sofia" not in answer.content
    assert b"DTSTART:20261113" in answer.content


def test_who_is_not_involved_finds_nothing(table: Table) -> None:
    meeting = table.meet()
    client = client_of(table.network.bram)
    for where in (address("meetings", table), address("meeting", table, meeting)):
        assert client.get(where).status_code == 404
    assert client.get(address("calendar", table, meeting)).status_code == 404


def test_the_invitation_says_when_and_only_after_a_tap_where(table: Table) -> None:
    table.meet(about_words="Over de crisis")
    client, where = Client(), link()
    page = client.get(where).content.decode()
    assert "vrijdag 13 november" in page
    for telling in ("Huis van het Kind", "Sofia", "Lotte", "crisis", "ochtenden", "ondetafel"):
        assert telling not in page
    assert "Huis van het Kind Geel" in client.post(where, {"doe": "plaats"}).content.decode()
    calendar = client.get(f"{where}agenda.ics").content
    assert b"DTSTART:20261113" in calendar
    assert b"Geel" not in calendar


def test_somebody_says_that_they_come(table: Table) -> None:
    meeting, client, where = table.meet(), Client(), link()
    assert client.post(where, {"doe": "yes"}).status_code == 302
    assert meeting.invitees.get().says == "yes"
    client.post(where, {"doe": "no"})
    assert meeting.invitees.get().says == "no"


def test_a_second_parent_who_is_no_longer_safe_has_a_dead_link(table: Table) -> None:
    table.safe()
    table.meet(persons=(table.jan,), about=(table.cast.noor,))
    client, where = Client(), link()
    assert client.get(where).status_code == 200
    ParentSafety.objects.update(ends_at=MONDAY)
    assert client.get(where).status_code == 410
    assert client.get(f"{where}agenda.ics").status_code == 404


def test_an_unknown_link_is_told_like_a_dead_one(table: Table) -> None:
    assert Client().get("/uitnodiging/bestaat-niet/").status_code == 410


def test_after_it_was_nothing_is_asked(table: Table) -> None:
    meeting, client, where = table.meet(), Client(), link()
    with time_machine.travel(FRIDAY + timedelta(days=1)):
        assert "voorbij" in client.get(where).content.decode()
        client.post(where, {"doe": "yes"})
    assert meeting.invitees.get().says == ""
