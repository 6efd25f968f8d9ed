"""A foreign key points into its own room or down, in the order of the imports."""

from itertools import count

from django.apps import apps
from django.db import models

from tests.architecture.contracts import FLOORS, HOUSE
from tests.architecture.source import none_of


def places() -> dict[str, tuple[int, int]]:
    """Floor and step of each room by its app label; a higher number lies lower."""
    found: dict[str, tuple[int, int]] = {}
    for height, floor in enumerate(HOUSE.split(" > ")):
        for step, names in zip(count(), FLOORS.get(floor, "").split(" > "), strict=False):
            for name in names.split(" | "):
                found[name.strip("()")] = (height, step)
    return found


def may_point(source: str, target: str) -> bool:
    """Whether a record of the one room may name a record of the other."""
    known = places()
    if source == target or target not in known:
        return True
    return known[source] < known[target]


def links(model: type[models.Model]) -> list[models.Field]:
    local = [*model._meta.local_fields, *model._meta.local_many_to_many]
    return [field for field in local if field.remote_field]


def test_no_foreign_key_points_up():
    offenders = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in places()
        for field in links(model)
        if not may_point(model._meta.app_label, field.related_model._meta.app_label)
    ]
    none_of(offenders)


def test_a_key_up_or_aside_is_found():
    assert may_point("requests", "people")
    assert may_point("network", "people")
    assert not may_point("people", "network")
    assert not may_point("people", "requests")
    assert not may_point("portal", "desk")
    assert not may_point("unmet", "requests")
