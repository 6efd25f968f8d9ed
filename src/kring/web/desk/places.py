"""Whose questions a worklist shows: one region or one desk of the reader at a time.

One place a page keeps every read on one index; the chips above the list lead to the others.
"""

from dataclasses import dataclass
from uuid import UUID

from kring.foundation.records.prepared import Prepared
from kring.registry.network.models import Desk, Partnership
from kring.support.requests.queries import Scope
from kring.trust.access.readers import Reader


@dataclass(frozen=True, slots=True)
class Place:
    """A region whose intake the reader leads, or a desk they are on duty for."""

    key: UUID
    name: str
    scope: Scope
    region_id: int


_REGIONS = Prepared(lambda ids: Partnership.objects.filter(pk__in=ids).order_by("name", "pk"))
_DESKS = Prepared(lambda ids: Desk.objects.filter(pk__in=ids).order_by("name", "pk"))


def places_of(reader: Reader) -> list[Place]:
    """The places of a reader: regions first, then desks, by name; two queries."""
    regions: list[Partnership] = _REGIONS.rows(ids=tuple(reader.intake_region_ids))
    desks: list[Desk] = _DESKS.rows(ids=tuple(reader.desk_ids))
    return [Place(row.key, row.name, Scope("region", row.pk), row.pk) for row in regions] + [
        Place(row.key, row.name, Scope("desk", row.pk), row.region_id) for row in desks
    ]


def chosen_place(places: list[Place], key: str) -> Place | None:
    """The place with this key, else the first; None for a reader without any."""
    named = [place for place in places if str(place.key) == key]
    return next(iter(named or places), None)
