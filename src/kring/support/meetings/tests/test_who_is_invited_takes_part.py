"""Who is invited reads the meeting and is asked by a file that tells nothing; others are not told."""

from datetime import timedelta
from importlib import import_module
from urllib.parse import urlsplit

import pytest
from django.core.exceptions import ValidationError
from tests.cast import MONDAY, acting

from kring.foundation.keys.sealing import unseal
from kring.foundation.outbox.models import Message
from kring.foundation.workflow.transitions import CannotMove
from kring.registry.people.actions import correct_person, protect_address
from kring.registry.people.models import Person
from kring.support.meetings.actions import (
    answer_invitation,
    cancel_meeting,
    hold_meeting,
    invite,
    move_meeting,
    note_presence,
)
from kring.support.meetings.checks import invitees_are_named, meetings_are_about_somebody
from kring.support.meetings.invitations import calendar_file, enclose_calendar, invitee_by
from kring.support.meetings.models import Invitee, Meeting
from kring.support.meetings.queries import (
    meeting_for,
    meetings_for,
    next_meeting,
    own_meeting,
    own_meetings,
)
from kring.support.meetings.tests.sitting import FRIDAY, Table, at_table
from kring.trust.access.queries import reader_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Table:
    return at_table()


def links(text: str) -> list[str]:
    rows = Message.objects.filter(text=text).order_by("pk")
    return [unseal(row.sealed_link, row=row.link_row) for row in rows]


def test_who_is_invited_finds_their_next_meeting(table: Table) -> None:
    later = table.meet(starts_at=FRIDAY + timedelta(days=7), ends_at=FRIDAY + timedelta(days=7, hours=1))
    first = table.meet()
    sofia = table.cast.sofia
    assert next_meeting(sofia, MONDAY) == first
    assert own_meetings(sofia, MONDAY) == [first, later]
    assert next_meeting(sofia, FRIDAY + timedelta(hours=2)) == later
    assert [*invitees_are_named(MONDAY), *meetings_are_about_somebody(MONDAY)] == []


def test_what_was_called_off_is_no_next_meeting(table: Table) -> None:
    meeting, by = table.meet(), acting(table.network.lotte)
    with pytest.raises(ValidationError, match="waarom dit niet doorgaat"):
        cancel_meeting(meeting=meeting, because=" ", by=by, at=MONDAY)
    cancel_meeting(meeting=meeting, because="Sofia is ziek.", by=by, at=MONDAY)
    assert next_meeting(table.cast.sofia, MONDAY) is None
    with pytest.raises(CannotMove):
        hold_meeting(meeting=Meeting.objects.get(pk=meeting.pk), by=by, at=MONDAY)


def test_a_second_parent_comes_only_once_that_is_safe(table: Table) -> None:
    with pytest.raises(ValidationError, match="onder vier ogen"):
        table.meet(persons=(table.cast.sofia, table.jan))
    meeting, by = table.meet(), acting(table.network.lotte)
    with pytest.raises(ValidationError, match="onder vier ogen"):
        invite(meeting=meeting, person=table.jan, by=by, at=MONDAY)
    table.safe()
    invite(meeting=meeting, person=table.jan, by=by, at=MONDAY)


def test_a_second_parent_sees_only_what_they_take_part_in(table: Table) -> None:
    table.safe()
    alone = table.meet(about=(table.cast.noor,))
    together = table.meet(about=(table.cast.noor,), persons=(table.cast.sofia, table.jan))
    assert own_meetings(table.jan, MONDAY) == [together]
    assert own_meeting(table.jan, alone.key, MONDAY) is None


def test_workers_read_the_meetings_of_their_families_alone(table: Table) -> None:
    meeting = table.meet()
    lotte, bram = table.network.lotte.account, table.network.bram.account
    assert lotte is not None
    assert bram is not None
    mine, far = reader_for(lotte, MONDAY), reader_for(bram, MONDAY)
    assert meetings_for(mine, table.cast.family, MONDAY) == [meeting]
    assert meetings_for(far, table.cast.family, MONDAY) == []
    assert meeting_for(far, meeting.key, MONDAY) is None


def test_each_gets_an_own_link_and_who_is_only_named_gets_none(table: Table) -> None:
    meeting = table.meet(workers=(table.network.bram,), others=("Oma Rita",))
    sent = links("meeting_asked")
    assert len(set(sent)) == 2
    found = [invitee_by(link.removeprefix("/uitnodiging/").strip("/")) for link in sent]
    assert {one.person or one.worker for one in found if one} == {table.cast.sofia, table.network.bram}
    assert meeting.invitees.get(words="Oma Rita").token_hash is None


def test_asked_twice_they_come_once(table: Table) -> None:
    meeting, by = table.meet(), acting(table.network.lotte)
    invite(meeting=meeting, person=table.cast.sofia, by=by, at=MONDAY)
    assert meeting.invitees.count() == 1


def test_the_calendar_file_says_when_and_nothing_else(table: Table) -> None:
    meeting = table.meet(about_words="De crisis van Sofia", others=("Oma Rita",))
    (link,) = links("meeting_asked")
    enclosed = enclose_calendar(link, MONDAY)
    assert enclosed is not None
    told = enclosed.raw.decode()
    for telling in ("Sofia", "Noor", "Rita", "Geel", "crisis", "rondetafel", "LOCATION", "ATTENDEE"):
        assert telling not in told
    (event,) = import_module("icalendar").Calendar.from_ical(enclosed.raw).walk("VEVENT")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (meeting.starts_at, meeting.ends_at)
    assert urlsplit(str(event["url"])).path == link


def test_a_meeting_that_moved_is_the_same_one_in_a_calendar(table: Table) -> None:
    meeting, by = table.meet(), acting(table.network.lotte)
    before = calendar_file(meeting, MONDAY).decode()
    (old,) = links("meeting_asked")
    later = FRIDAY + timedelta(days=3)
    sofia = meeting.invitees.get()
    answer_invitation(invitee=sofia, says="yes", by=by, at=MONDAY)
    move_meeting(
        meeting=meeting,
        version=meeting.version,
        starts_at=later,
        ends_at=later + timedelta(hours=1),
        where="remote",
        place="",
        by=by,
        at=MONDAY,
    )
    after = calendar_file(meeting, MONDAY).decode()
    uid = [line for line in before.splitlines() if line.startswith("UID")]
    assert uid == [line for line in after.splitlines() if line.startswith("UID")]
    assert "SEQUENCE:0" in before
    assert "SEQUENCE:1" in after
    sofia.refresh_from_db()
    assert (sofia.says, sofia.said_at) == ("", None)
    assert enclose_calendar(old, MONDAY) is None
    assert len(links("meeting_moved")) == 1


def test_called_off_it_leaves_the_calendar(table: Table) -> None:
    meeting, by = table.meet(), acting(table.network.lotte)
    cancel_meeting(meeting=meeting, because="Sofia is ziek.", by=by, at=MONDAY)
    (link,) = links("meeting_cancelled")
    enclosed = enclose_calendar(link, MONDAY)
    assert enclosed is not None
    assert b"METHOD:CANCEL" in enclosed.raw
    assert b"STATUS:CANCELLED" in enclosed.raw


def test_a_safe_address_is_never_the_place(table: Table) -> None:
    by = acting(table.network.lotte)
    sofia = Person.objects.get(pk=table.cast.sofia.pk)
    address = "Verzonnen laan 999, 2440 Geel"
    correct_person(by=by, at=MONDAY, person=sofia, version=sofia.version, address=address)
    protect_address(by=by, at=MONDAY, person=sofia)
    about = {"about": (sofia,), "persons": (sofia,)}
    for place in ("Verzonnen laan 999", "bij Sofia, verzonnen-laan 999"):
        with pytest.raises(ValidationError, match="beschermd adres"):
            table.meet(place=place, **about)
    at_home = table.meet(where="home", place="Verzonnen laan 999 b", goals=(), about=(table.cast.noor,))
    assert at_home.place == ""


def test_a_conference_has_a_chair_who_does_not_help(table: Table) -> None:
    for chair, says in (({}, "Schrijf wie"), ({"chair": table.network.lotte}, "onafhankelijk")):
        with pytest.raises(ValidationError, match=says):
            table.meet(kind="client_conference", **chair)
    meeting = table.meet(kind="client_conference", chair=table.network.bram)
    assert meeting.invitees.filter(worker=table.network.bram).exists()


def test_who_was_there_is_known_of_everybody(table: Table) -> None:
    meeting = table.meet(others=("Oma Rita",))
    rita = meeting.invitees.get(words="Oma Rita")
    note_presence(meeting=meeting, present={rita.pk}, by=acting(table.network.lotte), at=FRIDAY)
    assert list(Invitee.objects.order_by("pk").values_list("present", flat=True)) == [False, True]


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"ends_at": FRIDAY}, "Het einde komt na het begin"),
        ({"ends_at": FRIDAY + timedelta(days=1)}, "dezelfde dag"),
        ({"about": ()}, "Kies over wie"),
        ({"place": " "}, "Schrijf waar"),
    ],
)
def test_a_half_said_meeting_is_refused(table: Table, wrong: dict[str, object], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        table.meet(**wrong)
    assert (Meeting.objects.count(), Message.objects.filter(text="meeting_asked").count()) == (0, 0)
