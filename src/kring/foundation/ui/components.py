"""Components that stand on every page, drawn in Python: ``<c-chip>``, ``<c-button>`` and the like.

They are written in templates as every component. Each value goes through ``filled``, which
escapes it; what stands between the tags was drawn by the template and comes in as ``slot``. What
stands in a line begins on a new one, so that it never sticks to the word before it.
"""

from collections.abc import Callable
from datetime import datetime
from functools import lru_cache

from django.utils.safestring import SafeString

from kring.foundation.ui.markup import filled, joined
from kring.foundation.ui.templatetags.ui import icon as icon_of
from kring.foundation.ui.templatetags.ui import promise_bar

type Draw = Callable[..., str]


def chip(
    slot: str,
    *,
    kind: str = "",
    href: str = "",
    icon: str = "",
    current: object = False,
    **others: object,
) -> str:
    """A few words in a colour; with ``href`` a link, marked when it is where we are."""
    name = _name("chip", kind)
    if not href:
        return filled("\n<span{}{}>{}{}</span>", name, _others(others), _icon(icon, 15), slot)
    here = {"aria-current": "true"} if current else {}
    more = _others({"href": href} | here | others)
    return filled("\n<a{}{}>{}{}</a>", name, more, _icon(icon, 15), slot)


def button(
    slot: str,
    *,
    href: str = "",
    kind: str = "",
    size: str = "",
    type: str = "submit",  # noqa: A002 - the name of the attribute
    icon: str = "",
    name: str = "",
    value: str = "",
    **others: object,
) -> str:
    """A button of a form, or a link that looks like one."""
    look = _name("btn", kind, size)
    if href:
        more = _others({"href": href} | others)
        return filled("\n<a{}{}>{}{}</a>", look, more, _icon(icon, 18), slot)
    sent = {"name": name, "value": value} if name else {}
    more = _others({"type": type} | sent | others)
    return filled("\n<button{}{}>{}{}</button>", look, more, _icon(icon, 18), slot)


def card(
    slot: str, *, heading: str = "", kicker: str = "", kind: str = "", level: str = "2", **others: object
) -> str:
    """A part of a page under its own heading."""
    name = f"card {kind}" if kind else "card"
    above = filled('<p class="kicker">{}</p>', kicker) if kicker else ""
    title = ""
    if heading:
        title = filled("<h3>{}</h3>" if level == "3" else "<h2>{}</h2>", heading)
    whole = '<section class="{}"{}>\n{}{}\n{}\n</section>'
    return filled(whole, name, _others(others), above, title, slot)


def icon(_slot: str, *, name: str = "", size: str = "20", label: str = "") -> str:
    """A lucide icon; ``label`` is for one that stands without words."""
    drawn = icon_of(name, size)
    if not label:
        return filled("\n{}", drawn)
    return filled('\n<span role="img" aria-label="{}">{}</span>', label, drawn)


def promise(
    _slot: str,
    *,
    starts: datetime | None = None,
    due: datetime | None = None,
    at: datetime | None = None,
    words: str = "",
    kind: str = "",
    still: object = False,
) -> str:
    """The bar of a promise."""
    return promise_bar(starts, due, at, said=words, kind=kind, still=still)


DRAWN: dict[str, Draw] = {
    "chip": chip,
    "button": button,
    "card": card,
    "icon": icon,
    "promise": promise,
}


@lru_cache(maxsize=256)
def _name(base: str, *kinds: str) -> SafeString:
    """The class attribute: the base, and the base with each kind."""
    names = [base, *(f"{base}-{kind}" for kind in kinds if kind)]
    return filled(' class="{}"', " ".join(names))


def _icon(name: str, size: int) -> str:
    return icon_of(name, size) if name else ""


def _others(others: dict[str, object]) -> str:
    """Attributes as written; one without a value stands alone."""
    if not others:
        return ""
    return joined(_attribute(name, value) for name, value in others.items())


def _attribute(name: str, value: object) -> SafeString:
    return filled(" {}", name) if value is True else filled(' {}="{}"', name, value)
