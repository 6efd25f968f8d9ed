"""Finding municipalities, and how far apart they lie."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Any

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Concat

from kring.foundation.records.folding import fold
from kring.foundation.records.prepared import Prepared
from kring.registry.places.models import Municipality

EARTH_RADIUS_KM = 6371.0
POSTCODE_SIGNS = 4
_SAINTS = {"st": ("sint", "saint"), "ste": ("sainte",)}


@dataclass(frozen=True, slots=True)
class MapPoint:
    """One municipality on a dot map; coordinates in degrees (WGS 84)."""

    nis: str
    name: str
    province_nis: str
    latitude: float
    longitude: float


def find_municipalities(text: str, limit: int = 8) -> list[Municipality]:
    """Municipalities whose Dutch or French name, a word of it, or whose postcode begins so.

    Best first: the whole name, the begin of the name, the begin of a later word. A municipality
    that was merged away is among them with its ``successor``, unless that one has the same name.
    """
    digits, words = _digits_and_words(text)
    if not digits and not words:
        return []
    readings = _readings(words)
    values: dict[str, Any] = {"digits": digits} if digits else {}
    values |= {f"reading{number}": reading for number, reading in enumerate(readings)}
    found: list[Municipality] = [row for row in _LIKE.rows(**values) if not row.renamed_only]
    if digits and words and not found:
        return find_municipalities(digits, limit)
    return sorted(found, key=lambda row: _rank(row, readings))[:limit]


def named_exactly(text: str) -> list[Municipality]:
    """Those whose whole name or postcode this is; a merged-away name counts too."""
    digits, words = _digits_and_words(text)
    readings = _readings(words)
    found = find_municipalities(text, limit=50)
    if digits and not words:
        return found if len(digits) == POSTCODE_SIGNS else []
    return [row for row in found if {row.search_nl, row.search_fr} & set(readings)]


def municipality_by_nis(nis: str) -> Municipality | None:
    """The municipality of an NIS code, former codes too; None when there is none."""
    return _with_names().filter(nis=nis).first()


def current_municipalities() -> list[Municipality]:
    """All municipalities that exist now, by Dutch name."""
    rows = Municipality.objects.filter(successor__isnull=True)
    return list(rows.order_by("name_nl", "nis"))


def former_names(municipality: Municipality) -> list[str]:
    """The Dutch names of the municipalities that merged into this one."""
    return list(municipality.former.order_by("name_nl").values_list("name_nl", flat=True))


def distance_km(a: Municipality, b: Municipality) -> float | None:
    """Kilometres in a straight line between two centres (haversine); None when one has no place."""
    if a.latitude is None or b.latitude is None or a.longitude is None or b.longitude is None:
        return None
    north, east = radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)
    scale = cos(radians(a.latitude)) * cos(radians(b.latitude))
    chord = sin(north / 2) ** 2 + scale * sin(east / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(chord))


def map_points(regions: Iterable[str] = ("02000", "04000")) -> list[MapPoint]:
    """The centres of the municipalities of these regions (Flanders and Brussels by default)."""
    rows = Municipality.objects.filter(region_nis__in=list(regions), successor__isnull=True)
    rows = rows.exclude(latitude__isnull=True).order_by("name_nl", "nis")
    columns = rows.values_list("nis", "name_nl", "province__nis", "latitude", "longitude")
    return [
        MapPoint(nis, name, province, north, east)
        for nis, name, province, north, east in columns
        if north is not None and east is not None
    ]


def _with_names() -> QuerySet[Municipality]:
    return Municipality.objects.select_related("province", "successor__province")


def _digits_and_words(text: str) -> tuple[str, str]:
    parts = fold(text[:80]).split()
    digits = next((part for part in parts if part.isdecimal()), "")
    return digits[:POSTCODE_SIGNS], " ".join(part for part in parts if not part.isdecimal())


def _readings(words: str) -> list[str]:
    """The words as typed, and with "st" written out as people leave it short."""
    first, _, rest = words.partition(" ")
    written_out = [f"{saint} {rest}".strip() for saint in _SAINTS.get(first, ())]
    return [words, *written_out] if words else []


def _like(*, digits: str = "", **readings: str) -> QuerySet[Municipality]:
    rows = _with_names()
    if digits:
        rows = rows.filter(postcodes__code__startswith=Value(digits))
    if readings:
        rows = rows.filter(_named_like(readings.values()))
    return rows.order_by("name_nl", "nis").distinct()


_LIKE = Prepared(_like)


def _named_like(readings: Iterable[str]) -> Q:
    """For a query: a name, or a word of it, begins with one of these."""
    condition = Q()
    for reading in readings:
        for column in ("search_nl", "search_fr"):
            condition |= Q(**{f"{column}__startswith": Value(reading)})
            condition |= Q(**{f"{column}__contains": Concat(Value(" "), Value(reading))})
    return condition


def _rank(row: Municipality, readings: list[str]) -> tuple[int, str]:
    names = (row.search_nl, row.search_fr)
    if any(name == reading for name in names for reading in readings):
        return 0, row.search_nl
    if any(name.startswith(reading) for name in names for reading in readings):
        return 1, row.search_nl
    return 2, row.search_nl
