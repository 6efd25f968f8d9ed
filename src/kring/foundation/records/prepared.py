"""Reads whose SQL is built once.

Building the SQL of a read with several conditions costs the ORM more than the database needs to
answer it. A hot read is therefore written as a function of its values, built once per process with
stand-in values, and run with the real ones ever after. Its meaning stays in one queryset.

A list is passed as a ``tuple``, and padded to a few fixed lengths, so that there are few shapes. For
PostgreSQL there are two: a list of up to four stands in the SQL one by one, a longer one as an array.
Of an array whose length it cannot know PostgreSQL thinks ten, and would plan every short list anew to
gain what that costs.
"""

import re
from collections.abc import Callable, Container, Hashable, Iterable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Model, QuerySet

from kring.foundation.records.filling import Filler
from kring.foundation.records.postgresql import PLAN_ANEW

type Slot = tuple[str, int | None]
type Value = int | str | datetime | date | UUID | tuple[int, ...] | tuple[UUID, ...]

SHORT = 4
LENGTHS = (SHORT, 32, 128, 512, 2048)
NO_ROW = -1
FIRST_STAND_IN = 1_800_000_000
ANCIENT = datetime(1800, 1, 1, tzinfo=UTC)
PLACES = re.compile(r"%%|IN \(%s, %s\)|%s")


class Prepared[M: Model]:
    """A read that is built once per shape: ``Prepared(build).rows(at=…, ids=(…))``.

    ``build`` is called with keyword arguments of the same names and types. What changes the shape
    of the SQL and not its values (a flag, a direction) goes into ``shape``. Every value must stand
    in the SQL; a value the queryset does not use raises ValueError.

    ``plan_anew`` is for tables that begin empty and grow for ever: PostgreSQL then plans every time.
    """

    def __init__(self, build: Callable[..., QuerySet[M, Any]], *, plan_anew: bool = False) -> None:
        self.build, self.plan_anew = build, plan_anew
        self._built: dict[Hashable, Read] = {}

    def rows(self, *, shape: dict[str, Hashable] | None = None, **values: Value) -> list[Any]:
        """Run the read; what a fresh queryset of the same values would give, in its order."""
        padded = {name: padded_list(value) for name, value in values.items()}
        key = shape_key(shape or {}, padded)
        read = self._built.get(key)
        if read is None:
            read = self._built[key] = Read(self.build, shape or {}, padded)
            if self.plan_anew and _on_postgresql():
                read.sql = PLAN_ANEW + read.sql
        return read.rows(padded)

    def first(self, *, shape: dict[str, Hashable] | None = None, **values: Value) -> Any:
        """The first row of the read, or None; put a limit of one into ``build``."""
        return next(iter(self.rows(shape=shape, **values)), None)


@cache
def _on_postgresql() -> bool:
    """An installation has one database; asking the connection costs more than its answer is worth."""
    return bool(connection.vendor == "postgresql")


def shape_key(shape: dict[str, Hashable], values: dict[str, Value]) -> Hashable:
    """What two runs of a read have in common when one SQL serves both; lists are padded before."""
    arrays = _on_postgresql()
    lists = [value for value in values.values() if isinstance(value, tuple)]
    lengths = tuple(_array_of(value) if _is_array(value) else len(value) for value in lists)
    return arrays, tuple(shape.items()), tuple(values), lengths


class Read:
    """One shape of a read: its SQL, which parameter is which value, and what its rows become."""

    def __init__(
        self, build: Callable[..., QuerySet[Any]], shape: dict[str, Hashable], values: dict[str, Value]
    ) -> None:
        lists = {name: value for name, value in values.items() if _is_array(value)}
        stand_ins = _stand_ins(values, arrays=lists)
        queryset = build(**shape, **stand_ins)
        compiler: Any = queryset.query.get_compiler(queryset.db)
        sql, params = compiler.as_sql()
        self.filler = Filler(queryset, compiler)
        self.columns = [column[0] for column in compiler.select[: compiler.col_count]]
        if not all(isinstance(param, Hashable) for param in params):
            raise ValueError("a read with parameters that cannot be prepared")
        self.sql, slots = sql, _slots(stand_ins, params)
        missing = set(stand_ins) - {slot[0] for slot in slots if slot}
        if missing:
            raise ValueError(f"values that do not stand in the read: {sorted(missing)}")
        self.fixed = list(params)
        if lists:
            types = {name: _array_of(value) for name, value in lists.items()}  # type: ignore[arg-type]
            self.sql, self.fixed, slots = _with_arrays(sql, self.fixed, slots, types)
        self.slots = [(place, *slot) for place, slot in enumerate(slots) if slot]

    def rows(self, values: dict[str, Value]) -> list[Any]:
        return self.filler.fill(asked(self.sql, self.params(values)))

    def params(self, values: dict[str, Value]) -> list[Any]:
        """What stands in the places of the SQL for these values."""
        adapted = {name: _adapted(value) for name, value in values.items()}
        params = self.fixed.copy()
        for place, name, number in self.slots:
            params[place] = adapted[name] if number is None else adapted[name][number]
        return params


def asked(sql: str, params: list[Any]) -> list[Any]:
    """The rows of a statement that is asked often, by the shortest way this database has."""
    directly = getattr(connection, "rows_directly", None)
    found: list[Any] | None = directly(sql, params) if directly else None
    if found is None:
        with connection.cursor() as cursor:
            cursor.execute(sql, params)
            found = cursor.fetchall()
    return found


def _slots(stand_ins: dict[str, Value], params: Iterable[Any]) -> list[Slot | None]:
    """Which value, and which of a list, each parameter of the SQL stands for; None for a fixed one."""
    places: dict[Any, Slot] = {}
    for name, value in stand_ins.items():
        if isinstance(value, tuple):
            places |= {_adapted(single): (name, number) for number, single in enumerate(value)}  # type: ignore[arg-type]
        else:
            places[_adapted(value)] = (name, None)
    return [places.get(param) for param in params]


def _with_arrays(
    sql: str, fixed: list[Any], slots: list[Slot | None], types: dict[str, str]
) -> tuple[str, list[Any], list[Slot | None]]:
    """The SQL with one array for each list: one shape, and one plan, whatever its length."""
    kept_fixed: list[Any] = []
    kept_slots: list[Slot | None] = []
    at = 0

    def swap(found: re.Match[str]) -> str:
        nonlocal at
        taken = 0 if found[0] == "%%" else found[0].count("%s")
        these, at = slots[at : at + taken], at + taken
        name = these[0][0] if these and these[0] else ""
        if these == [(name, 0), (name, 1)]:
            kept_fixed.append(None)
            kept_slots.append((name, None))
            return f"= ANY(%s::{types[name]})"
        kept_fixed.extend(fixed[at - taken : at])
        kept_slots.extend(these)
        return found[0]

    changed = PLACES.sub(swap, sql)
    if any(slot and slot[1] is not None and slot[0] in types for slot in kept_slots):
        raise ValueError("a list that stands elsewhere than in an IN")
    return changed, kept_fixed, kept_slots


def padded_list(value: Value) -> Value:
    """A list as long as one of the few lengths there are; its last value, or nothing, fills the rest.

    A value that no row has would let PostgreSQL expect fewer rows than of any other list.
    """
    if not isinstance(value, tuple) or _is_array(value):
        return value
    length = next((size for size in LENGTHS if size >= len(value)), len(value))
    last: Any = value[-1] if value else NO_ROW
    return value + (last,) * (length - len(value))


def _is_array(value: Value) -> bool:
    """Whether this list goes to the database as one array."""
    return isinstance(value, tuple) and len(value) > SHORT and _on_postgresql()


def _of_keys(value: tuple[Any, ...]) -> bool:
    return bool(value) and isinstance(value[0], UUID)


def _array_of(value: tuple[Any, ...]) -> str:
    return "uuid[]" if _of_keys(value) else "bigint[]"


def _stand_ins(values: dict[str, Value], *, arrays: Container[str]) -> dict[str, Value]:
    """Values of the same types that occur nowhere else in the SQL; two for a list that is an array."""
    found: dict[str, Value] = {}
    number = FIRST_STAND_IN
    for name, value in values.items():
        number += 10_000
        if isinstance(value, tuple):
            some = range(number, number + (2 if name in arrays else len(value)))
            found[name] = tuple(UUID(int=n) for n in some) if _of_keys(value) else tuple(some)
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


def _adapted(value: Value) -> Any:
    """The value as the database driver takes it; a list for PostgreSQL as the text of an array."""
    if _on_postgresql():
        return "{" + ",".join(map(str, value)) + "}" if _is_array(value) else value  # type: ignore[arg-type]
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, tuple) and _of_keys(value):
        return [single.hex for single in value]  # type: ignore[union-attr]
    return value
