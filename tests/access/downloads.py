"""Every route by which something leaves as a file or on paper, and whether it counts as a copy."""

import csv
from pathlib import Path

from django.http import HttpResponse

ROWS = list(csv.DictReader((Path(__file__).parent / "downloads.csv").read_text().splitlines()))
LEAVING = frozenset(row["route"] for row in ROWS)


def leaves(answer: HttpResponse) -> bool:
    """Whether this answer is a file to save."""
    return "attachment" in answer.headers.get("Content-Disposition", "")
