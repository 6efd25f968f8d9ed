"""What the pages of upkeep show, within reach of the reader."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.deadlines.models import Term
from kring.foundation.journal import ledger
from kring.foundation.outbox.models import Message, MessageSwitch
from kring.foundation.outbox.queries import CallTask, call_tasks, undeliverable
from kring.foundation.outbox.recipients import Channel
from kring.foundation.outbox.states import TO_CALL
from kring.foundation.outbox.texts import TEXTS, Words, text_named
from kring.foundation.records.local_text import in_language
from kring.registry.network.models import Desk, Worker
from kring.registry.people.models import Family, Person
from kring.support.messages.queries import CALL_BACK, calls_for_colleagues
from kring.trust.access.queries import persons_visible_to
from kring.trust.access.readers import Reader
from kring.web.upkeep.words import ground_words, value_words

MOST = 50
PEOPLE = ("person", CALL_BACK)
DEPUTY = "deputy"
"""Why somebody is shown to who stands in for their helper."""
"""Kinds of recipients whose key is that of a person."""


@dataclass(frozen=True, slots=True)
class Call:
    """Somebody to call, by name; ``instead_of`` names the colleague the reader stands in for."""

    task: CallTask
    name: str
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class Undelivered:
    """A message that did not arrive: to whom, what it said in one neutral sentence."""

    message: Message
    name: str
    about: Words


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term as the table shows it, with a change that is planned."""

    term: Term
    name: str
    value: str
    ground: str
    planned: str
    planned_from: date | None


@dataclass(frozen=True, slots=True)
class Switch:
    """A text or a channel, and whether it is switched off."""

    code: str
    name: Words
    off: bool


def calls_for(reader: Reader, at: datetime) -> list[Call]:
    """Whom this reader should see called, the longest waiting first; persons are noted as read."""
    names = _names(Message.objects.filter(state=TO_CALL), reader, at)
    instead = _instead_of(reader, names, at)
    tasks = call_tasks(at, keys={*names, *instead}, limit=MOST)
    tasks = [one for one in tasks if one.recipient.key in names or one.recipient.kind == CALL_BACK]
    people = [task.recipient.key for task in tasks if task.recipient.kind in PEOPLE]
    ledger.saw_all("person", people)
    ledger.read_apart(DEPUTY, "person", set(people) & instead.keys())
    told = {key: (name, "") for key, name in names.items()} | instead
    return [Call(task, *told[task.recipient.key]) for task in tasks]


def calls_waiting(reader: Reader, at: datetime) -> int:
    """How many calls wait within reach of a reader; without a desk, of who asked to be called."""
    if not reader.is_worker:
        return 0
    waiting = Message.objects.filter(state=TO_CALL)
    called = waiting.filter(recipient_kind=CALL_BACK)
    if reader.desk_ids:
        near = waiting.filter(recipient_key__in=_names(waiting, reader, at))
    else:
        seen = persons_visible_to(reader, at).values("key")
        near = called.filter(recipient_key__in=seen)
    instead = _instead_of(reader, (), at)
    more = called.filter(recipient_key__in=instead).exclude(pk__in=near.values("pk")) if instead else ()
    return near.count() + len(more)


def call_for(reader: Reader, key: UUID, at: datetime) -> Message | None:
    """A message to be called about, if it is within reach."""
    rows = Message.objects.filter(state=TO_CALL, key=key)
    message = rows.first()
    if message is None:
        return None
    known = _names(rows, reader, at)
    asked = message.recipient_kind == CALL_BACK
    instead = _instead_of(reader, known, at) if asked else {}
    return message if message.recipient_key in {*known, *instead} else None


def undelivered_to(reader: Reader, at: datetime) -> list[Undelivered]:
    """The messages within reach that did not arrive, the newest first."""
    names = _names(undeliverable(), reader, at)
    rows = list(undeliverable().filter(recipient_key__in=names)[:MOST])
    people = [row.recipient_key for row in rows if row.recipient_kind == "person"]
    ledger.saw_all("person", people)
    return [Undelivered(row, names[row.recipient_key], text_named(row.text).body) for row in rows]


def undelivered_one(reader: Reader, key: UUID, at: datetime) -> Message | None:
    """A message that did not arrive, if it is within reach."""
    rows = undeliverable().filter(key=key)
    message = rows.first()
    return message if message and message.recipient_key in _names(rows, reader, at) else None


def _instead_of(reader: Reader, known: Container[UUID], at: datetime) -> dict[UUID, tuple[str, str]]:
    """Who asked to be called and is kept by an absent colleague of this reader: name, and colleague.

    They were told who calls; nothing else of them is within reach by this.
    """
    kept = calls_for_colleagues(reader, at)
    people = Person.objects.filter(pk__in=kept).order_by("pk") if kept else ()
    return {one.key: (one.name, kept[one.pk]) for one in people if one.key not in known}


def _names(messages: QuerySet[Message], reader: Reader, at: datetime) -> dict[UUID, str]:
    """The recipients of these messages within reach: people the reader may see, and the desks
    and workers of the own regions and organisations."""
    keys = messages.order_by().values("recipient_key")
    near = Desk.objects.filter(region__in=reader.region_ids) | Desk.objects.filter(
        organisation__in=reader.organisation_ids
    )
    workers = Worker.objects.filter(roles__organisation__in=near.values("organisation"))
    rows: tuple[QuerySet[Person] | QuerySet[Desk] | QuerySet[Worker], ...] = (
        persons_visible_to(reader, at).filter(key__in=keys),
        near.filter(key__in=keys),
        workers.filter(key__in=keys),
    )
    names = {row.key: row.name for found in rows for row in found.order_by("pk")}
    accounts = workers.filter(account__key__in=keys).order_by("pk")
    return names | dict(accounts.values_list("account__key", "name"))


def term_rows(at: datetime) -> list[TermRow]:
    """Every term that holds on the day of ``at``, by name, with what is planned."""
    today = local_day(at)
    holding: dict[str, Term] = {}
    planned: dict[str, Term] = {}
    for term in Term.objects.order_by("valid_from", "pk"):
        if term.valid_from > today:
            planned.setdefault(term.code, term)
        elif term.valid_until is None or term.valid_until > today:
            holding[term.code] = term
    rows = [_term_row(term, planned.get(code)) for code, term in holding.items()]
    return sorted(rows, key=lambda row: row.name.casefold())


def term_row(code: str, at: datetime) -> TermRow | None:
    """One term of the table."""
    return next((row for row in term_rows(at) if row.term.code == code), None)


def _term_row(term: Term, planned: Term | None) -> TermRow:
    return TermRow(
        term=term,
        name=in_language(term.name),
        value=value_words(term.value),
        ground=ground_words(term),
        planned=value_words(planned.value) if planned else "",
        planned_from=planned.valid_from if planned else None,
    )


def text_switches(at: datetime) -> list[Switch]:
    """Every text that can be sent, by what it says, with whether it is switched off."""
    off = set(_switched_off(at).filter(channel="").values_list("text", flat=True))
    return [Switch(name, text.body, name in off) for name, text in sorted(TEXTS.items())]


def channel_switches(at: datetime) -> list[Switch]:
    """Every way messages go, with whether it is switched off."""
    off = set(_switched_off(at).filter(text="").values_list("channel", flat=True))
    return [Switch(code, name, code in off) for code, name in Channel.choices]


def _switched_off(at: datetime) -> QuerySet[MessageSwitch]:
    return MessageSwitch.objects.running(at).filter(recipient_key__isnull=True).order_by("pk")


def kind_of_file(key: UUID) -> str | None:
    """Whether a key is that of a family or a person; nothing else of them is read."""
    if Family.objects.filter(key=key).exists():
        return "family"
    return "person" if Person.objects.filter(key=key).exists() else None


def names_of_workers(keys: Iterable[UUID | None]) -> dict[UUID, str]:
    """The names of workers, by key."""
    known = {key for key in keys if key}
    return dict(Worker.objects.filter(key__in=known).order_by("pk").values_list("key", "name"))
