"""The engine: one question in, ranked answers out.

Looked for in steps until there is enough: all words as typed (unknown ones as their near words), then
every word read loosely, then all words but one. In each step what is on site comes before what is at a
distance. Inside a step the words and the nearness decide together.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from math import isfinite, sqrt

from tantivy import DocAddress, Index, Searcher
from tantivy import Query as IndexQuery

from kring.offer.directory.search.asking import Asking, all_of, km_between, most_of
from kring.offer.directory.search.columns import real, whole
from kring.offer.directory.search.documents import Answer, Hit, Note, Point, Query
from kring.offer.directory.search.indexing import FAR, GOES
from kring.offer.directory.search.lexicon import Lexicon
from kring.offer.directory.search.meaning import Asked, Reader
from kring.offer.directory.search.reasons import reasons

CANDIDATES = 120
"""How many are weighed by nearness too; more where a later page is asked."""
ENOUGH = 1
"""So many hits, and no looser step is taken."""
FURTHEST_PAGE, LONGEST_PAGE = 2_000, 100
_NARROWEST_KM, WIDEST_KM = 0.1, 400.0
_NEAR_WEIGHT, _HALF_KM = 0.6, 5.0
_SLACK, _MOST_BOXES = 0.9, 6


@dataclass(frozen=True, slots=True)
class _Found:
    """A candidate with what it is ranked by."""

    address: DocAddress
    one: int
    score: float
    way: int
    km: float | None

    def weight(self, best: float) -> float:
        """Words, beside the best of them, and nearness together."""
        share = self.score / best if best else 0.0
        return share + (0.0 if self.km is None else _NEAR_WEIGHT / (1 + self.km / _HALF_KM))


@dataclass(frozen=True, slots=True)
class _Step:
    """One way to look: the words as read, and whether one may be missing."""

    asked: tuple[Asked, ...]
    loosened: bool


class Engine:
    """Searches one generation of the index. Safe for many threads: it only reads."""

    def __init__(self, index: Index, lexicon: Lexicon, generation: int) -> None:
        self._index, self._searcher = index, index.searcher()
        self._asking = Asking(index.schema)
        self._reader = Reader(lexicon)
        self.generation = generation

    @property
    def searcher(self) -> Searcher:
        """The bare index below, for measurements."""
        return self._searcher

    def search(self, query: Query) -> Answer:
        """Answer any question; a bad one is read as far as it goes."""
        query = _within_bounds(query)
        words, shortened = self._reader.words(query.text)
        notes = {Note.SHORTENED} if shortened else set()
        if query.text.strip() and not words:
            notes.add(Note.NO_WORDS)
        wanted = query.offset + query.limit
        seen: set[int] = set()
        hits: list[tuple[_Step, _Found]] = []
        total, first = 0, None
        for step in self._steps(words):
            first = first or step
            if hits and step.loosened:
                break
            count, found = self._look(query, step, wanted)
            total = max(total, count)
            new = [each for each in found if each.one not in seen]
            seen.update(each.one for each in new)
            hits += [(step, each) for each in new]
            if len(hits) >= ENOUGH:
                break
        page = list(islice(hits, query.offset, wanted))
        if any(step.loosened for step, _found in page):
            notes.add(Note.LOOSENED)
        read = first.asked if first else ()
        return Answer(
            hits=tuple(self._hit(query, step, found) for step, found in page),
            total=max(total, len(hits)),
            notes=frozenset(notes),
            read_as={each.word: each.read_as() for each in read if each.read_as()},
            generation=self.generation,
        )

    def _steps(self, words: list[str]) -> Iterator[_Step]:
        """Ways to look, each looser than the one before; a later one is read only when needed."""
        asked = tuple(self._reader.read(word, loosely=False) for word in words)
        yield _Step(asked, loosened=False)
        if words:
            loosely = tuple(self._reader.read(word, loosely=True) for word in words)
            if loosely != asked:
                yield _Step(loosely, loosened=False)
            if len(words) > 1:
                yield _Step(loosely, loosened=True)

    def _look(self, query: Query, step: _Step, wanted: int) -> tuple[int, list[_Found]]:
        """How many there are, and the best of them: on site first where a place was asked."""
        words = self._asking.words(step.asked)
        must = [most_of(words)] if step.loosened else words
        must = must + self._asking.filters(query)
        most = max(CANDIDATES, wanted)
        if query.near is None:
            ways = {None: [], True: [self._asking.remote()], False: [self._asking.on_site()]}
            total, found = self._candidates(must + ways[query.remote], most)
            folded = _folded(found)
            return (total if total > most else len(folded)), folded
        if words and query.remote is None:
            few = self._all_there_are(must, query.near, most)
            if few is not None:
                ranked = _ranked(few, query.within_km, remote=None)
                return len(ranked), ranked
        total, found = 0, list[_Found]()
        if query.remote is not True:
            total, found = self._inside(must, query.near, query.within_km, most)
            found += self._nearest(must, query.near, query.within_km, total, most)
        if query.remote is not False:
            count, far = self._candidates([*must, self._asking.remote()], most, query.near)
            total, found = total + count, found + far
        single = {_place(each.address): each for each in found}
        ranked = _ranked(list(single.values()), query.within_km, remote=query.remote)
        return (total if total > most else len(ranked)), ranked

    def _all_there_are(self, must: list[IndexQuery], near: Point, most: int) -> list[_Found] | None:
        """Wherever it is, where there is so little of it that it can all be weighed; else None."""
        hits = self._searcher.search(all_of(must), most, count=False).hits
        return self._read(hits, near) if len(hits) < most else None

    def _inside(
        self, must: list[IndexQuery], near: Point, km: float, most: int
    ) -> tuple[int, list[_Found]]:
        return self._candidates([*must, *self._asking.inside(near, km)], most, near)

    def _nearest(
        self, must: list[IndexQuery], near: Point, km: float, count: int, most: int
    ) -> list[_Found]:
        """What lies nearest: in ever smaller boxes, until one holds no more than can be weighed."""
        found: list[_Found] = []
        for _closer in range(_MOST_BOXES):
            if count <= most:
                break
            km *= sqrt(most / count) * _SLACK
            count, found = self._inside(must, near, km, most)
        return found

    def _candidates(
        self, must: list[IndexQuery], most: int, near: Point | None = None
    ) -> tuple[int, list[_Found]]:
        result = self._searcher.search(all_of(must), most)
        count = int(result.count or 0)  # type: ignore[attr-defined]  # missing in its stub
        return count, self._read(result.hits, near)

    def _read(self, hits: list[tuple[float, DocAddress]], near: Point | None = None) -> list[_Found]:
        """Hits with what they are ranked by."""
        if not hits:
            return []
        addresses = [address for _score, address in hits]
        ones = whole(self._searcher, "one", addresses)
        ways = whole(self._searcher, "way", addresses)
        scores = [score for score, _address in hits]
        if near is None:
            rows = zip(addresses, ones, scores, ways, strict=True)
            return [_Found(*row, None) for row in rows]
        lats = real(self._searcher, "lat", addresses)
        lons = real(self._searcher, "lon", addresses)
        found = []
        for address, one, score, way, lat, lon in zip(
            addresses, ones, scores, ways, lats, lons, strict=True
        ):
            km = km_between(near, Point(lat, lon)) if way & GOES else None
            found.append(_Found(address, one, score, way, km))
        return found

    def _hit(self, query: Query, step: _Step, found: _Found) -> Hit:
        card = json.loads(str(self._searcher.doc(found.address).get_first("card") or b"{}", "utf-8"))
        return Hit(
            key=card["k"],
            km=found.km,
            remote=bool(card["r"]) and (found.km is None or not card["s"]),
            reasons=reasons(card, query, step.asked, loosened=step.loosened, km=found.km),
            shown=card["v"],
        )


def _place(address: DocAddress) -> tuple[int, int]:
    return address.segment_ord, address.doc


def _folded(found: Iterable[_Found]) -> list[_Found]:
    """One of each service: the first of its places."""
    first: dict[int, _Found] = {}
    for each in found:
        first.setdefault(each.one, each)
    return list(first.values())


def _ranked(found: list[_Found], km: float, *, remote: bool | None) -> list[_Found]:
    """On site inside the circle by weight, the nearest place of each service; then what is given at a
    distance and nowhere in the circle. The rest is left out.
    """
    near = (
        [each for each in found if each.km is not None and each.km <= km] if remote is not True else []
    )
    near.sort(key=lambda each: each.km or 0.0)
    best = max((each.score for each in near), default=0.0)
    near = sorted(_folded(near), key=lambda each: -each.weight(best))
    taken = {each.one for each in near}
    far = [replace(each, km=None) for each in found if each.way & FAR and each.one not in taken]
    far = _folded(sorted(far, key=lambda each: -each.score))
    return near + (far if remote is not False else [])


def _within_bounds(query: Query) -> Query:
    limit = max(1, min(LONGEST_PAGE, query.limit))
    km = max(_NARROWEST_KM, min(WIDEST_KM, query.within_km)) if isfinite(query.within_km) else WIDEST_KM
    if query.near and not (isfinite(query.near.lat) and isfinite(query.near.lon)):
        query = replace(query, near=None)
    return replace(query, limit=limit, offset=max(0, min(FURTHEST_PAGE, query.offset)), within_km=km)
