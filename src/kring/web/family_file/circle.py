"""The circle: the family in the middle, its own people around it, helpers outside; as SVG."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

from django.utils.translation import gettext as _

CENTRE = 170.0
RINGS = (62.0, 106.0, 150.0)
FAR = 128.0
"""Where somebody of the own network stands who is further away: between the rings."""
ROOM, MOST_BESIDE = 0.36, 8
"""So far (radians) they stand from a helper, while there is room for that."""
INNER_RADII = {1: 0.0, 2: 26.0, 3: 32.0}
MOST_ON_A_RING = 14
LONGEST_LABEL = 9
TOP = -pi / 2


@dataclass(frozen=True, slots=True)
class Someone:
    """Somebody or some service around the family, with what they are to it."""

    name: str
    role: str
    url: str = ""
    tie: str = ""
    """How the line to them is drawn: strong or weak, tense or broken."""
    far: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """Where somebody stands in the picture, in whole units of its box."""

    x: int
    y: int
    r: int
    label: str
    title: str
    kind: str
    tie: str = ""

    @property
    def from_x(self) -> int:
        """Where the tie to the family leaves its ring."""
        return round(CENTRE + (self.x - CENTRE) * self._inward)

    @property
    def from_y(self) -> int:
        """The same, downwards."""
        return round(CENTRE + (self.y - CENTRE) * self._inward)

    @property
    def _inward(self) -> float:
        away = hypot(self.x - CENTRE, self.y - CENTRE)
        return RINGS[0] / away if away else 0.0

    @property
    def text_y(self) -> int:
        """The base line of the name inside."""
        return self.y + 4


@dataclass(frozen=True, slots=True)
class Circle:
    """The three rings, each with its people, and their places in the picture."""

    family: Sequence[Someone]
    own: Sequence[Someone]
    helpers: Sequence[Someone]
    dots: Sequence[Dot]

    @property
    def lists(self) -> list[tuple[str, Sequence[Someone]]]:
        """The same people as lists under a heading."""
        return [(_("Gezin"), self.family), (_("Eigen netwerk"), self.own), (_("Hulp"), self.helpers)]


def circle_of(family: Sequence[Someone], own: Sequence[Someone], helpers: Sequence[Someone]) -> Circle:
    """Everybody on their ring, evenly spread; who does not fit stands in the list alone."""
    dots = [
        *_ring(family, INNER_RADII.get(len(family), 38.0), "family", 18, TOP - pi / 4),
        *_ring(own, RINGS[1], "own", 20, TOP + pi / 6, helpers=len(helpers)),
        *_ring(helpers, RINGS[2], "helper", 20, TOP),
    ]
    return Circle(family, own, helpers, dots)


def _beside(angle: float, helpers: int) -> float:
    """An angle at which nobody of the outer ring stands in front: as near to this one as can be."""
    if not 0 < helpers <= MOST_BESIDE:
        return angle
    step = 2 * pi / helpers
    past = (angle - TOP) % step
    return angle - past + min(max(past, ROOM), step - ROOM)


def _ring(
    people: Sequence[Someone], radius: float, kind: str, size: int, start: float, *, helpers: int = 0
) -> list[Dot]:
    placed = people[:MOST_ON_A_RING]
    dots = []
    for number, one in enumerate(placed):
        angle = start + 2 * pi * number / len(placed)
        if one.far:
            angle = _beside(angle, helpers)
        away = FAR if one.far else radius
        x, y = CENTRE + away * cos(angle), CENTRE + away * sin(angle)
        title = f"{one.name} ({one.role})" if one.role else one.name
        dots.append(Dot(round(x), round(y), size, _label(one.name), title, kind, one.tie))
    return dots


def _label(name: str) -> str:
    """A first name, or the letters of a long one."""
    words = name.split()
    titled = len(words) > 1 and words[0].islower()
    first = words[1 if titled else 0].strip(",") if words else ""
    if len(first) <= LONGEST_LABEL:
        return first
    words = [word for word in name.split() if word[:1].isalpha()]
    return "".join(word[0] for word in words[:3]).upper() if len(words) > 1 else first[:6] + "…"
