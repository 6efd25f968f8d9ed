"""Reading the demo's own data files."""

import csv
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "data"


@cache
def rows(name: str) -> list[dict[str, str]]:
    """The rows of ``data/<name>.csv``."""
    with (FOLDER / f"{name}.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@cache
def names(kind: str) -> list[str]:
    """Invented names of a kind: woman, man, child or family."""
    return next(row["values"].split(";") for row in rows("people") if row["kind"] == kind)
