"""The pages about one family that stand beside each other, as tabs: one explicit list.

A tab whose route does not exist is left out; a new page about a family adds one line here.
"""

from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from django.urls import NoReverseMatch
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from kring.foundation.ui.addresses import address_of
from kring.registry.people.models import Family


@dataclass(frozen=True, slots=True)
class Tab:
    """A page about a family: its code, its name and its route."""

    code: str
    label: str | Promise
    route: str


TABS = (
    Tab("plan", _("Gezinsplan"), "plan:plan"),
    Tab("people", _("Gezin"), "family_file:family"),
    Tab("circle", _("De kring"), "plan:circle"),
    Tab("story", _("Verhaal"), "family_file:story"),
    Tab("documents", _("Documenten"), "family_file:documents"),
    Tab("meetings", _("Afspraken"), "together:meetings"),
    Tab("looked", _("Wie keek"), "family_file:looked"),
)


_ANY = UUID(int=1)
LINK = '<li><a href="{}">{}</a></li>'
HERE = '<li><a href="{}" aria-current="page">{}</a></li>'


@lru_cache(maxsize=1)
def shown_tabs() -> tuple[Tab, ...]:
    """The tabs whose page exists."""
    return tuple(tab for tab in TABS if _exists(tab.route))


def drawn_tabs(family: Family, current: str) -> SafeString:
    """The tabs of a family; ``current`` is the code of the page they stand on."""
    links = [
        format_html(HERE if tab.code == current else LINK, address_of(tab.route, family.key), tab.label)
        for tab in shown_tabs()
    ]
    about = _g("Over dit gezin")
    rows = format_html_join("", "{}", ((link,) for link in links))
    return format_html('<nav class="tabs" aria-label="{}"><ul>{}</ul></nav>', about, rows)


def _exists(route: str) -> bool:
    try:
        address_of(route, _ANY)
    except NoReverseMatch:
        return False
    return True
