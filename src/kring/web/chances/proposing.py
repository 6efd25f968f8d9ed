"""Which services fit a family, and why: asked of the index here, never through an address.

A need is asked in pieces, for a sentence of a goal is no search: its life domain, and each of its words
apart. What is found by more of them, and by rarer words, comes first; each keeps its reasons.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from kring.offer.directory.finding import find
from kring.offer.directory.search.documents import Answer, Hit, Point, Query, Reason, Why
from kring.offer.directory.search.spelling import is_quiet, words_of

MOST, AT_ONCE, MOST_WORDS, SHORTEST_WORD = 6, 40, 8, 4
RARE = 10
"""A word that so many services hold weighs half."""
WEIGHTS = {Why.DOMAIN: 3.0, Why.LANGUAGE: 1.5}
OF_WORDS = {Why.IN_NAME: 3.0, Why.PARTS: 2.0, Why.SYNONYM: 1.5, Why.IN_TEXT: 1.0}
"""A word that was only guessed (a typing error) says nothing here: nobody typed a search."""


@dataclass(frozen=True, slots=True)
class Need:
    """What is known of a family and its question; what is empty is not known.

    ``domain`` is one of the directory. ``youngest`` is in months, below zero while expected.
    """

    words: str = ""
    domain: str = ""
    youngest: int | None = None
    languages: frozenset[str] = frozenset()
    near: Point | None = None
    areas: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Seen:
    hit: Hit
    score: float = 0.0
    reasons: dict[tuple[Why, str], Reason] = field(default_factory=dict)


def propose(need: Need, *, at: datetime) -> Answer:
    """The services that fit best, with all their reasons together.

    Raises:
        BeingWritten: there is no index yet, and another process is building it.
    """
    seen: dict[str, _Seen] = {}
    for query in _queries(need):
        answer = find(query, at=at)
        for hit in answer.hits:
            _keep(seen, hit, answer.total)
    found = sorted(seen.values(), key=lambda one: (-one.score, one.hit.km or 0.0, one.hit.key))
    hits = tuple(replace(one.hit, reasons=tuple(one.reasons.values())) for one in found if one.score)
    return Answer(hits=hits[:MOST], total=len(hits))


def _queries(need: Need) -> Iterator[Query]:
    base = Query(near=need.near, areas=need.areas, age=need.youngest, limit=AT_ONCE)
    asked = [replace(base, text=word) for word in _telling(need.words)]
    if need.domain:
        asked.insert(0, replace(base, domains=frozenset({need.domain})))
    yield from asked
    if need.languages:
        yield from (replace(query, languages=need.languages) for query in asked)


def _telling(words: str) -> list[str]:
    """The words that say something, each once, in their order."""
    said = (word for word in words_of(words) if len(word) >= SHORTEST_WORD and not is_quiet(word))
    return list(dict.fromkeys(said))[:MOST_WORDS]


def _keep(seen: dict[str, _Seen], hit: Hit, total: int) -> None:
    """Add what this hit says; one that is met by a guess alone is left out."""
    weights = WEIGHTS | {code: weight * RARE / (RARE + total) for code, weight in OF_WORDS.items()}
    if not any(reason.code in weights for reason in hit.reasons):
        return
    one = seen.setdefault(hit.key, _Seen(hit))
    for reason in hit.reasons:
        if reason.code in (Why.TYPO, Why.WITHOUT) or (reason.code, reason.word) in one.reasons:
            continue
        one.reasons[reason.code, reason.word] = reason
        one.score += weights.get(reason.code, 0.0)
