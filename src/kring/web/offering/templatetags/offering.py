"""What the templates of this room ask: a text of the directory in the language of the screen."""

from django import template

from kring.foundation.records.local_text import in_language

register = template.Library()
register.filter("local", in_language)
