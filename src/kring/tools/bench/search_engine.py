"""The engine of the directory alone, for ``bench search``: recall on the held-out half, and time.

One world of services, one run: our engine, raw tantivy and, on PostgreSQL, its trigrams answer the same
questions one after the other, each question once, after those of the other half, which are not counted.
Beside them stands how often the house name of a question would do without the word: what recall is
worth. Then the engine in worlds of other sizes.
"""

import os
import tempfile
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from django.db import connection

from kring.offer.directory.search.documents import Query
from kring.offer.directory.search.engine import Engine
from kring.offer.directory.search.folder import current
from kring.offer.directory.search.standing import opened
from kring.offer.directory.search.writing import change, rebuild
from kring.tools.bench.report import progress
from kring.tools.bench.search_figures import Finder, Outcome, held, measured
from kring.tools.bench.search_peers import raw_tantivy, trigrams
from kring.tools.bench.search_words import Half
from kring.tools.bench.search_world import World, house_of

SERVICES, SMALL_SERVICES = 50_000, 6_000
GROWTH, SMALL_GROWTH = (5_000, 50_000, 500_000), (1_500, 6_000)
CORE = 0


def engine_figures(*, small: bool, growth: Sequence[int] = ()) -> dict[str, Any]:
    """Everything about the engine alone; ``holds`` says whether its promises do."""
    free = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {CORE} & free or free)
    try:
        beside = _beside_its_peers(SMALL_SERVICES if small else SERVICES)
        sizes = growth or (SMALL_GROWTH if small else GROWTH)
        grown = {size: _alone(size) for size in sizes}
    finally:
        os.sched_setaffinity(0, free)
    promises = beside["promises"] | {"sub_linear": _is_sub_linear(grown)}
    return beside | {"growth": grown, "promises": promises, "holds": all(promises.values())}


def finder(engine: Engine) -> Finder:
    """Our engine as one that finds keys."""
    return lambda case: [hit.key for hit in engine.search(case.query).hits]


def without_the_word(engine: Engine, world: World) -> Finder:
    """The same with the house name alone: a control, which must find far less."""
    services = {document.key: document for document in world.documents}

    def find(case: Any) -> list[str]:
        asked = Query(text=house_of(services[case.key]), near=case.query.near, age=case.query.age)
        return [hit.key for hit in engine.search(asked).hits]

    return find


def _beside_its_peers(services: int) -> dict[str, Any]:
    world = World(services)
    cases, before = world.cases(Half.HELD_OUT), world.cases(Half.TUNING)
    with tempfile.TemporaryDirectory() as ours, tempfile.TemporaryDirectory() as raw:
        engine, seconds = _built(Path(ours), world)
        found: dict[str, Outcome] = {"kring": measured(finder(engine), cases, before)}
        control = measured(without_the_word(engine, world), cases)
        start = time.perf_counter()
        change(Path(ours), put=world.documents[:1])
        seconds["change"] = round(time.perf_counter() - start, 3)
        found["tantivy"] = measured(raw_tantivy(Path(raw), world.documents), cases, before)
    if connection.vendor == "postgresql":
        found["trigrams"] = measured(trigrams(world.documents), cases, before)
    figures = {name: outcome.figures() for name, outcome in found.items()}
    for name, each in figures.items():
        progress(f"{services} services, {name}: {each}")
    ours_ms = max(figures["kring"]["median_ms"], 0.01)
    return {
        "services": services,
        **figures,
        "recall_without_the_word": control.figures()["recall_all"],
        "times": {name: round(each["median_ms"] / ours_ms, 2) for name, each in figures.items()},
        "seconds": seconds,
        "promises": held(found["kring"], found.get("trigrams")),
    }


def _alone(services: int) -> dict[str, Any]:
    """Recall and time of our engine in a world of this size."""
    world = World(services)
    with tempfile.TemporaryDirectory() as folder:
        engine, seconds = _built(Path(folder), world)
        figures = measured(
            finder(engine), world.cases(Half.HELD_OUT), world.cases(Half.TUNING)
        ).figures()
    progress(f"{services} services alone: {figures} {seconds}")
    return {key: figures[key] for key in ("recall_all", "median_ms", "p95_ms")} | seconds


def _built(folder: Path, world: World) -> tuple[Engine, dict[str, float]]:
    start = time.perf_counter()
    rebuild(folder, world.documents)
    rebuilt = time.perf_counter()
    engine = opened(folder, current(folder))
    seconds = {"rebuild": rebuilt - start, "open": time.perf_counter() - rebuilt}
    return engine, {name: round(value, 3) for name, value in seconds.items()}


def _is_sub_linear(growth: dict[int, dict[str, Any]]) -> bool:
    """Whether time grows less than the number of services, from each size to the next."""
    sizes = sorted(growth)
    return all(
        growth[more]["median_ms"] / max(growth[less]["median_ms"], 0.01) < more / less
        for less, more in pairwise(sizes)
    )
