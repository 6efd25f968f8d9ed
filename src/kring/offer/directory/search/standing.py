"""The engine a web process asks: it looks once a second whether there is a newer generation."""

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from time import monotonic

from tantivy import Index

from kring.offer.directory.search.documents import Answer, Query
from kring.offer.directory.search.engine import Engine
from kring.offer.directory.search.folder import Generation, NoIndex, build_folder, current
from kring.offer.directory.search.lexicon import read_lexicon
from kring.offer.directory.search.writing import MAIN

LOOKS_EVERY_SECONDS = 1.0
_TRIES = 3
WARM_UP = "zzkinderopvanggzz"
"""Two letters from no word: what is made once for such words is made before somebody asks."""


class Standing:
    """Keeps one engine open on a folder, and takes the newer generation when there is one."""

    def __init__(self, folder: Path, ticks: Callable[[], float] = monotonic) -> None:
        self._folder, self._ticks = folder, ticks
        self._engine: Engine | None = None
        self._generation: Generation | None = None
        self._looked = 0.0
        self._opening = Lock()

    def search(self, query: Query) -> Answer:
        """Answer with the newest generation that was seen.

        Raises:
            NoIndex: nothing was built yet.
        """
        return self.engine().search(query)

    def engine(self) -> Engine:
        """The engine of the newest generation. One thread opens it, the others go on meanwhile."""
        engine = self._engine
        if engine is not None and self._ticks() - self._looked < LOOKS_EVERY_SECONDS:
            return engine
        if engine is not None and not self._opening.acquire(blocking=False):
            return engine
        if engine is None:
            self._opening.acquire()
        try:
            return self._newest()
        finally:
            self._opening.release()

    def _newest(self) -> Engine:
        self._looked = self._ticks()
        for _again in range(_TRIES):
            generation = current(self._folder)
            if self._engine is not None and generation == self._generation:
                return self._engine
            try:
                self._engine = opened(self._folder, generation)
            except (OSError, ValueError):
                continue  # a still newer build took its place between the two looks
            self._generation = generation
            return self._engine
        if self._engine is None:
            raise NoIndex(self._folder)
        return self._engine


def opened(folder: Path, generation: Generation) -> Engine:
    """An engine on one generation."""
    build = build_folder(folder, generation)
    index = Index.open(str(build / MAIN))
    index.config_reader("manual")
    index.reload()
    engine = Engine(index, read_lexicon(build), int(generation))
    engine.search(Query(text=WARM_UP))
    return engine
