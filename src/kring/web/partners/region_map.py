"""The map of the regions: each has its own shape and colour, and its name in words beside it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kring.foundation.ui.dot_map import STILL, MapPoint, draw
from kring.registry.network.models import PartnershipArea, PartnershipKind
from kring.registry.places.queries import map_points

COLOURS = ("", "late", "info", "soon", "plum")
SHAPES = ("circle", "square", "diamond", "triangle")
RADIUS = 6


@dataclass(frozen=True)
class Mark:
    """One sign on the drawing: a shape in a colour at a place."""

    shape: str
    colour: str
    x: int
    y: int
    r: int = RADIUS
    label: str = ""
    value: str = ""

    @property
    def side(self) -> int:
        """The side of a square of about the same size."""
        return self.r * 2 - 2

    @property
    def left(self) -> int:
        return self.x - self.r + 1

    @property
    def top(self) -> int:
        return self.y - self.r + 1

    @property
    def corners(self) -> str:
        """The corners of a diamond or triangle."""
        x, y, r = self.x, self.y, self.r + 1
        if self.shape == "diamond":
            return f"{x},{y - r} {x + r},{y} {x},{y + r} {x - r},{y}"
        return f"{x},{y - r} {x + r},{y + r - 2} {x - r},{y + r - 2}"


@dataclass(frozen=True)
class RegionRow:
    """A region in the legend and the table."""

    key: UUID
    name: str
    mark: Mark
    places: list[str]
    approximated: bool


@dataclass(frozen=True)
class RegionMap:
    """The drawing, its legend and its table; ``outside`` lie in no region."""

    width: int
    height: int
    marks: list[Mark]
    regions: list[RegionRow]
    outside: list[str]


def region_map(at: datetime) -> RegionMap:
    """The municipalities of Flanders and Brussels, each with the sign of its region."""
    areas = PartnershipArea.objects.running(at).filter(
        partnership__kind=PartnershipKind.ONE_FAMILY_ONE_PLAN
    )
    held = areas.select_related("partnership", "municipality")
    held = held.order_by("partnership__name", "partnership_id", "municipality__name_nl", "pk")
    rows = _regions(list(held))
    sign = {name: row for row in rows for name in row.places}
    points = [
        MapPoint(point.latitude, point.longitude, point.name, kind="" if point.name in sign else STILL)
        for point in map_points()
    ]
    drawn = draw(points, radius=RADIUS)
    marks = [_placed(sign.get(dot.label), dot.x, dot.y, dot.label) for dot in drawn.dots]
    outside = sorted(point.label for point in points if point.label not in sign)
    return RegionMap(drawn.width, drawn.height, marks, rows, outside)


def _regions(areas: list[PartnershipArea]) -> list[RegionRow]:
    by_region: dict[int, list[PartnershipArea]] = defaultdict(list)
    for area in areas:
        by_region[area.partnership_id].append(area)
    return [
        RegionRow(
            key=held[0].partnership.key,
            name=held[0].partnership.name,
            mark=sign_of(number),
            places=[area.municipality.name_nl for area in held],
            approximated=any(area.approximated for area in held),
        )
        for number, held in enumerate(by_region.values())
    ]


def sign_of(number: int) -> Mark:
    """Four shapes and five colours: twenty regions each have their own sign."""
    return Mark(SHAPES[number % len(SHAPES)], COLOURS[number % len(COLOURS)], x=9, y=9)


def _placed(region: RegionRow | None, x: int, y: int, label: str) -> Mark:
    if region is None:
        return Mark("circle", STILL, x, y, r=RADIUS - 3, label=label)
    return Mark(region.mark.shape, region.mark.colour, x, y, label=label, value=region.name)
