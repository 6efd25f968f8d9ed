"""The lists of life domains a goal can lie in, each with its version.

``house_of_the_child`` are the ten that the Houses of the Child connect (EXPOO, "Huizen van het Kind,
samen verder bouwen"); ``kring`` is the list a family plan starts with. ``subject`` is the coarser
subject of which consent speaks.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kring.foundation.records.local_text import LocalText

FILE = Path(__file__).parent / "data" / "domains.csv"
DEFAULT_LIST = "kring"


@dataclass(frozen=True, slots=True)
class Domain:
    """One life domain of one list."""

    code: str
    subject: str
    name: LocalText


@cache
def domains_of(name: str = DEFAULT_LIST) -> Mapping[str, Domain]:
    """The domains of a list by their code, in the order of the list; an unknown list is empty."""
    with FILE.open() as lines:
        rows = [row for row in csv.DictReader(lines) if row["list"] == name]
    return {
        row["code"]: Domain(
            row["code"], row["subject"], {language: row[language] for language in ("nl", "fr", "en")}
        )
        for row in rows
    }


def subject_of(code: str, name: str = DEFAULT_LIST) -> str:
    """The subject of consent a domain belongs to; nothing for an unknown one."""
    found = domains_of(name).get(code)
    return found.subject if found is not None else ""
