"""Who coordinates: of the organisation itself, else of the regions it takes part in."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q, QuerySet

from kring.registry.network.models import Organisation, PartnershipMember, Worker, WorkerRole
from kring.registry.network.queries import open_desks

COORDINATE = "region.coordinate"


def coordinators_of(owner: Organisation, at: datetime, but: int | None = None) -> list[Worker]:
    """Who coordinates for an organisation, without the worker with inner number ``but``.

    Where nobody else does there, those of the regions it works in: a wish waits for somebody.
    """
    present = _present(at)
    own = _coordinating(present.filter(organisation=owner).order_by("pk"), but)
    if own:
        return own
    members = PartnershipMember.objects.running(at).filter(organisation=owner)
    near = Q(partnership__in=members.values("partnership"))
    near |= Q(partnership__in=open_desks(at).filter(organisation=owner).values("region"))
    return _coordinating(present.filter(near).order_by("pk"), but)


def _present(at: datetime) -> QuerySet[WorkerRole]:
    roles = WorkerRole.objects.running(at).select_related("worker", "role")
    return roles.filter(Q(worker__left_at__isnull=True) | Q(worker__left_at__gt=at))


def _coordinating(roles: Iterable[WorkerRole], but: int | None) -> list[Worker]:
    found = {row.worker for row in roles if COORDINATE in row.role.grants and row.worker_id != but}
    return sorted(found, key=lambda worker: worker.pk)
