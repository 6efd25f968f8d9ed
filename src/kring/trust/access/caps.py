"""How many different people a worker may look at, or take away in a copy, in an hour of the clock;
and how many copies somebody may take of their own part.

Each counts once, however often looked at. What was counted stands in one short-lived row per worker
and hour, read for every page with people on it and written only when somebody new is there. Two
pages at the same instant may count one of the two: a cap is a brake and not a lock.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from kring.foundation.accounts.models import SharedValue
from kring.foundation.deadlines.calendar import local_day
from kring.foundation.deadlines.queries import term_among, term_rows
from kring.foundation.journal import ledger
from kring.foundation.journal.actor import SYSTEM, Actor
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.foundation.outbox.actions import post
from kring.foundation.outbox.recipients import Recipient
from kring.foundation.records.together import Together
from kring.trust.access.glass import officers
from kring.trust.access.readers import Reader

LOOKS, COPIES = "look_persons_per_hour", "copy_persons_per_hour"
OWN_COPIES = "own_copies_per_hour"
AN_HOUR = timedelta(hours=1)
REACHED = "look-cap:"
LOOKS_PAGE = "/toezicht/opvallend/"
SIGNS = 12
"""Of a random key as many as tell a few hundred people apart."""


class TooManyPeople(Exception):
    """More different people in this hour than the term allows; nothing was counted."""


class TooManyCopies(Exception):
    """More copies of what somebody may read taken away in this hour than the term allows."""


def count_copy(reader: Reader, at: datetime) -> None:
    """Count what leaves as a file or on paper; called where it is made, before it leaves.

    For a worker everybody the page read counts against the cap of copies; for somebody who takes
    along their own part, the copy itself. Raises TooManyCopies; nothing was counted then. The
    sealed bundle of a legal request is decided by two officers and is not counted.
    """
    if reader.worker_id is not None:
        try:
            count_people(COPIES, reader.worker_id, ledger.seen_of("person"), at)
        except TooManyPeople as reached:
            raise TooManyCopies from reached
    elif reader.person is not None:
        _count_own_copy(reader.person.pk, at)


def _count_own_copy(person: int, at: datetime) -> None:
    name = f"{OWN_COPIES}:{person}:{_hour(at)}"
    made, most = _counted_and_most(name, OWN_COPIES, at)
    if len(made) >= most:
        raise TooManyCopies
    _keep(name, [*made, at.isoformat()], at)


def count_people(cap: str, worker: int, people: Iterable[UUID], at: datetime) -> None:
    """Count these people against a cap (a code of ``deadlines``) of a worker (inner number).

    Raises TooManyPeople when somebody new among them is one too many.
    """
    name = f"{cap}:{worker}:{_hour(at)}"
    counted, most = _counted_and_most(name, cap, at)
    known = set(counted)
    together = known | {key.hex[:SIGNS] for key in people}
    if together == known:
        return
    if len(together) > most:
        raise TooManyPeople
    _keep(name, sorted(together), at)


@action
def note_cap_reached(*, worker_key: UUID, by: Actor, at: datetime) -> None:
    """Write down that a page was refused; the officer is told by the clock, once an hour."""
    _keep(f"{REACHED}{worker_key}:{_hour(at)}", [], at)
    record(by=by, at=at, did="access.look_capped", about=[("worker", worker_key)])


@action
def tell_of_caps(*, at: datetime) -> None:
    """What ``kring tick`` does: a neutral message to every officer for each worker stopped."""
    reached = SharedValue.objects.filter(name__startswith=REACHED).order_by("name")
    nothing_changed()
    for row in reached:
        for officer in officers(at):
            once = f"access.look_cap:{row.name}:{officer.key}"
            to = Recipient("worker", officer.key)
            post(by=SYSTEM, at=at, to=to, text="access.look_cap", link=LOOKS_PAGE, once=once)
    reached.delete()


def _counted_and_most(name: str, cap: str, at: datetime) -> tuple[list[str], int]:
    """What was counted under this name, and how many the cap allows."""
    found = _CAP.lists(name=name, code=cap, day=local_day(at))
    return next(iter(found["counted"]), []), int(term_among(found["most"], cap))


def _counted(name: str) -> QuerySet[SharedValue, Any]:
    return SharedValue.objects.filter(name=name).values_list("value", flat=True)


_CAP = Together(counted=_counted, most=term_rows)


def _keep(name: str, value: list[str], at: datetime) -> None:
    SharedValue.objects.bulk_create(
        [SharedValue(name=name, value=value, expires_at=_end_of_hour(at))],
        update_conflicts=True,
        unique_fields=["name"],
        update_fields=["value", "expires_at"],
    )


def _hour(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y%m%d%H")


def _end_of_hour(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0) + 2 * AN_HOUR
