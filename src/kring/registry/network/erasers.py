"""How workers who left become nameless, and their accounts go.

A year after somebody left, their account goes (a dated term); after ten years what says who they
were goes too. What they did for families stays in its place, done by a former worker.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import F, Q, QuerySet

from kring.foundation.accounts.erasing import erase_accounts
from kring.foundation.accounts.models import Account
from kring.foundation.deadlines.calendar import before_term
from kring.foundation.deadlines.queries import term_at
from kring.foundation.journal.actor import Actor
from kring.foundation.retention.erasing import Due, Eraser, register_eraser
from kring.registry.network.models import Absence, Duty, Worker, WorkerRole

FORMER = "voormalig medewerker"
"""The name of somebody whose name is gone; a stored value, the same in every language."""


def workers_due(at: datetime) -> Iterable[Due]:
    """Workers who left longer ago than the term and still have a name."""
    return _due(Worker.objects.exclude(name=FORMER), "retention_worker", at)


def worker_accounts_due(at: datetime) -> Iterable[Due]:
    """Workers who left longer ago than the term of an account and still have one."""
    return _due(Worker.objects.exclude(account=None), "retention_account", at)


def make_nameless(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:
    """Take away name, addresses, account, roles and absences; the row stays for what points to it."""
    counts = erase_worker_accounts(by=by, at=at, keys=keys)
    workers = Worker.objects.filter(key__in=keys)
    away = Absence.objects.filter(Q(worker__in=workers) | Q(deputy__in=workers))
    counts.update(
        absence=away.delete()[0],
        duty=Duty.objects.filter(worker__in=workers).delete()[0],
        worker_role=WorkerRole.objects.filter(worker__in=workers).delete()[0],
        worker=workers.update(name=FORMER, email="", phone="", version=F("version") + 1),
    )
    return counts


def erase_worker_accounts(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:
    """Delete the accounts of these workers."""
    workers = Worker.objects.filter(key__in=keys, account__isnull=False)
    accounts = list(workers.order_by("pk").values_list("account_id", flat=True))
    workers.update(account=None, version=F("version") + 1)
    chosen = Account.objects.filter(pk__in=accounts)
    return Counter(account=erase_accounts(by=by, at=at, accounts=chosen))


def every_named_worker() -> Iterable[UUID]:
    """The keys of all workers who still have a name."""
    named = Worker.objects.exclude(name=FORMER).order_by("pk")
    return named.values_list("key", flat=True).iterator()


def _due(workers: QuerySet[Worker], term: str, at: datetime) -> list[Due]:
    before = before_term(at, term_at(term, at))
    left = workers.filter(left_at__lte=before).order_by("pk")
    return [Due(key, frozenset({key})) for key in left.values_list("key", flat=True)]


register_eraser(
    Eraser("worker", "worker", workers_due, make_nameless, every_named_worker, in_journal=True)
)
register_eraser(Eraser("account", "worker_account", worker_accounts_due, erase_worker_accounts))
