"""Reads whose SQL is built once.

Building the SQL of a read with several conditions costs the ORM more than the database needs to
answer it. A hot read is therefore written as a function of its values, built once per process with
stand-in values, and run with the real ones ever after. Its meaning stays in one queryset.

A list is passed as a ``tuple`` and padded to a few fixed lengths, so that there are few shapes.
"""

import copy
from collections.abc import Callable, Hashable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Model, QuerySet

type Value = int | str | datetime | date | UUID | tuple[int, ...]

LENGTHS = (4, 32, 128, 512, 2048)
NO_ROW = -1
FIRST_STAND_IN = 1_800_000_000
ANCIENT = datetime(1800, 1, 1, tzinfo=UTC)


class Prepared[M: Model]:
    """A read that is built once per shape: ``Prepared(build).rows(at=…, ids=(…))``.

    ``build`` is called with keyword arguments of the same names and types. What changes the shape
    of the SQL and not its values (a flag, a direction) goes into ``shape``. Every value must stand
    in the SQL; a value the queryset does not use raises ValueError.
    """

    def __init__(self, build: Callable[..., QuerySet[M, Any]]) -> None:
        self.build = build
        self._built: dict[str, _Read] = {}

    def rows(self, *, shape: dict[str, Hashable] | None = None, **values: Value) -> list[Any]:
        """Run the read; what a fresh queryset of the same values would give, in its order."""
        padded = {name: _padded(value) for name, value in values.items()}
        key = tuple((shape or {}).items()) + tuple(
            (name, len(value) if isinstance(value, tuple) else 0) for name, value in padded.items()
        )
        name = f"{connection.vendor} {key}"
        if name not in self._built:
            self._built[name] = _Read(self.build, shape or {}, padded)
        return self._built[name].rows(padded)

    def first(self, *, shape: dict[str, Hashable] | None = None, **values: Value) -> Any:
        """The first row of the read, or None; put a limit of one into ``build``."""
        return next(iter(self.rows(shape=shape, **values)), None)


class _Read:
    """One shape of a read: its SQL, and which parameter is which value."""

    def __init__(
        self, build: Callable[..., QuerySet[Any]], shape: dict[str, Hashable], values: dict[str, Value]
    ) -> None:
        stand_ins = _stand_ins(values)
        self.queryset = build(**shape, **stand_ins)
        self.iterable: Any = self.queryset._iterable_class
        self.compiler: Any = self.queryset.query.get_compiler(self.queryset.db)
        self.sql, params = self.compiler.as_sql()
        selected = [column[0] for column in self.compiler.select[: self.compiler.col_count]]
        self.converters = self.compiler.get_converters(selected)
        places = {
            _adapted(single): (name, number)
            for name, value in stand_ins.items()
            for number, single in enumerate(_singles(value))
        }
        self.slots = [places.get(param) for param in params if _hashable(param)]
        if len(self.slots) != len(params):
            raise ValueError("a read with parameters that cannot be prepared")
        self.fixed = list(params)
        missing = {name for name, _ in places.values()} - {slot[0] for slot in self.slots if slot}
        if missing:
            raise ValueError(f"values that do not stand in the read: {sorted(missing)}")

    def rows(self, values: dict[str, Value]) -> list[Any]:
        db = self.queryset.db
        adapted = {
            name: [_adapted(single) for single in _singles(value)] for name, value in values.items()
        }
        params = [
            fixed if slot is None else adapted[slot[0]][slot[1]]
            for fixed, slot in zip(self.fixed, self.slots, strict=True)
        ]
        query: Any = _Bound(self, params)  # answers what an iterable asks
        bound: Any = QuerySet(self.queryset.model, query, db)
        for kept in ("_fields", "_fetch_mode", "_known_related_objects"):
            setattr(bound, kept, getattr(self.queryset, kept))
        return list(self.iterable(bound))


class _Bound:
    """Stands where a queryset keeps its query: compiled already, with its parameters."""

    def __init__(self, read: _Read, params: list[Any]) -> None:
        self.read, self.params = read, params
        self.compiler = copy.copy(read.compiler)
        self.compiler.connection = connection

    def get_compiler(self, *_: Any, **__: Any) -> "_Bound":
        return self

    def __getattr__(self, name: str) -> Any:
        return getattr(self.compiler, name)

    def execute_sql(self, *_: Any, **__: Any) -> list[list[Any]]:
        with connection.cursor() as cursor:
            cursor.execute(self.read.sql, self.params)
            return [cursor.fetchall()]

    def results_iter(
        self, results: list[list[Any]] | None = None, *, tuple_expected: bool = False, **_: Any
    ) -> Iterator[Any]:
        found = self.execute_sql() if results is None else results
        rows: Any = chain.from_iterable(found)
        if self.read.converters:
            rows = self.compiler.apply_converters(rows, self.read.converters)
        return map(tuple, rows) if tuple_expected else iter(rows)


def _padded(value: Value) -> Value:
    if not isinstance(value, tuple):
        return value
    length = next((size for size in LENGTHS if size >= len(value)), len(value))
    return value + (NO_ROW,) * (length - len(value))


def _stand_ins(values: dict[str, Value]) -> dict[str, Value]:
    """Values of the same types that occur nowhere else in the SQL."""
    found: dict[str, Value] = {}
    number = FIRST_STAND_IN
    for name, value in values.items():
        number += 10_000
        if isinstance(value, tuple):
            found[name] = tuple(range(number, number + len(value)))
        elif isinstance(value, datetime):
            found[name] = ANCIENT + timedelta(seconds=number)
        elif isinstance(value, date):
            found[name] = date(1, 1, 1) + timedelta(days=len(found))
        elif isinstance(value, UUID):
            found[name] = UUID(int=number)
        elif isinstance(value, int):
            found[name] = number
        else:
            found[name] = f"stand-in {number}"
    return found


def _singles(value: Value) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def _adapted(value: Any) -> Any:
    """The value as the database driver takes it."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    if isinstance(value, UUID) and not connection.features.has_native_uuid_field:
        return value.hex
    return value


def _hashable(value: Any) -> bool:
    return isinstance(value, Hashable)
