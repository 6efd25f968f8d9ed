"""What persons asked of their team, for who may answer and for who asked."""

from datetime import datetime

from django.db.models import Q

from kring.foundation.journal import ledger
from kring.registry.network.models import Organisation, Worker, WorkerRole
from kring.support.plans.models import HelperWish
from kring.support.plans.rules.team import COORDINATE
from kring.trust.access.readers import Reader


def coordinators_of(owner: Organisation, at: datetime) -> list[Worker]:
    """Who coordinates for an organisation: of its workers those whose role says so."""
    roles = WorkerRole.objects.running(at).filter(organisation=owner).select_related("worker", "role")
    present = roles.filter(Q(worker__left_at__isnull=True) | Q(worker__left_at__gt=at))
    found = {row.worker for row in present.order_by("pk") if COORDINATE in row.role.grants}
    return sorted(found, key=lambda worker: worker.pk)


def wishes_to_answer(reader: Reader) -> list[HelperWish]:
    """What waits for this coordinator, the oldest first; never what is about themself.

    Whose wish it is, is noted as read: a coordinator takes part in no family by that alone.
    """
    if reader.worker_id is None or not reader.may(COORDINATE):
        return []
    rows = HelperWish.objects.filter(plan__owner__in=reader.organisation_ids, answered_at__isnull=True)
    mine = rows.filter(Q(about__isnull=True) | ~Q(about=reader.worker_id))
    found = list(mine.select_related("plan", "person", "about").order_by("asked_at", "pk"))
    ledger.saw_all("person", (wish.person.key for wish in found))
    return found


def wishes_of(reader: Reader) -> list[HelperWish]:
    """What somebody with an own access asked themself, the newest first."""
    if reader.person is None:
        return []
    rows = HelperWish.objects.filter(person=reader.person).select_related("about", "answered_by")
    return list(rows.order_by("-asked_at", "-pk"))
