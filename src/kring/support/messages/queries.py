"""Reading messages: only those the one table lets this reader see; and which of them wait."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min, Q, QuerySet

from kring.foundation.journal import ledger
from kring.foundation.outbox.models import Message
from kring.foundation.outbox.states import TO_CALL, WAITING
from kring.registry.network.standing_in import (
    Away,
    desks_instead,
    stood_in_for,
    without_colleague,
)
from kring.registry.people.models import FamilyMembership, Person
from kring.support.messages.models import ITEM_KIND, CallAsked, FamilyMessage
from kring.trust.access.circle import blocked_people
from kring.trust.access.items import saw_items, sifted
from kring.trust.access.models import Involvement, Item
from kring.trust.access.readers import Reader

MOST = 200
CALL_BACK = "call_back"
"""The kind of recipient that is called back."""
KEEPING = (Involvement.Role.ANCHOR, Involvement.Role.HOLDER)


def talk_with(reader: Reader, person: Person, at: datetime) -> list[FamilyMessage]:
    """The messages of this person that the reader may see, the oldest first; noted as read."""
    newest = FamilyMessage.objects.filter(person=person).order_by("-sent_at", "-pk")[:MOST]
    return _shown(reader, list(newest.values_list("item", flat=True)), at)


def waiting_in(talk: Iterable[FamilyMessage]) -> list[FamilyMessage]:
    """The messages of a talk that no helper answered or put away."""
    return [one for one in talk if one.from_worker_id is None and one.seen_at is None]


@dataclass(frozen=True, slots=True)
class WaitingTalk:
    """Somebody who waits for an answer: since when, and with how many messages."""

    person: Person
    since: datetime
    count: int


def talks_waiting_for(reader: Reader, at: datetime) -> list[WaitingTalk]:
    """Who waits for an answer of this helper, the longest first; their persons noted as read."""
    found: dict[int, list[FamilyMessage]] = {}
    for one in _shown(reader, list(_waiting(reader, at).values_list("item", flat=True)[:MOST]), at):
        found.setdefault(one.person_id, []).append(one)
    talks = [WaitingTalk(rows[0].person, rows[0].sent_at, len(rows)) for rows in found.values()]
    return sorted(talks, key=lambda talk: (talk.since, talk.person.pk))


def messages_waiting(reader: Reader, at: datetime) -> int:
    """How many messages wait for an answer of this helper."""
    items = Item.objects.filter(pk__in=_waiting(reader, at).values("item"))
    return len(sifted(reader, items, at)) if reader.is_worker else 0


@dataclass(frozen=True, slots=True)
class WaitingOnColleague:
    """How many messages wait for a helper who is away, and since when; of nobody and without a word."""

    gone: Away
    since: datetime
    count: int


def waiting_on_colleagues(reader: Reader, at: datetime) -> list[WaitingOnColleague]:
    """What waits for those this worker stands in for, and for who is away of a desk they do the work of
    while no colleague stands in: a number, for the words stay between two."""
    if reader.worker_id is None:
        return []
    standing = [*stood_in_for(reader.worker_id, at), *_left_to_the_desk(reader, at)]
    rows = FamilyMessage.objects.filter(from_worker__isnull=True, seen_at__isnull=True)
    found = []
    for gone in standing:
        told = rows.filter(item__named__worker=gone.worker)
        waits = told.aggregate(count=Count("pk", distinct=True), since=Min("sent_at"))
        if waits["count"]:
            found.append(WaitingOnColleague(gone, waits["since"], waits["count"]))
    return found


def _left_to_the_desk(reader: Reader, at: datetime) -> list[Away]:
    """For whom a desk of this worker hears it; nobody who is away hears it of themself."""
    gone = without_colleague(reader.organisation_ids, at)
    others = [one for one in gone if one.worker.pk != reader.worker_id]
    return [
        one
        for one in others
        if any(desk.pk in reader.desk_ids for desk in desks_instead(one.worker, at))
    ]


def calls_for_colleagues(reader: Reader, at: datetime) -> dict[int, str]:
    """Who asked to be called and is kept by somebody this worker stands in for (inner number),
    with the name of that colleague; nobody of the own circle of this worker."""
    standing = stood_in_for(reader.worker_id, at) if reader.worker_id is not None else []
    if not standing:
        return {}
    waiting = Message.objects.filter(recipient_kind=CALL_BACK, state=TO_CALL)
    asked = Person.objects.filter(key__in=waiting.values("recipient_key"))
    found: dict[int, str] = {}
    for gone in standing:
        theirs = asked.filter(_kept_by(gone.worker.pk, at)).distinct()
        found |= dict.fromkeys(theirs.values_list("pk", flat=True), gone.worker.name)
    own = blocked_people(reader.worker_id or 0, found)
    return {pk: name for pk, name in found.items() if pk not in own}


def last_call_of(person: Person) -> CallAsked | None:
    """The call this person asked for, while nobody reached them yet."""
    asked = CallAsked.objects.filter(person=person).order_by("-asked_at", "-pk").first()
    if asked is None:
        return None
    task = Message.objects.filter(once=once_of(asked), state__in=WAITING)
    return asked if task.exists() else None


def once_of(asked: CallAsked) -> str:
    """What makes the call task of an asking one and the same."""
    return f"messages.call_back:{asked.key}"


def _kept_by(worker: int | None, at: datetime, *, person: str = "pk") -> Q:
    """For a query: whom of this column a worker keeps, as the anchor person or as holder."""
    kept = Involvement.objects.running(at).filter(worker=worker, role__in=KEEPING)
    anchors = kept.filter(role=Involvement.Role.ANCHOR)
    members = FamilyMembership.objects.filter(family__in=anchors.values("family"), ends_at__isnull=True)
    alone = kept.filter(person__isnull=False)
    return Q(**{f"{person}__in": members.values("person")}) | Q(
        **{f"{person}__in": alone.values("person")}
    )


def _waiting(reader: Reader, at: datetime) -> QuerySet[FamilyMessage]:
    """Unanswered messages of whom this worker keeps: as the anchor person, or as holder."""
    theirs = _kept_by(reader.worker_id, at, person="person")
    named = Q(item__named__worker=reader.worker_id)
    rows = FamilyMessage.objects.filter(theirs | named, from_worker__isnull=True, seen_at__isnull=True)
    return rows.order_by("sent_at", "pk").distinct()


def _shown(reader: Reader, items: list[int], at: datetime) -> list[FamilyMessage]:
    readable = sifted(reader, Item.objects.filter(pk__in=items, kind=ITEM_KIND), at)
    saw_items(readable.values())
    rows = FamilyMessage.objects.filter(item__in=list(readable))
    found = list(rows.select_related("person", "from_worker").order_by("sent_at", "pk"))
    ledger.saw_all("family_message", (one.key for one in found))
    return found
