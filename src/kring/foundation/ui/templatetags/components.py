"""``<c-…>``: django-cotton, with the components of every page drawn without a template.

A component of cotton costs a template, a context and a look-up of each of its attributes; a page
has twenty chips, buttons, cards and icons. Cotton reads the tag; only the drawing is replaced.
"""

from typing import Any

from django import template
from django.template.base import Node, Parser, Token
from django.template.context import Context
from django_cotton.templatetags import UnprocessableDynamicAttr
from django_cotton.templatetags._component import (
    AttrKind,
    CottonComponentNode,
    PreparedAttr,
    cotton_component,
)

from kring.foundation.ui.components import DRAWN, Draw

register = template.Library()


class DrawnNode(Node):
    """One use of a component that Python draws."""

    def __init__(self, node: CottonComponentNode, draw: Draw) -> None:
        self.nodelist = node.nodelist
        self.draw = draw
        self.prepared: list[PreparedAttr] = node._prepared_attrs

    def render(self, context: Context) -> str:
        given: dict[str, Any] = {}
        for attr in self.prepared:
            try:
                given[attr.key] = _value(attr, context)
            except UnprocessableDynamicAttr:  # as in cotton: then the component's own value holds
                if attr.kind == AttrKind.UNQUOTED:
                    given[attr.key] = attr.value
        return self.draw(self.nodelist.render(context), **given)


def _value(attr: PreparedAttr, context: Context) -> Any:
    """What an attribute says here."""
    if attr.compiled is None:
        return attr.value
    if attr.kind == AttrKind.ESCAPED:
        return attr.compiled.nodelist.render(context)
    return attr.compiled.resolve(context)


@register.tag("cotton")
def component(parser: Parser, token: Token) -> Node:
    """A component, written ``<c-name …>`` in templates."""
    node: Node = cotton_component(parser, token)
    draw = DRAWN.get(node.component_name)  # type: ignore[attr-defined]
    return DrawnNode(node, draw) if draw else node
