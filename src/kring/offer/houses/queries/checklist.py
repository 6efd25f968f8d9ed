"""How a House stands with the conditions of its recognition, on a day."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from kring.foundation.deadlines.calendar import local_day
from kring.offer.houses.models import Condition, ConditionCheck, House


@dataclass(frozen=True, slots=True)
class Line:
    """One condition, and how it was judged last; ``check`` is None where nobody looked yet."""

    condition: Condition
    check: ConditionCheck | None


def conditions_on(at: datetime) -> list[Condition]:
    """The conditions that hold on the local day of ``at``, in the order of the file."""
    day = local_day(at)
    rows = Condition.objects.filter(valid_from__lte=day)
    rows = rows.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=day))
    return list(rows.order_by("place", "pk"))


def checklist(house: House, at: datetime) -> list[Line]:
    """Every condition that holds, with how it stands."""
    rows = ConditionCheck.objects.running(at).filter(house=house).order_by("pk")
    stands = {row.condition_id: row for row in rows}
    return [Line(one, stands.get(one.pk)) for one in conditions_on(at)]
