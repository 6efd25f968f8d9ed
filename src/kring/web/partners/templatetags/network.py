"""Words of the network pages."""

from django import template
from django.utils.translation import ngettext

from kring.support.plans.models import PlanTemplate
from kring.web.partners.forms import WEEKDAYS

register = template.Library()


@register.filter
def weekday_name(weekday: int) -> str:
    """The name of a weekday in small letters; Monday is 0."""
    return str(WEEKDAYS[weekday]).lower()


@register.filter
def template_size(one: PlanTemplate) -> str:
    """How many goals a plan template has, and how many actions."""
    done = sum(len(goal["actions"]) for goal in one.goals)
    goals = ngettext("%(count)d doel", "%(count)d doelen", len(one.goals)) % {"count": len(one.goals)}
    actions = ngettext("%(count)d afspraak", "%(count)d afspraken", done) % {"count": done}
    return f"{goals}, {actions}"
