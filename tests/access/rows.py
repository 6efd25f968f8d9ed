"""All rows of the product, so that two tellings of one deed can be laid side by side."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db.models import Field, Model

REFERENCE = {"places"}
"""Rooms of published tables: no deed writes there."""

type Known = dict[type[Model], set[object]]
type Rows = dict[str, list[dict[str, str]]]


def kept_models() -> Iterator[type[Model]]:
    """Every model of the product, without what is published."""
    for model in apps.get_models():
        ours = model.__module__.startswith("kring.")
        if ours and model._meta.app_label not in REFERENCE:
            yield model


def known_rows() -> Known:
    """The rows that are there, by their number."""
    return {
        model: set(model._default_manager.order_by("pk").values_list("pk", flat=True))
        for model in kept_models()
    }


def all_rows(known: Known) -> Rows:
    """Every row in words; of a row that came since, the inner number is left out."""
    return {
        model._meta.label: [
            {field.attname: _told(field, row[field.attname], known) for field in model._meta.fields}
            for row in model._default_manager.order_by("pk").values(
                *(field.attname for field in model._meta.fields)
            )
        ]
        for model in kept_models()
    }


def _told(field: "Field[Any, Any]", value: object, known: Known) -> str:
    model = field.related_model if field.is_relation else field.model
    if (field.is_relation or field.primary_key) and value is not None:
        return str(value) if value in known.get(model, {value}) else "new"
    return str(value)


def differing(one: Rows, other: Rows) -> set[str]:
    """The fields in which the two differ; ``model`` alone where there are more or fewer rows."""
    found = set()
    for label, rows in one.items():
        if len(rows) != len(other[label]):
            found.add(label)
            continue
        for left, right in zip(rows, other[label], strict=True):
            found |= {f"{label}.{name}" for name in left if left[name] != right[name]}
    return found
