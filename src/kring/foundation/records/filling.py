"""Filling records from rows: what Django does for a queryset, worked out once per prepared read.

A record is filled as ``Model.from_db`` would, without asking every field about every row. Where a
model has its own way of being made, or somebody listens to it being made, Django does it itself.
"""

from collections.abc import Callable, Sequence
from typing import Any

from django.db import connection
from django.db.models import Model
from django.db.models.base import ModelState
from django.db.models.query import (
    FlatValuesListIterable,
    ModelIterable,
    QuerySet,
    ValuesListIterable,
)
from django.db.models.signals import post_init, pre_init

type Row = Sequence[Any]
type Met = dict[tuple[_Single, Any], Any]
"""The joined records of one read, by their place in it and their key."""


class CannotFill(ValueError):
    """A read of a kind that is not prepared: its rows are neither records nor tuples of values."""


class Filler:
    """Makes what a queryset gives out of the rows of its SQL."""

    def __init__(self, queryset: QuerySet[Any, Any], compiler: Any) -> None:
        selected = [column[0] for column in compiler.select[: compiler.col_count]]
        self.converters = [
            (place, found, column)
            for place, (found, column) in compiler.get_converters(selected).items()
        ]
        self.make = _maker(queryset, compiler)

    def fill(self, rows: list[Row]) -> list[Any]:
        """The records or values of these rows, in their order."""
        return self.make(self._converted(rows) if self.converters else rows)

    def _converted(self, rows: list[Row]) -> list[Row]:
        found: list[Row] = []
        for row in map(list, rows):
            for place, converters, column in self.converters:
                for convert in converters:
                    row[place] = convert(row[place], column, connection)
            found.append(row)
        return found


def _maker(queryset: QuerySet[Any, Any], compiler: Any) -> Callable[[list[Row]], list[Any]]:
    kind: Any = queryset._iterable_class
    if kind is FlatValuesListIterable:
        return lambda rows: [row[0] for row in rows]
    if kind is ValuesListIterable:
        return lambda rows: [tuple(row) for row in rows]
    if kind is not ModelIterable or queryset._known_related_objects:  # type: ignore[attr-defined]
        raise CannotFill(kind.__name__)
    return _Records(queryset.db, compiler).fill


class _Records:
    """Records with what was joined to them, and what was computed beside them."""

    def __init__(self, db: str, compiler: Any) -> None:
        self.single = _Single(db, compiler.klass_info, compiler.select)
        self.beside = list((compiler.annotation_col_map or {}).items())

    def fill(self, rows: list[Row]) -> list[Any]:
        met: Met = {}
        made = [self.single.made(row, met) for row in rows]
        for name, place in self.beside:
            for record, row in zip(made, rows, strict=True):
                setattr(record, name, row[place])
        return made


class _Single:
    """One model of a read: which columns are its own, and which models hang on it."""

    def __init__(self, db: str, found: dict[str, Any], select: list[Any]) -> None:
        places = found["select_fields"]
        self.db, self.model = db, found["model"]
        self.start, self.end = places[0], places[-1] + 1
        self.names = [column[0].target.attname for column in select[self.start : self.end]]
        self.key = self.names.index(self.model._meta.pk.attname)
        self.plain = _is_plain(self.model)
        self.joined = [
            (one["local_setter"], one["remote_setter"], _Single(db, one, select))
            for one in found.get("related_klass_infos", ())
        ]
        if found.get("from_parent"):
            raise CannotFill(self.model.__name__)

    def made(self, row: Row, met: Met) -> Any:
        """The record in this row, with what was joined to it."""
        values = row[self.start : self.end]
        record = self._record(values) if self.plain else self.model.from_db(self.db, self.names, values)
        for set_here, set_there, one in self.joined:
            other = one.once(row, met)
            set_here(record, other)
            if other is not None:
                set_there(other, record)
        return record

    def once(self, row: Row, met: Met) -> Any:
        """What was joined in this row: one record for all rows that join to it, None for nothing."""
        key = row[self.start + self.key]
        if key is None:
            return None
        known = met.get((self, key))
        if known is None:
            known = met[self, key] = self.made(row, met)
        return known

    def _record(self, values: Row) -> Any:
        record = self.model.__new__(self.model)
        state = ModelState()
        state.adding, state.db = False, self.db
        filled = record.__dict__
        filled["_state"] = state
        filled.update(zip(self.names, values, strict=True))
        return record


def _is_plain(model: type[Model]) -> bool:
    listened = pre_init.has_listeners(model) or post_init.has_listeners(model)
    own_way = model.__init__ is not Model.__init__
    return not (listened or own_way or model.from_db.__func__ is not Model.from_db.__func__)  # type: ignore[attr-defined]
