"""Writing access as a fact.

Involvements are written by the deeds of upper rooms, inside their transaction.
"""

from datetime import datetime
from uuid import UUID

from django.db.models import DateTimeField, QuerySet, Value
from django.db.models.functions import Greatest

from kring.registry.network.models import Desk, Organisation, Worker
from kring.registry.people.models import Family, Person
from kring.trust.access.models import Involvement


def involve(
    *,
    at: datetime,
    about: Family | Person,
    who: Worker | Desk,
    role: str,
    because: str,
    because_key: UUID,
) -> Involvement:
    """Let ``who`` take part from ``at``; the deed that causes it is journalled by its own room."""
    return Involvement.objects.create(
        family=about if isinstance(about, Family) else None,
        person=about if isinstance(about, Person) else None,
        worker=who if isinstance(who, Worker) else None,
        desk=who if isinstance(who, Desk) else None,
        role=role,
        because=because,
        because_key=because_key,
        starts_at=at,
    )


def end_involvements(
    *, at: datetime, because_key: UUID, role: str | None = None, of_workers: bool = False
) -> int:
    """End what runs because of one deed (a question, a hand-over); returns how many ended.

    With ``of_workers`` only what single workers see. What began after ``at``, by a deed that was
    written first, ends as it begins: it does not outlive this one.
    """
    running = Involvement.objects.filter(because_key=because_key, ends_at__isnull=True)
    if role is not None:
        running = running.filter(role=role)
    if of_workers:
        running = running.filter(worker__isnull=False)
    return _end(running, at)


def end_involvements_of(who: Worker | Organisation, *, at: datetime) -> int:
    """End everything a worker, or an organisation with its desks, takes part in; how many ended."""
    running = Involvement.objects.filter(ends_at__isnull=True)
    if isinstance(who, Worker):
        return _end(running.filter(worker=who), at)
    return _end(running.filter(organisation=who), at) + _end(running.filter(desk__organisation=who), at)


def end_involvements_from(chosen: QuerySet[Involvement], *, at: datetime) -> int:
    """End those of these that run; how many ended."""
    return _end(chosen.filter(ends_at__isnull=True), at)


def _end(running: QuerySet[Involvement], at: datetime) -> int:
    return running.update(ends_at=Greatest("starts_at", Value(at, DateTimeField())))
