"""What persons asked of their team, for who may answer and for who asked."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from kring.foundation.journal import ledger
from kring.registry.network.models import PartnershipMember
from kring.registry.network.queries import open_desks
from kring.support.plans.models import HelperWish
from kring.support.plans.rules import may_answer_wish
from kring.support.plans.rules.coordinating import COORDINATE, coordinators_of
from kring.trust.access.readers import Reader

__all__ = ["coordinators_of", "wish_for", "wishes_of", "wishes_to_answer"]


def wishes_to_answer(reader: Reader, at: datetime, most: int = 100) -> list[HelperWish]:
    """What waits for this coordinator, the oldest first; never what is about themself.

    Whose wish it is, is noted as read: a coordinator takes part in no family by that alone.
    """
    if reader.worker_id is None or not reader.may(COORDINATE):
        return []
    members = PartnershipMember.objects.running(at).filter(partnership__in=reader.region_ids)
    near = Q(plan__owner__in=reader.organisation_ids)
    near |= Q(plan__owner__in=members.values("organisation"))
    there = open_desks(at).filter(region__in=reader.region_ids)
    near |= Q(plan__owner__in=there.values("organisation"))
    rows = HelperWish.objects.filter(near, answered_at__isnull=True)
    found = list(_told(rows).order_by("asked_at", "pk")[: 2 * most])
    may: dict[tuple[int, int | None], bool] = {}
    for wish in found:
        who = (wish.plan.owner_id, wish.about_id)
        if who not in may:
            may[who] = may_answer_wish(reader, wish, at)
    mine = [wish for wish in found if may[wish.plan.owner_id, wish.about_id]][:most]
    ledger.saw_all("person", (wish.person.key for wish in mine))
    return mine


def wish_for(reader: Reader, key: UUID, at: datetime) -> HelperWish | None:
    """A wish this coordinator may answer or answered; noted as read."""
    if reader.worker_id is None or not reader.may(COORDINATE):
        return None
    wish = _told(HelperWish.objects.filter(key=key)).first()
    if wish is None or not may_answer_wish(reader, wish, at):
        return None
    ledger.saw("person", wish.person.key)
    return wish


def wishes_of(reader: Reader) -> list[HelperWish]:
    """What somebody with an own access asked themself, the newest first."""
    if reader.person is None:
        return []
    rows = HelperWish.objects.filter(person=reader.person).select_related("about", "answered_by")
    return list(rows.order_by("-asked_at", "-pk"))


def _told(rows: QuerySet[HelperWish]) -> QuerySet[HelperWish]:
    return rows.select_related("plan__owner", "person", "about", "answered_by")
