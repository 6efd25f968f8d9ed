"""Words of the network pages."""

from django import template

from kring.web.partners.forms import WEEKDAYS

register = template.Library()


@register.filter
def weekday_name(weekday: int) -> str:
    """The name of a weekday in small letters; Monday is 0."""
    return str(WEEKDAYS[weekday]).lower()
