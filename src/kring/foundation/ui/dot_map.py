"""A map made of dots: places by their coordinates, drawn without a map server.

Northern Belgium is small enough for an equirectangular drawing: longitude shrinks with the cosine
of the middle latitude, nothing else is needed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians

STILL = "still"


@dataclass(frozen=True)
class MapPoint:
    """A place to draw: WGS 84 degrees, its name, what it says, its kind (ok, late, soon, …)."""

    latitude: float
    longitude: float
    label: str
    value: str = ""
    kind: str = ""
    weight: int = 0


@dataclass(frozen=True)
class Dot:
    """A point on the drawing, in whole units of its view box."""

    x: int
    y: int
    r: int
    label: str
    value: str
    kind: str


@dataclass(frozen=True)
class DotMap:
    """The drawing and its table."""

    width: int
    height: int
    dots: tuple[Dot, ...]
    legend: tuple[tuple[str, str], ...] = ()

    @property
    def named(self) -> list[Dot]:
        """The dots that say something, by name: the rows of the table."""
        return sorted((dot for dot in self.dots if dot.kind != STILL), key=lambda dot: dot.label)


def draw(
    points: Iterable[MapPoint],
    *,
    width: int = 720,
    radius: int = 5,
    legend: Sequence[tuple[str, str]] = (),
) -> DotMap:
    """Fit the points in a drawing ``width`` wide.

    A ``weight`` (0 to 100) makes a dot larger, at most threefold.
    """
    every = list(points)
    margin = radius * 3 + 2
    if not every:
        return DotMap(width, width // 2, (), tuple(legend))
    west = min(point.longitude for point in every)
    north = max(point.latitude for point in every)
    south = min(point.latitude for point in every)
    shrink = cos(radians((north + south) / 2))
    span = max((max(point.longitude for point in every) - west) * shrink, 0.01)
    scale = (width - 2 * margin) / span
    dots = [
        Dot(
            x=round(margin + (point.longitude - west) * shrink * scale),
            y=round(margin + (north - point.latitude) * scale),
            r=radius + radius * 2 * min(point.weight, 100) // 100,
            label=point.label,
            value=point.value,
            kind=point.kind,
        )
        for point in every
    ]
    dots.sort(key=lambda dot: (dot.kind != STILL, -dot.r, dot.label))
    height = round((north - south) * scale) + 2 * margin
    return DotMap(width, height, tuple(dots), tuple(legend))
