"""The work of an account as it stands now: roles, desks and the desks of its regions, read at once."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.records.together import Together
from kring.registry.network.models import Absence, Desk, Duty, Pause, WorkerRole
from kring.trust.access.models import BrokenGlass, OwnCircle


@dataclass(frozen=True, slots=True)
class Work:
    """What the worker of an account does at one moment.

    ``roles`` are those that count, the oldest first, each marked with ``has_circle`` and
    ``has_glass``; ``desks`` the open desks the worker is on the list of or stands in for, and
    ``desks_there`` all desks of the regions of a role, each desk with its region (inner numbers).
    """

    roles: list[WorkerRole]
    desks: list[tuple[int, int]]
    desks_there: list[tuple[int, int]]

    def regions_with(self, grant: str) -> frozenset[int]:
        """The regions for which a role gives this grant."""
        return frozenset(
            role.partnership_id
            for role in self.roles
            if role.partnership_id is not None and grant in role.role.grants
        )


def work_of(account: int, at: datetime) -> Work:
    """The work of an account (inner number); without roles nothing else counts. One read."""
    found = _WORK.lists(account=account, at=at, day=local_day(at))
    roles = sorted(found["roles"], key=lambda role: (role.starts_at, role.pk))
    return Work(roles, [*found["duties"], *found["stands_in"]], found["desks_there"])


def _roles(*, account: int, at: datetime, day: date) -> QuerySet[WorkerRole]:
    """The roles that count now: of who still works here, for an organisation that is not stopped."""
    held = WorkerRole.objects.running(at).filter(worker__account_id=account)
    present = held.filter(Q(worker__left_at__isnull=True) | Q(worker__left_at__gt=at))
    open_ones = present.filter(
        Q(organisation__closed_on__isnull=True) | Q(organisation__closed_on__gt=day),
        ~Exists(Pause.objects.running(at).filter(organisation=OuterRef("organisation"))),
    )
    own = OwnCircle.objects.filter(worker=OuterRef("worker"), ends_at__isnull=True)
    glass = BrokenGlass.objects.running(at).filter(worker=OuterRef("worker"))
    marked = open_ones.annotate(has_circle=Exists(own), has_glass=Exists(glass))
    return marked.select_related("worker", "role", "organisation")


def _usable(at: datetime) -> QuerySet[Duty]:
    paused = Pause.objects.running(at).filter(organisation=OuterRef("desk__organisation"))
    return Duty.objects.running(at).filter(~Exists(paused), desk__closed_at__isnull=True)


def _duties(*, account: int, at: datetime) -> QuerySet[Duty, Any]:
    mine = _usable(at).filter(worker__account_id=account)
    return mine.values_list("desk_id", "desk__region_id")


def _stands_in(*, account: int, at: datetime) -> QuerySet[Duty, Any]:
    away = Absence.objects.running(at).filter(deputy__account_id=account)
    return _usable(at).filter(worker__in=away.values("worker")).values_list("desk_id", "desk__region_id")


def _desks_there(*, account: int, at: datetime) -> QuerySet[Desk, Any]:
    held = WorkerRole.objects.running(at).filter(worker__account_id=account)
    return Desk.objects.filter(region__in=held.values("partnership")).values_list("pk", "region_id")


_WORK = Together(roles=_roles, duties=_duties, stands_in=_stands_in, desks_there=_desks_there)
