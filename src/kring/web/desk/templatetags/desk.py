"""What the templates of the desk draw without a template."""

from collections.abc import Sequence

from django import template
from django.template.context import Context
from django.utils.safestring import SafeString

from kring.web.desk.drawing import drawn_rows
from kring.web.desk.rows import Row

register = template.Library()


@register.simple_tag(takes_context=True)
def question_rows(context: Context, rows: Sequence[Row]) -> SafeString:
    """The rows of a worklist."""
    return drawn_rows(rows, context["request"].at, str(context["csrf_token"]))
