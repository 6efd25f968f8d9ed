"""Which documents a step of the way asks for: a list a network can change."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kring.foundation.records.local_text import LocalText
from kring.support.documents.models import Document

FILE = Path(__file__).parent / "data" / "required.csv"


@dataclass(frozen=True, slots=True)
class Required:
    """A kind of document that a step asks for, and what that step is called."""

    step: str
    kind: str
    name: LocalText


@cache
def required() -> tuple[Required, ...]:
    """Every requirement, in the order of the way."""
    with FILE.open() as lines:
        return tuple(
            Required(row["step"], row["kind"], {code: row[code] for code in ("nl", "fr", "en")})
            for row in csv.DictReader(lines)
        )


def with_what_is_there(documents: Iterable[Document]) -> list[tuple[Required, bool]]:
    """Each requirement, and whether one of these documents meets it."""
    kinds = {document.kind for document in documents}
    return [(one, one.kind in kinds) for one in required()]
