"""Nested records of HSDS laid out as its tables: one row an object, with links instead of nesting."""

from collections.abc import Callable, Mapping
from typing import Any

from kring.exchange.hsds.conforming import OBJECTS, TYPES

type Row = dict[str, Any]
type Write = Callable[[str, Row], None]

OF_ANYTHING = {
    "attribute": ("link_id", "link_entity"),
    "metadata": ("resource_id", "resource_type"),
}
"""Objects that may belong to any other, by its id and its kind."""
ONCE = frozenset({"organization", "service", "location", "program", "taxonomy", "taxonomy_term"})
"""What stands in the table once, however often it is nested."""


def columns(kind: str) -> list[str]:
    """The columns of a table: what of an object is one value."""
    types = OBJECTS[kind]["properties"]
    own = [name for name, wanted in types.items() if isinstance(wanted, list) or wanted in TYPES]
    linked = [_link(types, name) for name, wanted in types.items() if str(wanted).startswith("one ")]
    return own + [name for name in linked if name not in own]


def _link(types: Mapping[str, Any], name: str) -> str:
    """The column that holds the id of what is nested under this name."""
    return f"{types[name].partition(' ')[2]}_id"


class Tables:
    """Lays out records, and gives each row of a table to ``write``."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._known: set[tuple[str, ...]] = set()

    def add(self, kind: str, said: Mapping[str, Any], owner: tuple[str, str] = ("", "")) -> None:
        """Lay out one record and all that is nested in it. ``owner``: the kind and id above it."""
        types, found = OBJECTS[kind]["properties"], str(said["id"])
        mark = (kind, found) if kind in ONCE else (kind, found, *owner)
        if mark in self._known:
            return
        self._known.add(mark)
        row = {name: value for name, value in said.items() if name in columns(kind)}
        row |= self._owned_by(kind, owner, row)
        for name, wanted in types.items():
            number, _space, inner = str(wanted).partition(" ")
            nested = said.get(name)
            if number == "one" and nested:
                row[_link(types, name)] = nested["id"]
                self.add(inner, nested)
            elif number == "many" and not isinstance(wanted, list):
                for one in nested or []:
                    self.add(inner, one, (kind, found))
        self._write(kind, row)

    @staticmethod
    def _owned_by(kind: str, owner: tuple[str, str], row: Row) -> Row:
        above, key = owner
        if not above:
            return {}
        if kind in OF_ANYTHING:
            link, entity = OF_ANYTHING[kind]
            return {link: key, entity: above}
        link = f"{above}_id"
        return {link: key} if link in columns(kind) and link not in row else {}
