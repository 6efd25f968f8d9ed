"""Addresses of pages about one record, worked out once per kind of page.

Finding a route by its name and trying its pattern costs more than drawing the link; a list asks
it for every row. The key of a record is the one part that differs, so the rest is kept.
"""

from functools import lru_cache
from uuid import UUID

from django.urls import reverse

_PLACES = tuple(UUID(int=(2**128 - 1) - number) for number in range(4))
"""Keys that no record has: they mark where the keys stand in an address."""


def address_of(route: str, *parts: UUID | str) -> str:
    """The address of a route as ``reverse`` gives it; raises NoReverseMatch as that does.

    ``parts`` fill the route in order: keys of records, and words from a fixed list.
    """
    keys = [part for part in parts if isinstance(part, UUID)]
    if len(keys) > len(_PLACES):
        return reverse(route, args=parts)
    shape = _shape(route, tuple("" if isinstance(part, UUID) else part for part in parts))
    return shape.format(*keys)


@lru_cache(maxsize=512)
def _shape(route: str, words: tuple[str, ...]) -> str:
    """The address with {0}, {1} … where the keys go; an empty word is a key."""
    places = iter(_PLACES)
    address = reverse(route, args=[word or next(places) for word in words])
    shape = address.replace("{", "{{").replace("}", "}}")
    for number, place in enumerate(_PLACES):
        shape = shape.replace(str(place), f"{{{number}}}")
    return shape
