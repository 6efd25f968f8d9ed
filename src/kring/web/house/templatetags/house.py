"""Words of the pages of the Houses."""

from collections.abc import Mapping

from django import template
from django.utils.translation import get_language

from kring.foundation.records.local_text import in_language
from kring.registry.places.models import Municipality

register = template.Library()


@register.filter
def said(text: Mapping[str, str]) -> str:
    """A text of ``{nl, fr, en}`` in the language of the page."""
    return in_language(dict(text))


@register.filter
def town_name(town: Municipality) -> str:
    """A municipality as the page calls it."""
    return town.name_in(get_language() or "nl")
