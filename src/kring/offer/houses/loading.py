"""The conditions of a recognition, from ``data/conditions.csv``; loading again updates them.

A condition that changes gets a ``valid_until`` and a new row: what was judged by the old one stays.
"""

import csv
from datetime import date
from pathlib import Path

from django.apps.registry import Apps

CONDITIONS_FILE = Path(__file__).parent / "data" / "conditions.csv"
LANGUAGES = ("nl", "fr", "en")


def load_conditions(apps: Apps) -> None:
    """Make the checklist as the file has it."""
    condition = apps.get_model("houses", "Condition")
    with CONDITIONS_FILE.open(encoding="utf-8", newline="") as lines:
        rows = [
            condition(
                code=row["code"],
                words={language: row[language] for language in LANGUAGES},
                ground=row["ground"],
                sourced=row["sourced"] == "yes",
                partner=row["partner"],
                place=place,
                valid_from=date.fromisoformat(row["valid_from"]),
                valid_until=date.fromisoformat(row["valid_until"]) if row["valid_until"] else None,
            )
            for place, row in enumerate(csv.DictReader(lines))
        ]
    condition.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["code", "valid_from"],
        update_fields=["words", "ground", "sourced", "partner", "place", "valid_until"],
    )
