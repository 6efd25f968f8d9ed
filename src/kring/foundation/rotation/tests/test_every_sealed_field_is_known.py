"""A field that holds sealed values stands in the list that rotation walks."""

from django.apps import apps

from kring.foundation.classes.facts import Privacy
from kring.foundation.keys.columns import COLUMNS, SealedField


def test_every_field_of_class_sealed_is_rotated() -> None:
    known = {
        (column.model._meta.label, column.field)
        for column in COLUMNS.values()
        if isinstance(column, SealedField)
    }
    sealed = {
        (model._meta.label, name)
        for model in apps.get_models()
        if hasattr(model, "Facts")
        for name, privacy in model.Facts.privacy.items()
        if privacy is Privacy.SEALED
    }
    assert sealed
    assert sealed - known == set()
    assert "accounts.second_factor" in COLUMNS
