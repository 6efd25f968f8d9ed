"""Reading messages: only those the one table lets this reader see; and which of them wait."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from kring.foundation.journal import ledger
from kring.foundation.outbox.models import Message
from kring.foundation.outbox.states import WAITING
from kring.registry.people.models import FamilyMembership, Person
from kring.support.messages.models import ITEM_KIND, CallAsked, FamilyMessage
from kring.trust.access.items import saw_items, sifted
from kring.trust.access.models import Involvement, Item
from kring.trust.access.readers import Reader

MOST = 200
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


def _waiting(reader: Reader, at: datetime) -> QuerySet[FamilyMessage]:
    """Unanswered messages of whom this worker keeps: as the anchor person, or as holder."""
    mine = Q(worker=reader.worker_id) | Q(desk__in=reader.desk_ids)
    kept = Involvement.objects.running(at).filter(mine, role__in=KEEPING)
    anchors = kept.filter(role=Involvement.Role.ANCHOR)
    members = FamilyMembership.objects.filter(family__in=anchors.values("family"), ends_at__isnull=True)
    theirs = Q(person__in=members.values("person")) | Q(person__in=kept.values("person"))
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
