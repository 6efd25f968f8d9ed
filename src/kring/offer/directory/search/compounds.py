"""Dutch writes words together: "kinderopvang" is found by "opvang", and "opvang voor kinderen" by it.

A word is split where both sides are known: from the small list of parts in ``data/parts.txt``, or as a
word that stands by itself in the directory. Between them may stand a linking sound ("gezins-zorg").
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice

from kring.offer.directory.search.spelling import rows_of
from kring.offer.directory.search.stems import START, stems

_LINKS = ("", "s", "en", "e", "n", "er", "eren", "es")
_SHORTEST_PART, _SHORTEST_COMPOUND, _SHORTEST_SEEN = 3, 6, 4
_DEEPEST, _MOST_SPLITS = 3, 3

MOST_KEPT = 200_000
"""So many words are remembered: what people type has no end."""

type Known = Callable[[str], bool]
"""Whether a word stands by itself in the directory."""

type Sides = tuple[str, str]
"""Left and right."""


@lru_cache(maxsize=1)
def listed_parts() -> frozenset[str]:
    """The parts of the list and their stems."""
    parts = [word for line in rows_of("parts.txt") for word in line.split()]
    return frozenset(parts)


@lru_cache(maxsize=1)
def _listed_stems() -> frozenset[str]:
    return frozenset(stem for part in listed_parts() for stem in stems(part))


@lru_cache(maxsize=1)
def _listed_starts() -> frozenset[str]:
    return frozenset(part[:START] for part in listed_parts())


def _is_listed(word: str) -> bool:
    """Whether a part of the list, or a form of one. Its start is looked at first: that is quick."""
    if word in listed_parts():
        return True
    return word[:START] in _listed_starts() and any(stem in _listed_stems() for stem in stems(word))


class Splitter:
    """Splits words, with the words of one index. Remembers what it split."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._splits: dict[str, tuple[Sides, ...]] = {}

    def splits(self, word: str) -> tuple[Sides, ...]:
        """Ways to split a word in two: "buur-thuis" and "buurt-huis". Empty where it is no compound."""
        known = self._splits.get(word)
        if known is None:
            found = self._find(word) if len(word) >= _SHORTEST_COMPOUND else ()
            known = tuple(islice(found, _MOST_SPLITS))
            if len(self._splits) >= MOST_KEPT:
                self._splits.clear()
            self._splits[word] = known
        return known

    def all_parts(self, word: str, depth: int = _DEEPEST) -> list[str]:
        """Parts, and the parts of parts, of every split."""
        sides = [side for split in self.splits(word) for side in split] if depth else []
        return [part for side in sides for part in (side, *self.all_parts(side, depth - 1))]

    def finest(self, word: str) -> list[tuple[str, ...]]:
        """The smallest parts, for each way to split it."""
        return [
            tuple(part for side in split for part in self._smallest(side)) for split in self.splits(word)
        ]

    def _smallest(self, word: str, depth: int = _DEEPEST) -> list[str]:
        sides = [side for split in self.splits(word)[:1] for side in split] if depth else []
        return [part for side in sides for part in self._smallest(side, depth - 1)] or [word]

    def _find(self, word: str) -> Iterator[Sides]:
        """Splits, that with the longest right side first: in Dutch it carries the meaning."""
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            right = word[cut:]
            if (self._is_part(right) or self.splits(right)) and (left := self._left(word[:cut])):
                yield left, right

    def _left(self, side: str) -> str:
        for link in _LINKS:
            bare = side.removesuffix(link) if link else side
            if (bare != side or not link) and len(bare) >= _SHORTEST_PART and self._is_part(bare):
                return bare
        return ""

    def _is_part(self, word: str) -> bool:
        return _is_listed(word) or (len(word) >= _SHORTEST_SEEN and self._known(word))
