"""Templates a plan can be filled from."""

from datetime import date

from django.db.models import Q, QuerySet

from kring.registry.network.models import Organisation, Partnership, PartnershipMember
from kring.support.plans.models import Plan, PlanTemplate


def templates_for(plan: Plan, day: date) -> list[PlanTemplate]:
    """Those a plan can be filled from on a day."""
    return templates_of(plan.owner, day)


def templates_of(owner: Organisation, day: date) -> list[PlanTemplate]:
    """Those of everybody and of the partnerships this organisation takes part in, on a day."""
    members = PartnershipMember.objects.filter(organisation=owner, ends_at__isnull=True)
    theirs = Q(partnership__isnull=True) | Q(partnership__in=members.values("partnership"))
    return list(_holding(day).filter(theirs).order_by("pk"))


def templates_kept_by(partnership: Partnership, day: date) -> list[PlanTemplate]:
    """The own ones of a partnership on a day, in the order they were made."""
    return list(_holding(day).filter(partnership=partnership).order_by("pk"))


def general_templates(day: date) -> list[PlanTemplate]:
    """Those of everybody on a day; nobody changes them here."""
    return list(_holding(day).filter(partnership__isnull=True).order_by("pk"))


def _holding(day: date) -> QuerySet[PlanTemplate]:
    rows = PlanTemplate.objects.filter(valid_from__lte=day)
    return rows.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=day))
