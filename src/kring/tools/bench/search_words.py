"""The pairs of words the search is measured with, and the half they belong to."""

import csv
import hashlib
from dataclasses import dataclass
from enum import StrEnum

from kring.offer.directory.search.spelling import DATA

FILES = ("typos", "inflections", "compounds")


class Half(StrEnum):
    """Tuning looks at one half; a published figure is that of the other."""

    TUNING = "tuning"
    HELD_OUT = "held_out"


@dataclass(frozen=True, slots=True)
class Pair:
    """What is typed, and what stands in the text."""

    file: str
    kind: str
    asked: str
    meant: str

    @property
    def half(self) -> Half:
        """By the first byte of a hash: nobody chose."""
        first = hashlib.sha256(f"{self.asked}|{self.meant}".encode()).digest()[0]
        return Half.HELD_OUT if first % 2 else Half.TUNING


def pairs() -> list[Pair]:
    """All pairs, file by file."""
    found = []
    for file in FILES:
        with (DATA / "words" / f"{file}.csv").open(encoding="utf-8", newline="") as lines:
            found += [Pair(file, **row) for row in csv.DictReader(lines)]
    return found
