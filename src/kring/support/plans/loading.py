"""The plan templates an installation starts with, from ``data/templates.json``; loading updates them."""

import json
from datetime import date
from pathlib import Path

from django.apps.registry import Apps

TEMPLATES_FILE = Path(__file__).parent / "data" / "templates.json"
SINCE = date(2018, 1, 1)


def load_templates(apps: Apps) -> None:
    """Make the general templates as the file has them; those of partnerships stay as they are."""
    template = apps.get_model("plans", "PlanTemplate")
    rows = [
        template(code=row["code"], name=row["name"], goals=row["goals"], valid_from=SINCE)
        for row in json.loads(TEMPLATES_FILE.read_text(encoding="utf-8"))
    ]
    template.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["code"], update_fields=["name", "goals"]
    )
