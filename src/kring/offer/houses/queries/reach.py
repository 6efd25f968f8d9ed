"""How many people a House reached, per pillar: counted, and without small numbers."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count

from kring.foundation.deadlines.calendar import local_day, start_of_day
from kring.foundation.deadlines.queries import number_at
from kring.offer.directory.models import Pillar
from kring.offer.houses.models import AgeBand, House, Spoken, VisitKind, WalkIn

HIDDEN = None
type Cells = dict[str, int | None]
"""A count by code; None is a count too small to show, or one that would give it away."""


@dataclass(frozen=True, slots=True)
class Reached:
    """Visits in ``[since, before)``: by pillar, kind, age, language and municipality.

    ``total`` is None where it is small itself.
    """

    since: datetime
    before: datetime
    total: int | None
    pillars: Cells
    kinds: Cells
    ages: Cells
    languages: Cells
    towns: Cells


def reach_of(house: House, *, since: datetime, before: datetime, at: datetime) -> Reached:
    """Count the visits of a period; the limit is the dated term ``small_cell_limit``."""
    limit = number_at("small_cell_limit", at)
    rows = WalkIn.objects.filter(house=house, at__gte=since, at__lt=before)
    counted = rows.values_list("pillar", "kind", "age_band", "language", "municipality__nis")
    by_all = list(counted.annotate(visits=Count("pk")).order_by())
    total = sum(row[-1] for row in by_all)

    def cells(column: int, codes: list[str]) -> Cells:
        found: Counter[str] = Counter()
        for row in by_all:
            found[row[column] or ""] += row[-1]
        return hidden_small({code: found.pop(code, 0) for code in codes} | dict(found), limit)

    return Reached(
        since,
        before,
        total if total == 0 or total >= limit else HIDDEN,
        cells(0, Pillar.values),
        cells(1, VisitKind.values),
        cells(2, AgeBand.values),
        cells(3, Spoken.values),
        cells(4, []),
    )


def visits_on_day(house: House, at: datetime) -> int:
    """How many visits were counted on the local day of ``at``, for who is counting."""
    day = local_day(at)
    rows = WalkIn.objects.filter(house=house, at__gte=start_of_day(day))
    return rows.filter(at__lt=start_of_day(day + timedelta(days=1))).count()


def hidden_small(found: Mapping[str, int], limit: int) -> Cells:
    """Counts with those under ``limit`` left out, and the smallest other too where they are one
    alone or together under ``limit``: the total would give them away. Nothing at all is no secret.
    """
    small = {code for code, count in found.items() if 0 < count < limit}
    others = sorted((count, code) for code, count in found.items() if count >= limit)
    together = sum(found[code] for code in small)
    if small and others and (len(small) == 1 or together < limit):
        small.add(others[0][1])
    return {code: HIDDEN if code in small else count for code, count in found.items()}
