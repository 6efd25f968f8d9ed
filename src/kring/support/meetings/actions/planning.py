"""Planning a meeting, moving it, calling it off, and writing down that it took place."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from kring.foundation.classes.facts import DataClass
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.registry.network.models import Worker
from kring.registry.people.models import Person
from kring.support.meetings.actions.inviting import about_of, invite, send_link, subjects_of
from kring.support.meetings.actions.talking import ask_interpreter
from kring.support.meetings.models import AgendaPoint, GenderWish, Invitee, Meeting, Says, Where
from kring.support.meetings.rules import (
    check_about,
    check_chair,
    check_may_come,
    check_place,
    check_said,
    check_times,
)
from kring.support.meetings.states import MEETING
from kring.support.plans.makers import Maker
from kring.support.plans.models import Goal, Plan
from kring.support.plans.rules import check_is_active
from kring.trust.access.items import class_item

ITEM_KIND = "meeting"


@dataclass(frozen=True, slots=True)
class NewMeeting:
    """A meeting before it is planned. ``key`` identifies one sending: sent twice, it is one.

    ``goals`` make the first agenda; ``interpreter`` is a language, empty where none is needed.
    """

    kind: str
    starts_at: datetime
    ends_at: datetime
    about: tuple[Person, ...]
    where: str = Where.PLACE
    place: str = ""
    about_words: str = ""
    chair: Worker | None = None
    chair_words: str = ""
    persons: tuple[Person, ...] = ()
    workers: tuple[Worker, ...] = ()
    others: tuple[str, ...] = ()
    goals: tuple[Goal, ...] = ()
    interpreter: str = ""
    gender_wish: str = GenderWish.ANY
    not_from_our_town: bool = False
    key: UUID | None = None


@action
def plan_meeting(*, plan: Plan, new: NewMeeting, maker: Maker, by: Actor, at: datetime) -> Meeting:
    """Plan a meeting and invite who was named; the same key twice is one. Raises ValidationError."""
    known = Meeting.objects.filter(key=new.key, plan=plan).first() if new.key else None
    if known is not None:
        nothing_changed()
        return known
    check_is_active(plan)
    check_times(new.starts_at, new.ends_at)
    check_about(new.about)
    check_may_come(new.about, new.persons, at)
    check_place(new.where, new.place, {*new.about, *new.persons})
    check_chair(plan, new.kind, new.chair, new.chair_words)
    made = _make(plan, new, maker, at)
    record(by=by, at=at, did="meeting.planned", about=subjects_of(made), kind=new.kind)
    AgendaPoint.objects.bulk_create(
        AgendaPoint(meeting=made, goal=goal, position=place)
        for place, goal in enumerate(new.goals, start=1)
    )
    _invite_all(made, new, by=by, at=at)
    if new.interpreter:
        ask_interpreter(
            meeting=made,
            language=new.interpreter,
            gender_wish=new.gender_wish,
            not_from_our_town=new.not_from_our_town,
            by=by,
            at=at,
        )
    return made


def _make(plan: Plan, new: NewMeeting, maker: Maker, at: datetime) -> Meeting:
    item = class_item(
        kind=ITEM_KIND,
        about=new.about,
        data_class=DataClass.OPEN,
        told_by=maker.told_by,
        owner=maker.organisation or plan.owner,
        author=maker.worker,
        at=at,
    )
    return Meeting.objects.create(
        key=new.key or uuid4(),
        plan=plan,
        item=item,
        kind=new.kind,
        starts_at=new.starts_at,
        ends_at=new.ends_at,
        where=new.where,
        place=_place(new.where, new.place),
        chair=new.chair,
        chair_words=new.chair_words.strip(),
        about_words=new.about_words.strip(),
        planned_by=maker.worker,
        planned_at=at,
    )


def _place(where: str, place: str) -> str:
    """Of a home no address is kept."""
    return "" if where == Where.HOME else place.strip()


def _invite_all(meeting: Meeting, new: NewMeeting, *, by: Actor, at: datetime) -> None:
    workers = dict.fromkeys([*new.workers, *([new.chair] if new.chair is not None else [])])
    for person in dict.fromkeys(new.persons):
        invite(meeting=meeting, person=person, by=by, at=at)
    for worker in workers:
        invite(meeting=meeting, worker=worker, by=by, at=at)
    for words in new.others:
        invite(meeting=meeting, words=words, by=by, at=at)


@action
def move_meeting(
    *,
    meeting: Meeting,
    version: int,
    starts_at: datetime,
    ends_at: datetime,
    where: str,
    place: str,
    by: Actor,
    at: datetime,
) -> None:
    """Put a meeting on another day, hour or place; everybody is asked anew.

    Raises ValidationError, and StaleRecord when another save came first.
    """
    check_times(starts_at, ends_at)
    invited = list(meeting.invitees.select_related("person", "worker").order_by("pk"))
    people = [row.person for row in invited if row.person is not None]
    check_place(where, place, {*about_of(meeting), *people})
    MEETING.move(meeting, "move")
    meeting.save_from(
        version,
        starts_at=starts_at,
        ends_at=ends_at,
        where=where,
        place=_place(where, place),
        sequence=meeting.sequence + 1,
    )
    Invitee.objects.filter(meeting=meeting).update(says=Says.NOTHING, said_at=None)
    record(by=by, at=at, did="meeting.moved", about=subjects_of(meeting))
    for row in invited:
        row.meeting = meeting
        send_link(row, "meeting_moved", by=by, at=at)


@action
def hold_meeting(*, meeting: Meeting, by: Actor, at: datetime) -> None:
    """Write down that a meeting took place. Raises CannotMove when it was called off."""
    MEETING.move(meeting, "hold", held_at=at)
    record(by=by, at=at, did="meeting.held", about=subjects_of(meeting))


@action
def cancel_meeting(*, meeting: Meeting, because: str, by: Actor, at: datetime) -> None:
    """Call a meeting off, with the reason; everybody who was asked hears it. Raises CannotMove."""
    check_said("because", because, _("Schrijf kort waarom dit niet doorgaat."))
    MEETING.move(
        meeting, "cancel", cancelled_because=because.strip()[:300], sequence=meeting.sequence + 1
    )
    record(by=by, at=at, did="meeting.cancelled", about=subjects_of(meeting))
    for row in meeting.invitees.select_related("person", "worker").order_by("pk"):
        row.meeting = meeting
        send_link(row, "meeting_cancelled", by=by, at=at)
