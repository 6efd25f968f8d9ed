"""Several reads in one statement, where a page needs them all and none waits for another.

Each read keeps its own queryset and is prepared like any other; the database answers them in one
round. Every answer has the columns of all reads, grouped by type, empty where they are another's.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable
from inspect import signature
from operator import itemgetter
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from kring.foundation.records.prepared import Read, Value, asked, padded_list, shape_key

type Build = Callable[..., QuerySet[Any, Any]]
SIZE = re.compile(r"\(.*\)")


class Together:
    """Reads that are asked at once: ``Together(goals=build, team=build).lists(plan=3)["team"]``.

    A read is given those of the values and of the shape that its function names. The lists come in
    no order, unless a read has a limit: whoever needs one sorts them.
    """

    def __init__(self, **builds: Build) -> None:
        self.builds = builds
        self._named = {name: tuple(signature(build).parameters) for name, build in builds.items()}
        self._built: dict[Hashable, _Joined] = {}

    def lists(
        self, *, shape: dict[str, Hashable] | None = None, **values: Value
    ) -> dict[str, list[Any]]:
        """What each read finds, under its name."""
        padded = {name: padded_list(value) for name, value in values.items()}
        key = shape_key(shape or {}, padded)
        joined = self._built.get(key)
        if joined is None:
            joined = self._built[key] = _Joined(self._reads(shape or {}, padded))
        return joined.lists(padded)

    def _reads(self, shape: dict[str, Hashable], values: dict[str, Value]) -> dict[str, Read]:
        return {
            name: Read(build, _only(shape, self._named[name]), _only(values, self._named[name]))
            for name, build in self.builds.items()
        }


def _only[V](given: dict[str, V], named: tuple[str, ...]) -> dict[str, V]:
    return {name: given[name] for name in named if name in given}


class _Joined:
    """One shape of the statement: where the columns of each read stand in it."""

    def __init__(self, reads: dict[str, Read]) -> None:
        self.reads = reads
        types = {name: [_type_of(column) for column in read.columns] for name, read in reads.items()}
        most: Counter[str] = Counter()
        for found in types.values():
            most |= Counter(found)
        self.layout = [kind for kind, times in most.items() for _time in range(times)]
        self.places = {name: _places(found, self.layout) for name, found in types.items()}
        self.pick = [_picker([place + 1 for place in places]) for places in self.places.values()]
        self.sql = self._sql()

    def _sql(self) -> str:
        named, told = [], []
        for number, (name, read) in enumerate(self.reads.items()):
            columns = [f"c{place}" for place in range(len(self.places[name]))]
            named.append(f"r{number} ({', '.join(columns)}) AS ({read.sql})")
            cells = [f"CAST(NULL AS {kind})" for kind in self.layout]
            for column, place in zip(columns, self.places[name], strict=True):
                cells[place] = column
            told.append(f"SELECT {number}, {', '.join(cells)} FROM r{number}")  # noqa: S608 - own names
        return f"WITH {', '.join(named)} {' UNION ALL '.join(told)}"

    def lists(self, values: dict[str, Value]) -> dict[str, list[Any]]:
        params = [param for read in self.reads.values() for param in read.params(values)]
        found: list[list[Any]] = [[] for _read in self.reads]
        for row in asked(self.sql, params):
            found[row[0]].append(self.pick[row[0]](row))
        return {
            name: read.filler.fill(rows)
            for (name, read), rows in zip(self.reads.items(), found, strict=True)
        }


def _type_of(column: Any) -> str:
    """The type of a column in this database, whatever its size; texts of any kind are one type."""
    kind = SIZE.sub("", column.output_field.db_type(connection)).strip()
    return "text" if kind == "varchar" else kind


def _places(types: list[str], layout: list[str]) -> list[int]:
    """For each column of a read the place of its type that is still free."""
    free: dict[str, list[int]] = defaultdict(list)
    for place, kind in reversed(list(enumerate(layout))):
        free[kind].append(place)
    return [free[kind].pop() for kind in types]


def _picker(places: list[int]) -> Callable[[Any], tuple[Any, ...]]:
    """Takes the columns of one read out of a row."""
    if len(places) == 1:
        return lambda row: (row[places[0]],)
    return itemgetter(*places)
