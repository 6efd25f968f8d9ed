"""The roles an installation starts with, from ``data/roles.csv``; loading again updates them."""

import csv
from pathlib import Path

from django.apps.registry import Apps

ROLES_FILE = Path(__file__).parent / "data" / "roles.csv"
LANGUAGES = ("nl", "fr", "en")


def load_roles(apps: Apps) -> None:
    """Make the role catalogue as the file has it; roles people hold keep their key."""
    role_type = apps.get_model("network", "RoleType")
    with ROLES_FILE.open(encoding="utf-8", newline="") as lines:
        rows = [
            role_type(
                code=row["code"],
                name={language: row[language] for language in LANGUAGES},
                grants=row["grants"].split(";"),
            )
            for row in csv.DictReader(lines)
        ]
    role_type.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["code"], update_fields=["name", "grants"]
    )
