"""From a question to queries of the index."""

import math
from collections.abc import Iterable, Sequence

from tantivy import FieldType, Occur, Schema
from tantivy import Query as IndexQuery

from kring.offer.directory.search.documents import Point, Query, Why
from kring.offer.directory.search.indexing import (
    EVERYWHERE,
    EXACT,
    FREE_NOW,
    ON_SITE,
    REMOTE,
    SPECIFIC_NEED,
    facet,
)
from kring.offer.directory.search.meaning import Asked, Reading

_IN_NAME, _EXACT_IN_NAME = 2.5, 4.0
"""How much a word weighs in a name, and as it stands in a name, beside one in the text."""
_KM_PER_DEGREE = 111.2
_FLATTEST = 0.01


class Asking:
    """Builds queries for one index."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema

    def words(self, asked: Iterable[Asked]) -> list[IndexQuery]:
        """One query a word."""
        return [self._word(each) for each in asked]

    def filters(self, query: Query) -> list[IndexQuery]:
        """All that must be so besides words and place."""
        found = [
            self._term("facet", name)
            for name, wanted in ((FREE_NOW, query.free_now), (SPECIFIC_NEED, query.specific_need))
            if wanted
        ]
        for name, code in (("reach", query.reach), ("pillar", query.pillar)):
            if code:
                found.append(self._any("facet", facet(name, {code})))
        for name, codes in (
            ("language", query.languages),
            ("domain", query.domains),
            ("open", query.open_on),
        ):
            if codes:
                found.append(self._any("facet", facet(name, codes)))
        if query.areas:
            found.append(self._any("facet", [*facet("area", query.areas), EVERYWHERE]))
        if query.age is not None:
            age = max(-10_000, min(10_000, query.age))
            found.append(self._between("age_from", FieldType.Integer, None, age))
            found.append(self._between("age_to", FieldType.Integer, age + 1, None))
        return [IndexQuery.const_score_query(part, 0.0) for part in found]

    def on_site(self) -> IndexQuery:
        """Only where somebody can go."""
        return IndexQuery.const_score_query(self._term("facet", ON_SITE), 0.0)

    def remote(self) -> IndexQuery:
        """Only what is given at a distance."""
        return IndexQuery.const_score_query(self._term("facet", REMOTE), 0.0)

    def inside(self, middle: Point, km: float) -> list[IndexQuery]:
        """On site in the box around a circle. Beside the words, not below them: so it stays quick."""
        return [self.on_site(), *self._box(middle, km)]

    def _box(self, middle: Point, km: float) -> list[IndexQuery]:
        """The box of degrees around a circle."""
        high = km / _KM_PER_DEGREE
        wide = high / max(_FLATTEST, math.cos(math.radians(middle.lat)))
        sides = (("lat", middle.lat, high), ("lon", middle.lon, wide))
        return [
            IndexQuery.const_score_query(
                self._between(name, FieldType.Float, centre - half, centre + half), 0.0
            )
            for name, centre, half in sides
        ]

    def _word(self, asked: Asked) -> IndexQuery:
        ways = [self._boosted(self._term("name", EXACT + asked.word), _EXACT_IN_NAME)]
        for reading in asked.readings:
            ways += self._reading(reading)
        return IndexQuery.boolean_query([(Occur.Should, way) for way in ways])

    def _reading(self, reading: Reading) -> list[IndexQuery]:
        if len(reading.groups) > 1:
            both = [(Occur.Must, self._any("body", group)) for group in reading.groups]
            return [self._boosted(IndexQuery.boolean_query(both), reading.weight)]
        found = []
        for stem in reading.groups[0]:
            found.append(self._boosted(self._term("body", stem), reading.weight))
            if reading.code != Why.SYNONYM:
                weight = reading.weight * _IN_NAME
                found.append(self._boosted(self._term("name", stem), weight))
        return found

    def _term(self, field: str, value: str) -> IndexQuery:
        return IndexQuery.term_query(self._schema, field, value, "freq" if field != "facet" else "basic")

    def _any(self, field: str, values: Sequence[str]) -> IndexQuery:
        if len(values) == 1:
            return self._term(field, values[0])
        return IndexQuery.boolean_query([(Occur.Should, self._term(field, value)) for value in values])

    def _between(self, field: str, kind: FieldType, low: float | None, high: float | None) -> IndexQuery:
        return IndexQuery.range_query(self._schema, field, kind, low, high)

    @staticmethod
    def _boosted(query: IndexQuery, weight: float) -> IndexQuery:
        return query if weight == 1.0 else IndexQuery.boost_query(query, weight)


def all_of(queries: Sequence[IndexQuery]) -> IndexQuery:
    """Everything must be so; nothing asked is all there is."""
    if not queries:
        return IndexQuery.all_query()
    return IndexQuery.boolean_query([(Occur.Must, query) for query in queries])


def most_of(words: Sequence[IndexQuery]) -> IndexQuery:
    """All words but one, and at least one."""
    needed = max(1, len(words) - 1)
    return IndexQuery.boolean_query([(Occur.Should, word) for word in words], needed)


def km_between(first: Point, second: Point) -> float:
    """Kilometres as the crow flies (haversine)."""
    up, down = math.radians(first.lat), math.radians(second.lat)
    across = math.radians(second.lon - first.lon)
    half = math.sin((down - up) / 2) ** 2 + math.cos(up) * math.cos(down) * math.sin(across / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(half)))
