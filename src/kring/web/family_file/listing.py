"""Own families by name, page by page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from kring.registry.people.models import Family
from kring.trust.access.finding import helping
from kring.trust.access.glass import opened_by_glass
from kring.trust.access.models import Involvement
from kring.trust.access.readers import Reader

ROWS = 25


@dataclass(frozen=True, slots=True)
class FamilyLine:
    """A family with who knows it best and since when: two of one name are told apart by it."""

    family: Family
    anchor: str = ""
    team: str = ""
    since: datetime | None = None


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


def lines_of(families: Iterable[Family], reader: Reader, at: datetime) -> list[FamilyLine]:
    """The families with who helps them; of one seen in an emergency the name alone."""
    found = list(families)
    opened = opened_by_glass(reader.worker_id or 0, at).values_list("family_id", flat=True)
    dark = set(opened) if reader.glass else set()
    around: dict[int | None, list[Involvement]] = {}
    for row in helping((one.pk for one in found if one.pk not in dark), at):
        around.setdefault(row.family_id, []).append(row)
    return [_line(one, around.get(one.pk, [])) for one in found]


def _line(family: Family, around: list[Involvement]) -> FamilyLine:
    if not around:
        return FamilyLine(family)
    anchors = [row.worker.name for row in around if row.role == Involvement.Role.ANCHOR and row.worker]
    desks = [row.desk.name for row in around if row.desk]
    return FamilyLine(
        family, next(iter(anchors), ""), next(reversed(desks), ""), since=around[0].starts_at
    )


def _is_key(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
