"""What is handed on keeps to the schemas of HSDS 3.0, whatever a feed said.

A required text that is not said is said as nothing. What has the wrong type is left out, and an
object that lacks more than texts is left out whole. What HSDS does not name is handed on as it was said.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

type Objects = dict[str, dict[str, Any]]

OBJECTS: Objects = json.loads((Path(__file__).parent / "data/objects.json").read_text())
"""The objects of HSDS: the table, what is required, and the type of each property."""
TYPES: dict[str, type | tuple[type, ...]] = {"string": str, "number": (int, float)}


def conformed(kind: str, said: Mapping[str, Any]) -> dict[str, Any] | None:
    """An object of this kind as its schema wants it; None when it cannot be one."""
    shape = OBJECTS[kind]
    types = shape["properties"]
    kept: dict[str, Any] = {}
    for name, value in said.items():
        if name not in types:
            kept[name] = value
        elif (found := _fitting(types[name], value)) is not None:
            kept[name] = found
    for name in shape["required"]:
        if name not in kept:
            if types[name] != "string" or name == "id":
                return None
            kept[name] = ""
    return kept


def _fitting(wanted: Any, value: Any) -> Any:
    """A value as it is wanted; None when it is something else."""
    if isinstance(wanted, list):
        return value if value in wanted else None
    if wanted in TYPES:
        return value if isinstance(value, TYPES[wanted]) and not isinstance(value, bool) else None
    number, _space, kind = wanted.partition(" ")
    if number == "one":
        return conformed(kind, value) if isinstance(value, Mapping) else None
    if not isinstance(value, list):
        return None
    rows = [conformed(kind, one) for one in value if isinstance(one, Mapping)]
    return [row for row in rows if row is not None]


def simple(said: Mapping[str, Any]) -> dict[str, Any]:
    """Only what is one to one, as a list of HSDS has it."""
    return {
        name: simple(value) if isinstance(value, Mapping) else value
        for name, value in said.items()
        if not isinstance(value, list)
    }
