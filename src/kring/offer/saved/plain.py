"""A question to the directory as plain values that can be kept, and back."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from kring.offer.directory.search.documents import Point, Query

PAGING = {"offset", "limit"}
SETS = {"languages", "domains", "open_on", "areas"}


def plain(query: Query) -> dict[str, Any]:
    """What is asked, without what is usual and without paging; the same question gives the same."""
    usual, said = Query(), dict[str, Any]()
    for one in fields(Query):
        value = getattr(query, one.name)
        if one.name not in PAGING and value != getattr(usual, one.name):
            said[one.name] = _storable(value)
    return said


def query_of(said: Mapping[str, Any], *, limit: int) -> Query:
    """The question that was kept; a value that a later version does not know is left out."""
    known = {one.name for one in fields(Query)} - PAGING
    values = {name: _read(name, value) for name, value in said.items() if name in known}
    return Query(**values, limit=limit)


def _storable(value: Any) -> Any:
    """PostgreSQL keeps no NUL, and JSON no set."""
    if isinstance(value, Point):
        return [value.lat, value.lon]
    if isinstance(value, frozenset):
        return sorted(value)
    return value.replace("\x00", " ") if isinstance(value, str) else value


def _read(name: str, value: Any) -> Any:
    if name in SETS:
        return frozenset(value)
    return Point(*value) if name == "near" else value
