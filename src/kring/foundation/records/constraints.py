"""Small named database constraints, so that an invariant reads as one line in a model."""

from django.db import models
from django.db.models import F, Q


def period_in_order(
    model: str, start: str = "starts_at", end: str = "ends_at"
) -> models.CheckConstraint:
    """A half-open period ``[start, end)`` that is not turned round; an empty end still runs."""
    return models.CheckConstraint(
        condition=Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gte": F(start)}),
        name=f"{model}_{end}_after_{start}"[:63],
    )


def both_or_neither(model: str, one: str, other: str) -> models.CheckConstraint:
    """Two fields that only mean something together."""
    empty = Q(**{f"{one}__isnull": True}) & Q(**{f"{other}__isnull": True})
    full = Q(**{f"{one}__isnull": False}) & Q(**{f"{other}__isnull": False})
    return models.CheckConstraint(condition=empty | full, name=f"{model}_{one}_with_{other}"[:63])


def exactly_one_of(model: str, *fields: str) -> models.CheckConstraint:
    """Of several references precisely one is set."""
    condition = Q()
    for chosen in fields:
        condition |= Q(**{f"{field}__isnull": field != chosen for field in fields})
    return models.CheckConstraint(condition=condition, name=f"{model}_one_of_{'_'.join(fields)}"[:63])


def one_of_choices(model: str, field: str, values: list[str]) -> models.CheckConstraint:
    """A state or kind outside its list cannot be stored."""
    return models.CheckConstraint(
        condition=Q(**{f"{field}__in": sorted(values)}), name=f"{model}_{field}_listed"[:63]
    )
