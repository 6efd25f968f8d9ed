"""Writing access as a fact, and the one question about somebody who is not one's own.

Involvements are written by the deeds of upper rooms, inside their transaction.
"""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import DateTimeField, Value
from django.db.models.functions import Greatest

from kring.foundation.deadlines.queries import number_at
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, record
from kring.registry.network.models import Desk, Worker
from kring.registry.people.models import Family, Person
from kring.registry.people.queries import Identifiers, likely_same
from kring.registry.people.rules import check_enough_to_recognise
from kring.trust.access.models import Involvement, KnownCheck
from kring.trust.access.queries import is_protected
from kring.trust.access.rules import check_known_reason

AN_HOUR = timedelta(hours=1)


class TooManyChecks(Exception):
    """This worker asked as often as an hour allows."""


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
    return running.update(ends_at=Greatest("starts_at", Value(at, DateTimeField())))


@action
def check_known(*, who: Identifiers, worker: Worker, reason: str, by: Actor, at: datetime) -> bool:
    """Whether the network knows somebody like this already; never who, where, or through whom.

    Asks a number or a birth date with the full name, and a reason of at least ten signs (else
    ValidationError); at most ``known_check_per_hour`` an hour (else TooManyChecks). Of a family
    with a protected address the answer is no: that they exist here at all may endanger them.
    """
    check_known_reason(reason)
    check_enough_to_recognise(
        given_name=who.given_name,
        family_name=who.family_name,
        birth_date=who.birth_date,
        national_number=who.national_number,
    )
    _count_check(worker, reason, at)
    found = [likely.person for likely in likely_same(who)]
    about: list[tuple[str, UUID]] = [("person", person.key) for person in found]
    about.append(("worker", worker.key))
    record(by=by, at=at, did="person.known_checked", about=about, because=reason.strip()[:200])
    return any(not is_protected(person, at) for person in found)


def _count_check(worker: Worker, reason: str, at: datetime) -> None:
    """One more; the locked row of the worker keeps two at once from both being the last allowed."""
    Worker.objects.select_for_update().get(pk=worker.pk)
    recent = KnownCheck.objects.filter(worker=worker, at__gt=at - AN_HOUR)
    if recent.count() >= number_at("known_check_per_hour", at):
        raise TooManyChecks
    KnownCheck.objects.create(worker=worker, at=at, reason=reason.strip()[:200])
