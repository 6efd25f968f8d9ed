"""The kinds of threshold, as a dated list: a kind may end and another begin, and counts stay readable.

A proposal of this network (general knowledge of the field); no Flemish list is known.
"""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from kring.foundation.records.local_text import LocalText, in_language

KINDS = Path(__file__).parent / "data" / "kinds.csv"


@dataclass(frozen=True, slots=True)
class ThresholdKind:
    """One kind of threshold, with its words, in use in ``[valid_from, valid_until)``."""

    code: str
    words: tuple[tuple[str, str], ...]
    valid_from: date
    valid_until: date | None

    @property
    def label(self) -> str:
        """The kind in the language of the screen."""
        return in_language(dict(self.words))

    def holds_on(self, day: date) -> bool:
        """Whether this kind can be chosen on a day."""
        return self.valid_from <= day and (self.valid_until is None or day < self.valid_until)


@cache
def all_kinds() -> tuple[ThresholdKind, ...]:
    """Every kind, of every time, in the order of the list."""
    rows = csv.DictReader(KINDS.read_text().splitlines())
    return tuple(
        ThresholdKind(
            code=row["code"],
            words=_words(row),
            valid_from=date.fromisoformat(row["valid_from"]),
            valid_until=date.fromisoformat(row["valid_until"]) if row["valid_until"] else None,
        )
        for row in rows
    )


def kinds_on(day: date) -> list[ThresholdKind]:
    """The kinds that can be chosen on a day."""
    return [kind for kind in all_kinds() if kind.holds_on(day)]


def kind_words(code: str) -> str:
    """The words of a kind, also of one that ended; an unknown code as it stands."""
    return next((kind.label for kind in reversed(all_kinds()) if kind.code == code), code)


def _words(row: LocalText) -> tuple[tuple[str, str], ...]:
    return tuple((language, row[language]) for language in ("nl", "fr", "en"))
