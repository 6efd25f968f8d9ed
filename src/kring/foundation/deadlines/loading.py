"""The terms an installation starts with, from ``data/terms.csv``.

Loaded after every ``migrate``, so that a release that brings a new term brings it everywhere. A
code that is already there is left as it stands: people may have changed it.
"""

import csv
from datetime import date
from pathlib import Path
from typing import Any

from kring.foundation.deadlines.models import Term

TERMS_FILE = Path(__file__).parent / "data" / "terms.csv"
SINCE_ALWAYS = date(1900, 1, 1)
LANGUAGES = ("nl", "fr", "en")


def load_terms(using: str = "default") -> int:
    """Add the terms of the file whose code is not there yet; the number that was added."""
    terms = Term.objects.using(using)
    known = set(terms.values_list("code", flat=True).distinct())
    missing = [term for term in shipped_terms() if term.code not in known]
    terms.bulk_create(missing, ignore_conflicts=True)
    return len(missing)


def shipped_terms() -> list[Term]:
    """Every term of the file, not yet stored."""
    with TERMS_FILE.open(encoding="utf-8", newline="") as lines:
        return [_term(row) for row in csv.DictReader(lines)]


def load_after_migrate(*, using: str, **_: Any) -> None:
    """Receiver of ``post_migrate`` for this room."""
    load_terms(using)


def _term(row: dict[str, str]) -> Term:
    return Term(
        code=row["code"],
        name={language: row[f"name_{language}"] for language in LANGUAGES},
        value=row["value"],
        ground=row["ground"],
        sourced=row["sourced"] == "yes",
        valid_from=SINCE_ALWAYS,
    )
