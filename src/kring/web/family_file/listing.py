"""Own families by name, page by page."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from kring.registry.people.models import Family

ROWS = 25


@dataclass(frozen=True, slots=True)
class FamilyPage:
    """One page; ``next`` is the address of the page after it, empty on the last."""

    rows: list[Family]
    next: str
    first: bool


def page_of_families(found: QuerySet[Family], after: str) -> FamilyPage:
    """The families that come after the one with the key ``after``: a name stands in no address."""
    shown = found.filter(key=after).first() if _is_key(after) else None
    if shown is not None:
        name = shown.search_name
        same = Q(search_name=name, key__gt=shown.key)
        found = found.filter(Q(search_name__gte=name) & (Q(search_name__gt=name) | same))
    rows = list(found.order_by("search_name", "key")[: ROWS + 1])
    more, rows = len(rows) > ROWS, rows[:ROWS]
    last = rows[-1] if rows else None
    following = f"?na={last.key}" if more and last else ""
    return FamilyPage(rows, following, first=shown is None)


def _is_key(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
