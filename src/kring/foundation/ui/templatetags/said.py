"""Django's ``i18n`` tags, with a text that never differs in one language looked up once.

A page has some sixty fixed texts and the catalogue does not change while the process lives. This
library stands under the name ``i18n`` (settings), so that templates are written as ever.
"""

from django import template
from django.template.base import Node, Parser, Token
from django.template.context import Context
from django.templatetags import i18n
from django.templatetags.i18n import TranslateNode
from django.utils.translation import get_language

register = template.Library()
register.tags.update(i18n.register.tags)
register.filters.update(i18n.register.filters)


class SaidNode(Node):
    """A fixed text of the product, kept per language."""

    def __init__(self, node: TranslateNode) -> None:
        self.node = node
        self.said: dict[str | None, str] = {}

    def render(self, context: Context) -> str:
        language = get_language()
        said = self.said.get(language)
        if said is None:
            said = self.said[language] = self.node.render(context)
        return said


@register.tag("trans")
@register.tag("translate")
def translate(parser: Parser, token: Token) -> Node:
    """Django's ``translate``; what is not one fixed text stays with Django."""
    node = i18n.do_translate(parser, token)
    return SaidNode(node) if _is_fixed(node) else node


def _is_fixed(node: TranslateNode) -> bool:
    text = node.filter_expression
    literal = isinstance(getattr(text.var, "literal", None), str)
    return literal and not (text.filters or node.asvar or node.noop or node.message_context)
