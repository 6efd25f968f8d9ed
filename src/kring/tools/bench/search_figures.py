"""Recall and time of the search, of raw tantivy and of PostgreSQL's trigrams, on the same questions."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from kring.tools.bench.report import median, percentile
from kring.tools.bench.search_world import Case

FIRST = 20
TYPOS_LIMIT, DUTCH_LIMIT = 0.99, 0.95
TIMES_TRIGRAMS = 20.0
TYPED = "typos"

type Finder = Callable[[Case], list[str]]
"""Keys of the first twenty for one question."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one engine did with the questions: hits and questions by kind, and milliseconds."""

    found: dict[str, int]
    asked: dict[str, int]
    milliseconds: list[float]
    missed: list[Case]

    def recall(self, kinds: Iterable[str]) -> float:
        """The share of the questions of these kinds whose answer was among the first twenty."""
        asked = sum(self.asked.get(kind, 0) for kind in kinds)
        return round(sum(self.found.get(kind, 0) for kind in kinds) / asked, 4) if asked else 0.0

    def figures(self) -> dict[str, Any]:
        """Recall by kind, and times."""
        typed = [kind for kind in self.asked if kind.startswith(TYPED)]
        other = [kind for kind in self.asked if not kind.startswith(TYPED)]
        return {
            "questions": sum(self.asked.values()),
            "recall_typos": self.recall(typed),
            "recall_dutch": self.recall(other),
            "recall_all": self.recall(self.asked),
            "recall_by_kind": {kind: self.recall([kind]) for kind in sorted(self.asked)},
            "median_ms": median(self.milliseconds),
            "p95_ms": percentile(self.milliseconds, 0.95),
        }


def measured(find: Finder, cases: Iterable[Case], before: Iterable[Case] = ()) -> Outcome:
    """Ask every question once, so that no answer is remembered.

    ``before`` are other questions, not counted: who is asked first of all pays for pages not read yet.
    """
    for case in before:
        find(case)
    found: dict[str, int] = defaultdict(int)
    asked: dict[str, int] = defaultdict(int)
    milliseconds, missed = [], []
    for case in cases:
        start = time.perf_counter()
        keys = find(case)
        milliseconds.append((time.perf_counter() - start) * 1000)
        kind = f"{case.pair.file} {case.pair.kind}"
        asked[kind] += 1
        found[kind] += case.key in keys[:FIRST]
        if case.key not in keys[:FIRST]:
            missed.append(case)
    return Outcome(dict(found), dict(asked), milliseconds, missed)


def held(ours: Outcome, trigrams: Outcome | None) -> dict[str, bool]:
    """Which promises hold. Of the trigrams only where they were measured in the same run."""
    figures = ours.figures()
    promises = {
        "recall_typos": figures["recall_typos"] >= TYPOS_LIMIT,
        "recall_dutch": figures["recall_dutch"] >= DUTCH_LIMIT,
    }
    if trigrams:
        theirs = trigrams.figures()
        ratio = theirs["median_ms"] / max(figures["median_ms"], 0.01)
        promises["times_trigrams"] = ratio >= TIMES_TRIGRAMS
        promises["recall_of_trigrams"] = figures["recall_all"] >= theirs["recall_all"]
    return promises
