"""The one list of the worker's side navigation.

An item whose route does not exist is left out, and so is one the reader has no grant for. Lower
rooms never know this list; a new page is added here by hand.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kring.support.requests.queries import open_on_desks
from kring.trust.access.queries import DESK_WORK
from kring.trust.access.readers import Reader

MOST_COUNTED = 1000
MOST_DRAWN = 1000
"""So many drawn navigations, of two kilobytes, a process keeps before it starts anew."""
CARE = "desk.work region.intake region.coordinate"
GAPS = "region.coordinate network.manage agency.figures"
_DRAWN: dict[tuple[object, ...], str] = {}

type Count = Callable[[Reader], int]


@dataclass(frozen=True)
class NavItem:
    """A page in the navigation: its name, its route, which grants open it (any of those named), and
    how many wait there.
    """

    label: str | Promise
    url_name: str
    count: Count | None = None
    grant: str = ""


@dataclass(frozen=True)
class NavGroup:
    """Items under one heading; the first group has none. A ``folded`` one opens on its heading, and
    stands open while one of its pages is shown.
    """

    label: str | Promise
    items: tuple[NavItem, ...]
    folded: bool = False


@dataclass(frozen=True)
class ShownItem:
    """An item as drawn on one page."""

    label: str | Promise
    url: str
    current: bool
    count: str


@dataclass(frozen=True)
class ShownGroup:
    """A group as drawn on one page, never empty."""

    label: str | Promise
    items: tuple[ShownItem, ...]
    folded: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the page that is shown stands in this group."""
        return any(item.current for item in self.items)


def open_on_my_desks(reader: Reader) -> int:
    """The open questions of the desks this reader works on, counted no further than needed."""
    if not reader.desk_ids:
        return 0
    return open_on_desks(reader.worker_id or 0, reader.desk_ids)


GROUPS = (
    NavGroup(
        "",
        (
            NavItem(_("Vandaag"), "desk:today"),
            NavItem(_("Vragen"), "desk:questions", count=open_on_my_desks, grant=CARE),
            NavItem(_("Overdrachten"), "desk:handovers", grant=CARE),
            NavItem(_("Gezinnen"), "family_file:families", grant=CARE),
            NavItem(_("Aanmeldingsoverleg"), "desk:intake", grant="region.intake"),
            NavItem(_("Te bellen"), "upkeep:calls", grant=CARE),
            NavItem(_("Noodtoegang"), "guard:glass", grant=DESK_WORK),
        ),
    ),
    NavGroup(
        _("Nieuw"),
        (
            NavItem(_("Aan de balie"), "desk:counter", grant=DESK_WORK),
            NavItem(_("Wie kwam langs?"), "house:choose", grant=DESK_WORK),
            NavItem(_("Op straat en in OverKop"), "house:met", grant=DESK_WORK),
            NavItem(_("Doorverwijzing"), "desk:referral", grant=DESK_WORK),
        ),
    ),
    NavGroup(
        _("Toezicht"),
        (
            NavItem(_("Nazicht noodtoegang"), "guard:reviews", grant="privacy.officer"),
            NavItem(_("Opvallend kijken"), "guard:looks", grant="privacy.officer"),
            NavItem(_("Vragen van het gerecht"), "court:requests", grant="privacy.officer"),
            NavItem(_("Bewaren en vernietigen"), "upkeep:holds", grant="privacy.officer"),
        ),
    ),
    NavGroup(
        _("Aanbod en netwerk"),
        (
            NavItem(_("Aanbod zoeken"), "finding:search"),
            NavItem(_("Ons aanbod"), "offering:services"),
            NavItem(_("Huizen van het Kind"), "house:houses"),
            NavItem(_("Partners"), "partners:partners"),
            NavItem(_("Drempels"), "chances:thresholds"),
        ),
    ),
    NavGroup(
        _("Nog meer"),
        (
            NavItem(_("Kaart"), "partners:map"),
            NavItem(_("Waar ontbreekt wat?"), "house:gaps", grant=GAPS),
            NavItem(_("Vragen inlezen"), "desk:loading", grant=DESK_WORK),
            NavItem(_("Gedaan, uit mijn systeem"), "carry:export", grant=DESK_WORK),
            NavItem(_("Meehelpen"), "guard:joins", grant=DESK_WORK),
            NavItem(_("Mijn eigen kring"), "guard:circle"),
            NavItem(_("In mijn agenda"), "carry:calendar"),
            NavItem(_("Termijnen"), "upkeep:terms"),
            NavItem(_("Berichten"), "upkeep:post", grant="network.manage"),
        ),
        folded=True,
    ),
)


def shown_navigation(request: HttpRequest) -> list[ShownGroup]:
    """The navigation of this reader on this page."""
    grants = frozenset(getattr(getattr(request, "reader", None), "grants", ()))
    groups = [
        (group, [item for item in group.items if _may_open(item, grants) and url_of(item.url_name)])
        for group in GROUPS
    ]
    current = _current_url(request.path, [item for _group, items in groups for item in items])
    return [
        ShownGroup(group.label, tuple(_shown(item, current, request) for item in items), group.folded)
        for group, items in groups
        if items
    ]


def drawn_navigation(groups: list[ShownGroup]) -> str:
    """The navigation as drawn, once for all who see the same items with the same counts."""
    items = (item for group in groups for item in group.items)
    seen = (get_language(), *((item.url, item.current, item.count) for item in items))
    drawn = _DRAWN.get(seen)
    if drawn is None:
        if len(_DRAWN) >= MOST_DRAWN:
            _DRAWN.clear()
        drawn = _DRAWN[seen] = render_to_string("shell/navigation.html", {"groups": groups})
    return drawn


@lru_cache(maxsize=64)
def url_of(url_name: str) -> str:
    """The address of a route, empty when there is no such route yet."""
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return ""


def count_words(count: int) -> str:
    """A count as it stands beside an item; nothing for none, and it stops at 1.000+."""
    if count <= 0:
        return ""
    return "1.000+" if count > MOST_COUNTED else str(count)


def _may_open(item: NavItem, grants: frozenset[str]) -> bool:
    return not item.grant or not grants.isdisjoint(item.grant.split())


def _current_url(path: str, items: list[NavItem]) -> str:
    urls = [url_of(item.url_name) for item in items]
    return max((url for url in urls if path.startswith(url)), key=len, default="")


def _shown(item: NavItem, current: str, request: HttpRequest) -> ShownItem:
    url = url_of(item.url_name)
    reader = getattr(request, "reader", None)
    count = item.count(reader) if item.count and reader is not None else 0
    return ShownItem(item.label, url, url == current, count_words(count))
