"""Broken glass: what it opens, until when, and which still wait for a review."""

from datetime import datetime

from django.db.models import Q, QuerySet

from kring.foundation.journal import ledger
from kring.foundation.records.prepared import Prepared
from kring.registry.network.models import RoleType, Worker, WorkerRole
from kring.registry.network.rules import PRIVACY_OFFICER
from kring.registry.people.models import Family, Person
from kring.registry.people.queries import families_of
from kring.trust.access.models import BrokenGlass, Involvement
from kring.trust.access.readers import Reader

GLASS = "glass"
"""Why a page was read that an emergency access opened."""


def opened_by_glass(worker: int, at: datetime) -> QuerySet[BrokenGlass]:
    """The emergency accesses of a worker (inner number) that run."""
    return BrokenGlass.objects.filter(worker_id=worker, starts_at__lte=at, ends_at__gt=at)


_UNTIL = Prepared(
    lambda worker, family, at: (
        opened_by_glass(worker, at)
        .filter(family=family)
        .order_by("-ends_at")
        .values_list("ends_at", flat=True)[:1]
    )
)


def glass_until(reader: Reader, family: Family, at: datetime) -> datetime | None:
    """Until when the reader's emergency access to this family runs; None without one."""
    if not reader.glass or reader.worker_id is None:
        return None
    until: datetime | None = _UNTIL.first(worker=reader.worker_id, family=family.pk, at=at)
    return until


def count_as_glass(reader: Reader, family: Family, at: datetime) -> None:
    """Let the page that reads this family be told of as an emergency access, where one runs."""
    if glass_until(reader, family, at):
        ledger.read_because(GLASS)


def count_person_as_glass(reader: Reader, person: Person, at: datetime) -> None:
    """The same for a page that reads somebody of such a family."""
    if not reader.glass or reader.worker_id is None:
        return
    opened = opened_by_glass(reader.worker_id, at).values("family")
    if families_of(person.pk, at).filter(pk__in=opened).exists():
        ledger.read_because(GLASS)


def reviews_waiting() -> QuerySet[BrokenGlass]:
    """The emergency accesses nobody reviewed yet, the first due first."""
    waiting = BrokenGlass.objects.filter(reviewed_at__isnull=True)
    return waiting.select_related("worker", "family").order_by("review_by", "pk")


def reviews_done(since: datetime) -> QuerySet[BrokenGlass]:
    """The emergency accesses reviewed since, the newest first."""
    done = BrokenGlass.objects.filter(reviewed_at__gte=since)
    return done.select_related("worker", "reviewed_by").order_by("-reviewed_at", "-pk")


def reviews_late(at: datetime) -> int:
    """How many reviews are past their term."""
    return BrokenGlass.objects.filter(reviewed_at__isnull=True, review_by__lt=at).count()


def officers(at: datetime) -> list[Worker]:
    """The data protection officers who work now."""
    granted = [kind.pk for kind in RoleType.objects.all() if PRIVACY_OFFICER in kind.grants]
    roles = WorkerRole.objects.running(at).filter(role__in=granted)
    present = Q(left_at__isnull=True) | Q(left_at__gt=at)
    return list(Worker.objects.filter(present, pk__in=roles.values("worker")).order_by("pk"))


def keepers_of(about: Family, at: datetime) -> list[Involvement]:
    """Who keeps this family: the anchor person, else who holds its question (a worker or a desk)."""
    rows = Involvement.objects.running(at).filter(family=about, organisation__isnull=True)
    related = list(rows.select_related("worker", "desk").order_by("starts_at", "pk"))
    anchors = [row for row in related if row.role == Involvement.Role.ANCHOR]
    holders = [row for row in related if row.role == Involvement.Role.HOLDER]
    return anchors or [row for row in holders if row.worker_id] or holders
