"""Which pillar or partner is missing where, municipality by municipality."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kring.offer.directory.models import Pillar
from kring.offer.houses.models import House, PillarPartner
from kring.offer.houses.queries.checklist import conditions_on
from kring.offer.houses.queries.houses import houses_running
from kring.registry.network.models import PartnershipArea, PartnershipMember
from kring.registry.places.models import Municipality


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality, its Houses, and the pillars that none of them has a partner for.

    ``without``: the sectors of which the checklist asks a partner and none of them has one.
    """

    municipality: Municipality
    houses: tuple[House, ...]
    missing: tuple[str, ...]
    without: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """``none`` without a House, ``some`` where something is missing, ``whole`` otherwise."""
        if not self.houses:
            return "none"
        return "some" if self.missing or self.without else "whole"


def gaps(towns: Iterable[Municipality], at: datetime) -> list[Place]:
    """How pillars and partners stand in these municipalities, in a fixed number of reads."""
    by_town: dict[int, list[House]] = defaultdict(list)
    carried, sectors = _carried(at), _sectors(at)
    asked = [one.partner for one in conditions_on(at) if one.partner]
    for house in houses_running(at):
        for area in _areas(house):
            by_town[area.municipality_id].append(house)
    places = []
    for town in towns:
        there = by_town[town.pk]
        held = set().union(*(carried[house.pk] for house in there)) if there else set()
        missing = tuple(pillar for pillar in Pillar.values if pillar not in held)
        present = set().union(*(sectors[house.pk] for house in there)) if there else set()
        without = tuple(sector for sector in asked if there and sector not in present)
        places.append(Place(town, tuple(there), missing, without))
    return places


def _carried(at: datetime) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    rows = PillarPartner.objects.running(at).values_list("house", "pillar")
    for house, pillar in rows.order_by("pk"):
        found[house].add(pillar)
    return found


def _sectors(at: datetime) -> dict[int, set[str]]:
    """Of which sectors the partners of each House are, for a pillar or as a member."""
    found: dict[int, set[str]] = defaultdict(set)
    members = PartnershipMember.objects.running(at).filter(partnership__house__isnull=False)
    pillars = PillarPartner.objects.running(at)
    rows = [
        *members.order_by("pk").values_list("partnership__house", "organisation__sector"),
        *pillars.order_by("pk").values_list("house", "organisation__sector"),
    ]
    for house, sector in rows:
        found[house].add(sector)
    return found


def _areas(house: House) -> list[PartnershipArea]:
    return list(getattr(house.partnership, "here", ()))
