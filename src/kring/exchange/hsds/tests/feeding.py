"""A feed as the tests say it, and reading it."""

from datetime import UTC, datetime
from typing import Any

from kring.exchange.hsds.actions import read_in
from kring.exchange.hsds.report import Outcome, Report
from kring.foundation.journal.actor import SYSTEM
from kring.offer.directory.actions import add_source

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
PLAY, HOUSE, HALL = (f"0000000{number}-0000-4000-8000-000000000000" for number in (1, 2, 3))


def service(**changes: Any) -> dict[str, Any]:
    """A playgroup as a feed says it."""
    said = {
        "id": PLAY,
        "name": "Speelgroep",
        "status": "active",
        "minimum_age": 0,
        "maximum_age": 2,
        "licenses": "erkend",
        "assured_date": "2026-10-01",
        "schedules": [{"id": "x", "freq": "WEEKLY", "byday": "TU", "opens_at": "09:30:00"}],
        "organization": {"id": HOUSE, "name": "Huis", "description": "Voor elk gezin"},
        "service_at_locations": [
            {
                "id": "00000004-0000-4000-8000-000000000000",
                "location": {"id": HALL, "location_type": "physical", "latitude": 51, "longitude": 5},
            }
        ],
    }
    return said | changes


def read(*answers: Any, at: datetime = NOW, whole: bool = True) -> Report:
    """Read these answers of one feed."""
    source = add_source(
        name="Gids", address="https://example.org", licence="", language="nl", by=SYSTEM, at=NOW
    )
    return read_in(source=source, answers=answers, report=Report(), whole=whole, by=SYSTEM, at=at)


def noted(report: Report, outcome: Outcome = Outcome.MENDED) -> set[tuple[str, str]]:
    """What was mended or refused, by kind and field."""
    return {(note.kind, note.field) for note in report.notes if note.outcome is outcome}
