"""Fields in which somebody is chosen by their key, from a list at hand."""

from collections.abc import Iterable
from typing import Any, Protocol
from uuid import UUID

from django import forms


class Named(Protocol):
    """A record with a public key and a name."""

    @property
    def key(self) -> UUID: ...

    @property
    def name(self) -> str: ...


class OneOf(forms.ChoiceField):
    """One record, by its key; cleaned it is the record, or None where nothing was chosen."""

    def __init__(self, *, empty: Any = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.empty_label = empty
        self.records: dict[str, Any] = {}

    def offer(self, records: Iterable[Any], label: Any = None) -> None:
        """Let one of these be chosen; ``label`` says how a record is called."""
        rows = list(records)
        self.records = {str(one.key): one for one in rows}
        named = [(str(one.key), label(one) if label else one.name) for one in rows]
        self.choices = named if self.empty_label is None else [("", self.empty_label), *named]

    def clean(self, value: Any) -> Any:
        return self.records.get(super().clean(value))


class SomeOf(forms.MultipleChoiceField):
    """Several records, by their keys; cleaned it is a tuple of records."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.records: dict[str, Any] = {}

    def offer(self, records: Iterable[Any], label: Any = None) -> None:
        """Let some of these be chosen."""
        rows = list(records)
        self.records = {str(one.key): one for one in rows}
        self.choices = [(str(one.key), label(one) if label else one.name) for one in rows]

    def clean(self, value: Any) -> Any:
        return tuple(self.records[key] for key in super().clean(value))
