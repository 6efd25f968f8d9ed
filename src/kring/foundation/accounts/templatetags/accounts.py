"""Small words for the templates of this room."""

from django import template

from kring.foundation.records import local_text

register = template.Library()


@register.filter
def in_language(text: local_text.LocalText) -> str:
    """A text of the demonstration in the language of the screen."""
    return local_text.in_language(text)
