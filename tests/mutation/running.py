"""Running the mutants: set up once, then one fork for each, with only the tests that reach its lines.

A plugin of pytest. First every test runs once, while it is noted which lines each one runs; then
each mutant gets a fork of this process, its database in memory and all. Its code is put into the
living function, and the tests that run the changed statement run until one fails.
"""

import gc
import os
import random
import select
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import _lru_cache_wrapper
from pathlib import Path

import pytest
from _pytest.runner import runtestprotocol

from kring.foundation.records.prepared import Prepared
from kring.foundation.records.together import Together
from tests.mutation.mutants import Mutant, code_of, mutants_of
from tests.mutation.watching import Function, Line, Watching, living

AT_ONCE = max(1, os.cpu_count() or 1)
SECONDS_AT_LEAST, TIMES_AT_MOST = 15, 8
"""A group of tests ends by time after so many seconds and so many times what it took unchanged.

Seconds of the processor: another program on the same machine kills no mutant.
"""
NOBODY, NO_PROGRAM = "nobody", "no program"


@dataclass
class Outcome:
    """What became of the mutants; ``broke`` are those of which the runner itself gave up."""

    killed: list[Mutant] = field(default_factory=list)
    survived: list[Mutant] = field(default_factory=list)
    broke: list[Mutant] = field(default_factory=list)
    out_of_time: int = 0


@dataclass
class Running:
    """A fork at work: on what, in which order of groups of tests."""

    mutant: Mutant | None
    child: int
    order: list[int]


class Mutating:
    """Takes the place of pytest's own loop over the tests."""

    def __init__(
        self, files: list[Path], *, share: float, seed: int, at_once: int | None = None
    ) -> None:
        self.files, self.share, self.seed = files, share, seed
        self.at_once = at_once or AT_ONCE
        self.outcome = Outcome()
        self.runs: dict[Line, set[int]] = defaultdict(set)
        self.seconds: dict[int, float] = defaultdict(float)
        self.narrow: dict[int, float] = {}
        self.kills: dict[Function, Counter[int]] = defaultdict(Counter)
        self.tries: dict[Function, Counter[int]] = defaultdict(Counter)
        self.failed_before: list[str] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.session, self.items = session, session.items
        self.memories = _memories()
        self.living = living(self.files)
        self.groups = _groups(session.items)
        self._run_all_once()
        if not self.failed_before:
            self._run_mutants(self._chosen())
        return True

    # -- which test runs which line

    def _run_all_once(self) -> None:
        runtestprotocol(self.items[0], log=False, nextitem=self._after(0))  # the database is made here
        watching = Watching(each for found in self.living.values() for each in found)
        for group, items in self.groups.items():
            for number in items:
                self._forget()
                began = time.process_time()
                reports = runtestprotocol(self.items[number], log=False, nextitem=self._after(number))
                self.seconds[group] += time.process_time() - began
                if any(report.failed for report in reports):
                    self.failed_before.append(self.items[number].nodeid)
            seen = watching.taken()
            self.narrow[group] = 3 / (len(seen) + 1)
            for line in seen:
                self.runs[line].add(group)
        watching.end()
        every = sum(self.seconds.values())
        say(f"{len(self.items)} tests in {every:.0f} s before any change; the slowest:")
        for group in sorted(self.seconds, key=self.seconds.__getitem__, reverse=True)[:6]:
            say(f"  {self.seconds[group]:.1f} s {self.items[self.groups[group][0]].nodeid}")

    def _after(self, number: int) -> pytest.Item:
        return self.items[(number + 1) % len(self.items)]

    def _forget(self) -> None:
        for forget in self.memories:
            forget()

    def _chosen(self) -> list[Mutant]:
        every = [mutant for file in self.files for mutant in mutants_of(file)]
        if self.share >= 1:
            return every
        count = max(1, round(len(every) * self.share))
        return random.Random(self.seed).sample(every, count)  # noqa: S311 - a sample, no secret

    def by_slow_tests(self) -> int:
        """How many mutants only tests of more than two seconds noticed."""
        every = Counter[int]()
        for counted in self.kills.values():
            every += counted
        return sum(count for group, count in every.items() if self.seconds[group] > 2)

    # -- the mutants

    def _run_mutants(self, mutants: list[Mutant]) -> None:
        gc.collect()
        gc.freeze()
        running = dict([self._fork(None, list(self.groups))])
        waiting, done = list(reversed(mutants)), 0
        while waiting or running:
            while waiting and len(running) < self.at_once:
                mutant = waiting.pop()
                if tests := self._tests_of(mutant):
                    pipe, started = self._fork(mutant, tests)
                    running[pipe] = started
                else:
                    self._survives(mutant)
            ready, _, _ = select.select(list(running), [], [])
            for pipe in ready:
                self._close(running.pop(pipe), pipe)
                done += 1
                if done % 50 == 0:
                    say(f"{done} of {len(mutants)}, {len(self.outcome.survived)} survived")

    def _tests_of(self, mutant: Mutant) -> list[int]:
        """The groups of tests that run the statement: first what is likely to notice for its time.

        That is what noticed much in this function before, it or its file, and what runs few lines.
        """
        function = (str(mutant.file), mutant.function)
        kills, tries = self.kills[function], self.tries[function]
        by_file: Counter[Path] = Counter()
        for group, count in kills.items():
            by_file[self.items[group].path] += count
        found = set().union(*(self.runs[str(mutant.file), line] for line in mutant.lines))

        def worth(group: int) -> float:
            likely = kills[group] + self.narrow[group] + by_file[self.items[group].path] / 20
            return likely / (tries[group] + 1) / (self.seconds[group] + 0.01)

        return sorted(found, key=worth, reverse=True)

    def _fork(self, mutant: Mutant | None, order: list[int]) -> tuple[int, Running]:
        there, here = os.pipe()
        child = os.fork()
        if child:
            os.close(here)
            return there, Running(mutant, child, order)
        try:
            os.close(there)
            self._in_the_child(mutant, order, here)
        finally:
            os._exit(1)

    def _in_the_child(self, mutant: Mutant | None, order: list[int], pipe: int) -> None:
        nothing = os.open(os.devnull, os.O_WRONLY)
        for stream in (1, 2):
            os.dup2(nothing, stream)
        if mutant is not None:
            code = code_of(mutant)
            if code is None:
                os.write(pipe, NO_PROGRAM.encode())
                os._exit(0)
            for function in self.living[str(mutant.file), mutant.function]:
                function.__code__ = code
        os.write(pipe, str(self._killer(order)).encode())
        os._exit(0)

    def _killer(self, order: list[int]) -> int | str:
        """The first group with a test that fails, or nobody."""
        self.session._setupstate.teardown_exact(self.items[self.groups[order[0]][0]])
        flat = [(group, number) for group in order for number in self.groups[group]]
        for place, (group, number) in enumerate(flat):
            most = SECONDS_AT_LEAST + TIMES_AT_MOST * self.seconds[group]
            signal.setitimer(signal.ITIMER_PROF, most)
            self._forget()
            after = self.items[flat[place + 1][1]] if place + 1 < len(flat) else self.items[number]
            reports = runtestprotocol(self.items[number], log=False, nextitem=after)
            if any(report.failed for report in reports):
                return group
        return NOBODY

    def _close(self, done: Running, pipe: int) -> None:
        said = os.read(pipe, 32).decode()
        os.close(pipe)
        _child, status = os.waitpid(done.child, 0)
        by_time = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGPROF
        if done.mutant is None:
            if said != NOBODY:
                name = self.items[self.groups[int(said)][0]].nodeid if said else "the control"
                self.failed_before.append(name)
        elif said == NOBODY:
            self._survives(done.mutant)
        elif said == NO_PROGRAM:
            return
        elif said or by_time:
            self._is_killed(done.mutant, done.order, int(said) if said else None)
        else:
            self.outcome.broke.append(done.mutant)
            say(f"broke: {done.mutant}")

    def _survives(self, mutant: Mutant) -> None:
        self.outcome.survived.append(mutant)
        say(f"survived: {mutant}")

    def _is_killed(self, mutant: Mutant, order: list[int], killer: int | None) -> None:
        self.outcome.killed.append(mutant)
        if killer is None:
            self.outcome.out_of_time += 1
            return
        function = (str(mutant.file), mutant.function)
        self.kills[function][killer] += 1
        self.tries[function].update(order[: order.index(killer) + 1])


def _groups(items: list[pytest.Item]) -> dict[int, list[int]]:
    """Tests by number: those that share a world of their file together, every other by itself."""
    found: dict[int, list[int]] = {}
    first: dict[Path, int] = {}
    for number, item in enumerate(items):
        fixtures = getattr(item, "_fixtureinfo").name2fixturedefs.values()  # noqa: B009
        shares = any(each[-1].scope == "module" for each in fixtures)
        group = first.setdefault(item.path, number) if shares else number
        found.setdefault(group, []).append(number)
    return found


def _memories() -> list[Callable[[], None]]:
    """How to empty what is worked out once: reads that are built, tables that are read."""
    found: list[Callable[[], None]] = []
    for thing in gc.get_objects():
        if issubclass(type(thing), (Prepared, Together)):
            found.append(thing._built.clear)
        elif type(thing) is _lru_cache_wrapper and "kring.trust" in str(thing.__module__):
            found.append(thing.cache_clear)
    return found


def say(line: str) -> None:
    """One line of progress."""
    print(line, file=sys.stderr, flush=True)
