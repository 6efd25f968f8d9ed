"""Where somebody lives, as they typed it: a municipality, also with a letter wrong."""

from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from kring.foundation.records.folding import fold
from kring.offer.directory.queries import area_codes
from kring.offer.directory.search.documents import Point
from kring.registry.places.models import Municipality
from kring.registry.places.queries import find_municipalities, map_points, named_exactly

MOST_OTHERS = 4
LIKE = 0.75
KEPT = 4_000


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality; ``others`` are names it may have been, ``guessed`` when it was not typed so."""

    name: str
    point: Point | None
    areas: frozenset[str]
    others: tuple[str, ...] = ()
    guessed: bool = False


@lru_cache(maxsize=KEPT)
def place_of(text: str, language: str) -> Place | None:
    """The municipality that was most likely meant; None when nothing is like it."""
    found = named_exactly(text) or find_municipalities(text, limit=1 + MOST_OTHERS)
    guessed = not found
    if guessed and (name := _like(text)):
        found = named_exactly(name)
    rows = list(dict.fromkeys(row.successor or row for row in found))
    if not rows:
        return None
    names = tuple(row.name_in(language) for row in rows)
    return Place(
        names[0], _point(rows[0]), area_codes(rows[0]), names[1 : 1 + MOST_OTHERS], guessed=guessed
    )


def _like(text: str) -> str:
    """The name of a municipality that is written almost so."""
    names = {fold(name): name for name in _names()}
    close = get_close_matches(fold(text), list(names), n=1, cutoff=LIKE)
    return names[close[0]] if close else ""


@lru_cache(maxsize=1)
def _names() -> tuple[str, ...]:
    return tuple(point.name for point in map_points(("02000", "03000", "04000")))


def _point(row: Municipality) -> Point | None:
    if row.latitude is None or row.longitude is None:
        return None
    return Point(row.latitude, row.longitude)
