"""Who looked: the answer the journal gives about the reading of a family or a person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from kring.foundation.journal.models import JournalEntry, JournalPayload, JournalSubject
from kring.foundation.records.prepared import Prepared


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


def who_looked(keys: Iterable[UUID], since: datetime, limit: int = 200) -> list[Look]:
    """The last ``limit`` pages that showed one of these keys, the newest first; two queries.

    Words that were erased leave the moment of the look only.
    """
    entries: list[JournalEntry] = _READ.rows(
        shape={"limit": limit}, keys=tuple(sorted(set(keys))), since=since
    )
    payloads = JournalPayload.objects.filter(pk__in=[entry.pk for entry in entries])
    bodies = {payload.pk: payload.body for payload in payloads.order_by("pk")} if entries else {}
    return [_look(entry, bodies.get(entry.pk, {})) for entry in entries]


def _read(*, keys: tuple[UUID, ...], since: datetime, limit: int) -> QuerySet[JournalEntry]:
    about = JournalSubject.objects.filter(subject_key__in=keys).values("entry")
    read = JournalEntry.objects.filter(pk__in=about, verb="read", at__gte=since)
    return read.order_by("-at", "-pk")[:limit]


_READ = Prepared(_read, plan_anew=True)


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
