"""The map of gaps: per municipality a House with every pillar and partner, one with gaps, or none."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from kring.foundation.records.local_text import choice_words
from kring.foundation.ui.dot_map import STILL, DotMap, MapPoint, draw
from kring.offer.directory.models import Pillar
from kring.offer.houses.models import House
from kring.offer.houses.queries import Place, gaps
from kring.registry.network.models import PartnershipArea, Sector
from kring.registry.network.rules import AGENCY_FIGURES
from kring.registry.places.models import Municipality
from kring.registry.places.queries import map_points
from kring.trust.access.readers import Reader

FLANDERS, BRUSSELS = "02000", "04000"
COLOURS = {"whole": "", "some": "soon", "none": "late"}


@dataclass(frozen=True, slots=True)
class Row:
    """A municipality in the table: its Houses, for each pillar whether somebody carries it, and which
    partner the checklist asks for is missing."""

    name: str
    kind: str
    houses: tuple[House, ...]
    pillars: list[tuple[str, bool]]
    without: list[str]


@dataclass(frozen=True, slots=True)
class GapMap:
    """The drawing, the table that says the same, and how many there are of each."""

    drawn: DotMap
    rows: list[Row]
    whole: int
    some: int
    none: int


def gap_map(reader: Reader, at: datetime) -> GapMap:
    """For the agency every municipality; for a coordinator those of their regions."""
    places = {place.municipality.nis: place for place in gaps(_towns(reader, at), at)}
    points = [
        MapPoint(
            point.latitude,
            point.longitude,
            point.name,
            value=_says(places[point.nis]) if point.nis in places else "",
            kind=COLOURS[places[point.nis].kind] if point.nis in places else STILL,
        )
        for point in map_points()
    ]
    order = {"none": 0, "some": 1, "whole": 2}
    rows = sorted(map(_row, places.values()), key=lambda row: (order[row.kind], row.name))
    kinds = [row.kind for row in rows]
    legend = (("", _("alles is er")), ("soon", _("er ontbreekt iets")), ("late", _("geen Huis")))
    counts = {kind: kinds.count(kind) for kind in COLOURS}
    return GapMap(draw(points, legend=(*legend, (STILL, _("elders")))), rows, **counts)


def _towns(reader: Reader, at: datetime) -> list[Municipality]:
    rows = Municipality.objects.filter(successor=None, region_nis__in=(FLANDERS, BRUSSELS))
    if not reader.may(AGENCY_FIGURES):
        areas = PartnershipArea.objects.running(at).filter(partnership__in=reader.region_ids)
        rows = rows.filter(pk__in=areas.values("municipality"))
    return list(rows.order_by("name_nl", "nis"))


def _says(place: Place) -> str:
    if not place.houses:
        return _("geen Huis")
    missing = [choice_words(Pillar, code) for code in place.missing] + _without(place)
    return _("ontbreekt: %(what)s") % {"what": ", ".join(missing)} if missing else _("alles is er")


def _without(place: Place) -> list[str]:
    return [choice_words(Sector, sector) for sector in place.without]


def _row(place: Place) -> Row:
    pillars = [(choice_words(Pillar, code), code not in place.missing) for code in Pillar.values]
    return Row(place.municipality.name_nl, place.kind, place.houses, pillars, _without(place))
