"""Who looked: the answer the journal gives about the reading of a family or a person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from kring.foundation.journal.actor import ActorKind
from kring.foundation.journal.models import JournalEntry, JournalPayload, JournalSubject
from kring.foundation.records.prepared import Prepared

COUNTED = ("person", "family")
"""What makes a page a look at somebody; a family that is only hinted at is none."""


@dataclass(frozen=True, slots=True)
class OwnFamily:
    """A family somebody belonged to, from when until when; ``pk`` is its inner number."""

    pk: int
    key: UUID
    since: datetime
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Look:
    """One page on which somebody read about these subjects.

    ``because`` is the role or reason that opened it, ``page`` the name of its route.
    """

    at: datetime
    who: str
    organisation: str
    because: str
    page: str
    actor_key: UUID | None


def who_looked(
    keys: Iterable[UUID],
    since: datetime,
    limit: int = 200,
    *,
    apart: Mapping[UUID, UUID] | None = None,
) -> list[Look]:
    """The last ``limit`` pages that showed one of these keys, the newest first; two queries.

    Words that were erased leave the moment of the look only. A person who read their own part is
    not told: that they can is theirs to know. ``apart`` are questions that stand on their own, with
    who asks: a page with such a question says nothing of a look at who asks it.
    """
    if apart:
        return _told(_rows(_without(_counted(keys), apart), since, limit))
    entries = _READ.rows(shape={"limit": limit}, keys=tuple(sorted(set(keys))), since=since)
    return _told(entries)


def looks_at_own_part(
    key: UUID,
    families: Iterable[OwnFamily],
    since: datetime,
    limit: int = 200,
    *,
    apart: Mapping[UUID, UUID] | None = None,
    through_family: bool = False,
) -> list[Look]:
    """The pages that showed this person, as that person may read them.

    A page about a family this person was no member of is left out: those are helpers of others.
    With ``through_family`` only pages about one of these families count: so a parent reads who
    looked at a child, and nothing of what that child asked alone.
    """
    about = JournalSubject.objects.filter(subject_key=key, kind="person")
    named = JournalSubject.objects.filter(entry=OuterRef("entry"), kind="family")
    own = Q()
    for family in families:
        until = Q() if family.until is None else Q(entry__at__lt=family.until)
        own |= Q(subject_key=family.key, entry__at__gte=family.since) & until
    mine = Exists(named.filter(own)) if own else Q(pk__in=[])
    seen = about.filter(mine) if through_family else about.filter(~Exists(named) | mine)
    return _told(_rows(_without(seen, apart or {}), since, limit))


def _without(about: QuerySet[JournalSubject], apart: Mapping[UUID, UUID]) -> QuerySet[JournalSubject]:
    """Without pages that showed somebody for a question they asked alone, or for no family at all."""
    if not apart:
        return about
    pages = JournalSubject.objects.filter(kind="request", subject_key__in=list(apart))
    named = JournalSubject.objects.filter(entry=OuterRef("entry"), kind="family")
    alone = Q(entry__in=pages.values("entry")) | ~Exists(named)
    return about.exclude(Q(subject_key__in=set(apart.values())) & alone)


def _counted(keys: Iterable[UUID]) -> QuerySet[JournalSubject]:
    return JournalSubject.objects.filter(subject_key__in=list(keys), kind__in=COUNTED)


def _rows(about: QuerySet[JournalSubject], since: datetime, limit: int) -> QuerySet[JournalEntry]:
    read = JournalEntry.objects.filter(pk__in=about.values("entry"), verb="read", at__gte=since)
    return read.exclude(actor_kind=ActorKind.PERSON).order_by("-at", "-pk")[:limit]


def times_looked(
    keys: Iterable[UUID],
    since: datetime,
    limit: int = 200,
    *,
    apart: Mapping[UUID, UUID] | None = None,
) -> tuple[int, int]:
    """How many looks ``who_looked`` tells of, and of how many people, without reading its words."""
    actors: list[UUID | None]
    if apart:
        rows = _rows(_without(_counted(keys), apart), since, limit)
        actors = list(rows.values_list("actor_key", flat=True))
    else:
        keyed = tuple(sorted(set(keys)))
        actors = _BY_WHOM.rows(shape={"limit": limit}, keys=keyed, since=since)
    return len(actors), len(set(actors))


def _read(*, keys: tuple[UUID, ...], since: datetime, limit: int) -> QuerySet[JournalEntry]:
    return _rows(_counted(keys), since, limit)


def _by_whom(*, keys: tuple[UUID, ...], since: datetime, limit: int) -> QuerySet[JournalEntry, Any]:
    return _read(keys=keys, since=since, limit=limit).values_list("actor_key", flat=True)


_READ = Prepared(_read, plan_anew=True)
_BY_WHOM = Prepared(_by_whom, plan_anew=True)


def _told(found: Iterable[JournalEntry]) -> list[Look]:
    entries = list(found)
    payloads = JournalPayload.objects.filter(pk__in=[entry.pk for entry in entries])
    bodies = {payload.pk: payload.body for payload in payloads.order_by("pk")} if entries else {}
    return [_look(entry, bodies.get(entry.pk, {})) for entry in entries]


def _look(entry: JournalEntry, body: dict[str, object]) -> Look:
    details = body.get("details")
    page = details.get("page", "") if isinstance(details, dict) else ""
    return Look(
        at=entry.at,
        who=str(body.get("by", "")),
        organisation=str(body.get("for", "")),
        because=str(body.get("because", "")),
        page=str(page),
        actor_key=entry.actor_key,
    )


def pages_read(actor: UUID, about: UUID, since: datetime, until: datetime) -> int:
    """How many pages about somebody an actor read in ``[since, until)``."""
    entries = JournalSubject.objects.filter(subject_key=about).values("entry")
    read = JournalEntry.objects.filter(pk__in=entries, verb="read", actor_key=actor)
    return read.filter(at__gte=since, at__lt=until).count()
