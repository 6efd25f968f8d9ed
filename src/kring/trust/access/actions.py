"""Writing access as a fact; called by the deeds of upper rooms, inside their transaction."""

from datetime import datetime
from uuid import UUID

from kring.registry.network.models import Desk, Worker
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


def end_involvements(*, at: datetime, because_key: UUID, role: str | None = None) -> int:
    """End what ran because of one deed (a question, a hand-over); returns how many ended."""
    running = Involvement.objects.running(at).filter(because_key=because_key)
    if role is not None:
        running = running.filter(role=role)
    return running.update(ends_at=at)
