"""Templates a plan can be filled from."""

from datetime import date

from django.db.models import Q

from kring.registry.network.models import PartnershipMember
from kring.support.plans.models import Plan, PlanTemplate


def templates_for(plan: Plan, day: date) -> list[PlanTemplate]:
    """Those of everybody and of the partnerships of the plan's owner that hold on a day."""
    members = PartnershipMember.objects.filter(organisation=plan.owner_id, ends_at__isnull=True)
    theirs = Q(partnership__isnull=True) | Q(partnership__in=members.values("partnership"))
    rows = PlanTemplate.objects.filter(theirs, valid_from__lte=day)
    return list(rows.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=day)).order_by("pk"))
