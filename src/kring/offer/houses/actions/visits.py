"""Somebody came by: counted in two taps, and not known."""

from dataclasses import dataclass
from datetime import datetime

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, record
from kring.offer.houses.actions.keeping import about
from kring.offer.houses.models import House, WalkIn
from kring.registry.places.models import Municipality


@dataclass(frozen=True, slots=True)
class Visit:
    """What is counted of one visit; what is not known stays empty."""

    pillar: str
    kind: str
    municipality: Municipality | None = None
    age_band: str = ""
    language: str = ""


@action
def count_walk_in(*, house: House, visit: Visit, by: Actor, at: datetime) -> WalkIn:
    """Count one visit; the journal names the House and nobody else."""
    counted = WalkIn(
        house=house,
        pillar=visit.pillar,
        kind=visit.kind,
        municipality=visit.municipality,
        age_band=visit.age_band,
        language=visit.language,
        at=at,
    )
    counted.clean_fields(exclude=["house", "municipality"])
    counted.save(force_insert=True)
    record(by=by, at=at, did="walk_in.counted", about=about(house))
    return counted
