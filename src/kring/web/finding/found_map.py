"""What was found on a map: numbered spots, among the municipalities around by their name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import cos, hypot, radians

from kring.foundation.ui.dot_map import STILL, Dot, MapPoint, draw
from kring.offer.directory.search.documents import Point
from kring.registry.places.queries import map_points

WIDE, RADIUS = 320, 9
KM_PER_DEGREE = 111.2
SMALLEST_KM, MARGIN, FLAT = 14.0, 1.35, 0.72
"""The map is at least so wide, a bit wider than what was found, and lies."""
SHORT = 2
LETTER, LINE = 6, 14
"""About how wide a letter of a name is, and how high a line, in units of the drawing."""

type Box = tuple[float, float, float, float]


@dataclass
class Spot:
    """One dot with the numbers of all that is there, or too near to be drawn beside it."""

    x: int
    y: int
    r: int = RADIUS
    numbers: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    @property
    def label(self) -> str:
        """The numbers, those in a row as the first and the last."""
        return ", ".join(_runs(sorted(self.numbers)))

    @property
    def inside(self) -> bool:
        """Whether the numbers fit in the dot; otherwise they stand below it."""
        return len(self.label) <= SHORT

    @property
    def title(self) -> str:
        """What is there."""
        return " · ".join(dict.fromkeys(self.names))


@dataclass(frozen=True, slots=True)
class FoundMap:
    """The drawing: what was found, the municipalities in view, and those of them that are named."""

    width: int
    height: int
    spots: tuple[Spot, ...]
    still: tuple[Dot, ...]
    named: tuple[Dot, ...]


def found_map(found: Iterable[tuple[int, str, Point]], middle: Point | None) -> FoundMap:
    """A map of what was found, each with its number and name, around where was asked."""
    points = [MapPoint(at.lat, at.lon, str(number), name) for number, name, at in found]
    asked = [MapPoint(middle.lat, middle.lon, "", kind=STILL)] if middle else []
    box = _box([*points, *asked])
    ground = [
        MapPoint(one.latitude, one.longitude, one.name, kind=STILL)
        for one in map_points()
        if box is None or _within(box, one.latitude, one.longitude)
    ]
    drawing = draw([*ground, *points], width=WIDE, radius=RADIUS)
    spots = _spots(dot for dot in drawing.dots if dot.kind != STILL)
    still = [dot for dot in drawing.dots if dot.kind == STILL]
    return FoundMap(drawing.width, drawing.height, spots, tuple(still), tuple(_named(still, spots)))


def _box(points: list[MapPoint]) -> Box | None:
    """South, north, west and east of what the map shows; None for all there is."""
    if not points:
        return None
    lats, lons = [one.latitude for one in points], [one.longitude for one in points]
    lat, lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
    shrink = cos(radians(lat))
    high = (max(lats) - min(lats)) * KM_PER_DEGREE * MARGIN
    wide = max(SMALLEST_KM, high / FLAT, (max(lons) - min(lons)) * KM_PER_DEGREE * shrink * MARGIN)
    up = wide * FLAT / 2 / KM_PER_DEGREE
    across = wide / 2 / KM_PER_DEGREE / shrink
    return lat - up, lat + up, lon - across, lon + across


def _within(box: Box, lat: float, lon: float) -> bool:
    south, north, west, east = box
    return south <= lat <= north and west <= lon <= east


def _spots(dots: Iterable[Dot]) -> tuple[Spot, ...]:
    """The dots by their number; those that would lie upon each other as one."""
    spots: list[Spot] = []
    for dot in sorted(dots, key=lambda one: int(one.label)):
        near = (one for one in spots if hypot(one.x - dot.x, one.y - dot.y) < 2 * RADIUS)
        spot = next(near, None)
        if spot is None:
            spot = Spot(dot.x, dot.y)
            spots.append(spot)
        spot.numbers.append(int(dot.label))
        spot.names.append(dot.value)
    return tuple(spots)


def _named(still: list[Dot], spots: tuple[Spot, ...]) -> Iterator[Dot]:
    """Municipalities whose name finds room, those nearest to something that was found first."""
    taken = [_label_box(one.x, one.y - RADIUS, one.label, 2 * RADIUS + LINE) for one in spots]
    for dot in sorted(still, key=lambda one: (_nearest(one, spots), one.label)):
        box = _label_box(dot.x, dot.y, dot.label, LINE)
        in_view = box[2] >= 0 and box[3] <= WIDE
        if in_view and not any(_overlap(box, other) for other in taken):
            taken.append(box)
            yield dot


def _nearest(dot: Dot, spots: tuple[Spot, ...]) -> float:
    return min((hypot(one.x - dot.x, one.y - dot.y) for one in spots), default=0.0)


def _label_box(x: int, top: int, text: str, high: int) -> Box:
    """The room of a text below a dot: top, bottom, left and right."""
    half = max(len(text) * LETTER / 2, RADIUS)
    return top, top + high + 2, x - half, x + half


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


def _runs(numbers: list[int]) -> Iterator[str]:
    while numbers:
        many = next((n for n, found in enumerate(numbers) if found != numbers[0] + n), len(numbers))
        yield str(numbers[0]) if many == 1 else f"{numbers[0]}–{numbers[many - 1]}"
        numbers = numbers[many:]
