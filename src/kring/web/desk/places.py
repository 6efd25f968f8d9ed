"""Whose questions a worklist shows: one region or one desk of the reader at a time.

One place a page keeps every read on one index; the chips above the list lead to the others.
"""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from kring.foundation.records.together import Together
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


def places_of(reader: Reader) -> list[Place]:
    """The places of a reader: regions first, then desks, by name; one read."""
    found = _PLACES.lists(regions=tuple(reader.intake_region_ids), desks=tuple(reader.desk_ids))
    regions: list[Partnership] = sorted(found["regions"], key=_by_name)
    desks: list[Desk] = sorted(found["desks"], key=_by_name)
    return [Place(row.key, row.name, Scope("region", row.pk), row.pk) for row in regions] + [
        Place(row.key, row.name, Scope("desk", row.pk), row.region_id) for row in desks
    ]


def _by_name(row: Partnership | Desk) -> tuple[str, int]:
    return row.name.casefold(), row.pk


def _regions(regions: tuple[int, ...]) -> QuerySet[Partnership]:
    return Partnership.objects.filter(pk__in=regions)


def _desks(desks: tuple[int, ...]) -> QuerySet[Desk]:
    return Desk.objects.filter(pk__in=desks)


_PLACES = Together(regions=_regions, desks=_desks)


def chosen_place(places: list[Place], key: str) -> Place | None:
    """The place with this key, else the first; None for a reader without any."""
    named = [place for place in places if str(place.key) == key]
    return next(iter(named or places), None)
