"""In which municipality a place of a feed lies: by its postcode, else by its point."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from math import hypot
from typing import Any

from kring.foundation.records.folding import fold
from kring.offer.directory.models import Address, LocationType, Part
from kring.registry.places.models import Municipality, Postcode

HERE = ("", "BE")
FURTHEST_DEGREES = 0.12
"""About 13 km north: the centre of no municipality lies further from its own border."""
NARROWER = 0.63
"""A degree east is so much shorter than one north, in Belgium."""


class Placing:
    """The municipalities, read once for a whole feed."""

    @cached_property
    def _by_postcode(self) -> dict[str, list[Municipality]]:
        found: dict[str, list[Municipality]] = defaultdict(list)
        rows = Postcode.objects.select_related("municipality__successor").order_by("pk")
        for row in rows:
            here = row.municipality.successor or row.municipality
            if here not in found[row.code]:
                found[row.code].append(here)
        return found

    @cached_property
    def _current(self) -> list[tuple[float, float, Municipality]]:
        rows = Municipality.objects.filter(successor__isnull=True).order_by("pk")
        return [
            (row.latitude, row.longitude, row)
            for row in rows
            if row.latitude is not None and row.longitude is not None
        ]

    def of(self, values: Mapping[str, Any], parts: Iterable[Part]) -> Municipality | None:
        """Where a place lies; None for what is at a distance, abroad, or not said clearly."""
        if values.get("location_type") == LocationType.VIRTUAL:
            return None
        addresses = [part for part in parts if isinstance(part, Address)]
        addresses.sort(key=lambda one: one.address_type != LocationType.PHYSICAL)
        if any(one.country.upper() not in HERE for one in addresses[:1]):
            return None
        point = values.get("latitude"), values.get("longitude")
        for address in addresses:
            if found := self._at(address, point):
                return found
        return self._nearest(self._current, point)

    def _at(self, address: Address, point: tuple[Any, Any]) -> Municipality | None:
        """Of those a postcode serves the one that is named, else the nearest, else the only one."""
        served = self._by_postcode.get(address.postal_code.strip(), [])
        if len(served) == 1:
            return served[0]
        city = fold(address.city)
        named = [row for row in served if city in (row.search_nl, row.search_fr)]
        if named:
            return named[0]
        here = [(row.latitude, row.longitude, row) for row in served if row.latitude is not None]
        return self._nearest(here, point)

    def _nearest(self, among: Iterable[Any], point: tuple[Any, Any]) -> Municipality | None:
        north, east = point
        if north is None or east is None:
            return None
        away = [
            (hypot(latitude - north, (longitude - east) * NARROWER), row.pk, row)
            for latitude, longitude, row in among
        ]
        nearest = min(away, default=None, key=lambda one: one[:2])
        return nearest[2] if nearest and nearest[0] <= FURTHEST_DEGREES else None
