"""Tags that keep what they worked out: a part every reader gets alike, and addresses by route."""

from uuid import UUID

from django import template
from django.conf import settings
from django.template.base import Node, NodeList, Parser, Token
from django.template.context import Context
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as django_url
from django.urls import NoReverseMatch
from django.utils.html import conditional_escape
from django.utils.translation import get_language

from kring.foundation.ui.addresses import address_of
from kring.foundation.ui.languages import FIRST, SOURCE

register = template.Library()
WHOLE = (SOURCE[0], *FIRST)


class KeptNode(Node):
    """A part of a page that is the same for everybody, drawn once per language."""

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist
        self.drawn: dict[str | None, str] = {}

    def render(self, context: Context) -> str:
        language = get_language()
        drawn = self.drawn.get(language)
        if drawn is None:
            nothing = Context()  # no request, no reader, no data: what is kept cannot hold them
            nothing.template = context.template
            drawn = self.drawn[language] = self.nodelist.render(nothing)
        return drawn


@register.tag("kept")
def kept(parser: Parser, token: Token) -> KeptNode:  # noqa: ARG001 - the signature is given
    """``{% kept %}…{% endkept %}``: inside it stand tags only, no variable of the page."""
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptNode(nodelist)


@register.simple_tag
def languages_spoken() -> list[tuple[str, str]]:
    """Code and own name of each language of the pages that families read."""
    return list(settings.LANGUAGES)


@register.simple_tag
def languages_of_work() -> list[tuple[str, str]]:
    """Code and own name of each language that every page speaks."""
    return [(code, name) for code, name in settings.LANGUAGES if code in WHOLE]


@register.simple_tag
def language_name() -> str:
    """The own name of the language of the page."""
    return dict(settings.LANGUAGES).get(get_language() or "", SOURCE[1])


class AddressNode(URLNode):
    """``{% url %}`` of Django, with the addresses of records kept per kind of page.

    Only keys of records go that way: another part may be a token, which is kept nowhere.
    """

    def render(self, context: Context) -> str:
        parts = [part.resolve(context) for part in self.args]
        if self.kwargs or not all(isinstance(part, UUID) for part in parts):
            return super().render(context)
        try:
            address = address_of(str(self.view_name.resolve(context)), *parts)
        except NoReverseMatch:
            if self.asvar is None:
                raise
            address = ""
        if self.asvar:
            context[self.asvar] = address
            return ""
        return conditional_escape(address)


@register.tag("url")
def url(parser: Parser, token: Token) -> AddressNode:
    """The address of a route, written as in Django."""
    node = django_url(parser, token)
    return AddressNode(node.view_name, node.args, node.kwargs, node.asvar)
