"""Meetings as one reader may see them. A person sees only what they are invited to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from kring.foundation.journal import ledger
from kring.foundation.records.prepared import Prepared
from kring.registry.people.models import Family, Person
from kring.support.meetings.models import AgendaPoint, Decision, Interpreter, Invitee, Meeting, Minutes
from kring.support.meetings.states import ASKED, PLANNED
from kring.support.plans.models import Action, Goal, Plan, TeamMember
from kring.trust.access.items import saw_items, sifted, sifted_among
from kring.trust.access.models import Item
from kring.trust.access.queries import families_visible_to
from kring.trust.access.readers import Reader

RELATED = ("plan__family", "chair", "planned_by")


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """All of a meeting that one reader may see. Points and decisions they may not read are left out."""

    meeting: Meeting
    invitees: list[Invitee]
    agenda: list[AgendaPoint]
    decisions: list[Action]
    minutes: Minutes | None
    minutes_hidden: bool
    interpreter: Interpreter | None


def meetings_for(reader: Reader, family: Family, at: datetime) -> list[Meeting]:
    """The meetings of a family, the last one first; noted as read. A fixed number of reads."""
    own: dict[str, Any] = {"person": reader.person.pk} if reader.person is not None else {}
    asked = _OF_FAMILY.rows(family=family.pk, **own)
    return _told(sifted_among(reader, asked, at), "-starts_at")


def meeting_for(reader: Reader, key: UUID, at: datetime) -> Meeting | None:
    """The meeting with this key, if the reader may see it; noted as read."""
    return next(iter(_readable(reader, Meeting.objects.filter(key=key), at, "pk")), None)


def own_meetings(person: Person, at: datetime) -> list[Meeting]:
    """What this person is invited to, that is planned and not over yet, the first one first."""
    coming = Meeting.objects.filter(state=PLANNED, ends_at__gt=at)
    return _readable(Reader(person=person), coming, at, "starts_at")


def all_own_meetings(person: Person, at: datetime) -> list[Meeting]:
    """Everything this person was ever invited to and may still read of, the first one first."""
    return _readable(Reader(person=person), Meeting.objects.all(), at, "starts_at")


def minutes_of(reader: Reader, meetings: Iterable[Meeting], at: datetime) -> dict[int, str]:
    """What was written of these meetings, by inner number, as far as the reader may see it."""
    rows = list(Minutes.objects.filter(meeting__in=[one.pk for one in meetings]).order_by("pk"))
    items = sifted(reader, Item.objects.filter(pk__in=[row.item_id for row in rows]), at)
    saw_items(items.values())
    return {row.meeting_id: row.words for row in rows if row.item_id in items}


def next_meeting(person: Person, at: datetime) -> Meeting | None:
    """The first meeting this person is invited to, for their own page; noted as read."""
    return next(iter(own_meetings(person, at)), None)


def own_meeting(person: Person, key: UUID, at: datetime) -> Meeting | None:
    """The meeting with this key if this person is invited to it, also when it is over."""
    return meeting_for(Reader(person=person), key, at)


def _readable(reader: Reader, meetings: QuerySet[Meeting], at: datetime, order: str) -> list[Meeting]:
    asked = _items(meetings, reader.person.pk if reader.person is not None else None)
    return _told(sifted(reader, asked, at), order)


def _items(meetings: QuerySet[Meeting], person: int | None) -> QuerySet[Item]:
    """The items of these meetings; of a person's, those they are invited to."""
    if person is not None:
        meetings = meetings.filter(Exists(Invitee.objects.filter(meeting=OuterRef("pk"), person=person)))
    return Item.objects.filter(meeting__in=meetings).select_related("author", "owner")


def _of_family(*, family: int, person: int | None = None) -> QuerySet[Item]:
    return _items(Meeting.objects.filter(plan__family=family), person).order_by("pk")


_OF_FAMILY = Prepared(_of_family)


def _told(readable: dict[int, Item], order: str) -> list[Meeting]:
    if not readable:
        return []
    found = list(
        Meeting.objects.filter(item__in=list(readable)).select_related(*RELATED).order_by(order, "pk")
    )
    for one in found:
        one.item = readable[one.item_id]
    saw_items(readable.values())
    ledger.saw_all("meeting", (one.key for one in found))
    return found


def meeting_page(reader: Reader, meeting: Meeting, at: datetime) -> MeetingPage:
    """A meeting that this reader may see, with what around it they may see; noted as read."""
    agenda = list(meeting.agenda.select_related("goal").order_by("position", "pk"))
    decided = list(
        Decision.objects.filter(meeting=meeting)
        .select_related("action__doer_person", "action__doer_worker", "action__doer_organisation")
        .order_by("made_at", "pk")
    )
    minutes = Minutes.objects.filter(meeting=meeting).first()
    wanted = {point.goal.item_id for point in agenda if point.goal is not None}
    wanted |= {row.action.item_id for row in decided}
    wanted |= {minutes.item_id} if minutes is not None else set()
    items = Item.objects.filter(pk__in=wanted).select_related("author", "owner")
    readable = sifted(reader, items, at)
    saw_items(readable.values())
    hidden = minutes is not None and minutes.item_id not in readable
    return MeetingPage(
        meeting=meeting,
        invitees=list(meeting.invitees.select_related("person", "worker").order_by("pk")),
        agenda=[one for one in agenda if one.goal is None or one.goal.item_id in readable],
        decisions=[row.action for row in decided if row.action.item_id in readable],
        minutes=None if hidden else minutes,
        minutes_hidden=hidden,
        interpreter=Interpreter.objects.filter(meeting=meeting).first(),
    )


def goals_to_discuss(reader: Reader, plan: Plan, at: datetime) -> list[Goal]:
    """The goals of the plan that run or wait, as far as this reader may see them."""
    goals = Goal.objects.filter(plan=plan, ends_at__isnull=True)
    readable = sifted(reader, Item.objects.filter(goal__in=goals), at)
    return list(goals.filter(item__in=list(readable)).order_by("position", "pk"))


def interpreters_to_find(reader: Reader, at: datetime, most: int) -> list[Interpreter]:
    """The interpreters that are still to be found for meetings of plans this worker anchors."""
    if reader.worker_id is None:
        return []
    mine = TeamMember.objects.filter(
        plan=OuterRef("meeting__plan"), worker=reader.worker_id, anchor=True, ends_at__isnull=True
    )
    rows = Interpreter.objects.filter(
        Exists(mine),
        state=ASKED,
        meeting__state=PLANNED,
        meeting__starts_at__gt=at,
        meeting__plan__family__in=families_visible_to(reader, at),
    )
    related = rows.select_related("meeting__plan__family", "meeting__item")
    found = list(related.order_by("meeting__starts_at", "pk")[:most])
    readable = sifted(reader, Item.objects.filter(meeting__in=[one.meeting_id for one in found]), at)
    shown = [one for one in found if one.meeting.item_id in readable]
    ledger.saw_all("family", (one.meeting.plan.family.key for one in shown))
    return shown
