"""Putting one part of a plan before another: every part keeps a place of its own."""

from typing import Any

from django.db.models import QuerySet

from kring.support.plans.models import Action, Goal


def put_before[P: (Goal, Action)](moved: P, before: P | None, row: QuerySet[P]) -> None:
    """Put a part of a row before another one of that row, or last; only places are written."""
    placed: list[Any] = list(row.exclude(pk=moved.pk).order_by("position", "pk"))
    placed.insert(placed.index(before) if before in placed else len(placed), moved)
    for position, one in enumerate(placed, start=1):
        one.position = position
    row.bulk_update(placed, ["position"])
