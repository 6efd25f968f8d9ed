"""Running the mutants: set up once, then one fork for each, with only the tests that reach it.

A plugin of pytest. First every test runs once, while it is noted which functions each one enters;
then each mutant gets a fork of this process with a copy of the database, its code is put into the
living function, and the tests that enter this function run until one fails.
"""

import gc
import os
import random
import select
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import _lru_cache_wrapper
from pathlib import Path
from types import CodeType, FunctionType

import pytest
from _pytest.runner import runtestprotocol
from django.db import connection

from kring.foundation.records.prepared import Prepared
from tests.mutation.mutants import Mutant, code_of, functions_of, mutants_of

AT_ONCE = max(1, os.cpu_count() or 1)
SECONDS_AT_MOST = 20
type Function = tuple[str, str]


@dataclass
class Outcome:
    """What became of the mutants."""

    killed: list[Mutant] = field(default_factory=list)
    survived: list[Mutant] = field(default_factory=list)
    out_of_time: int = 0


class Mutating:
    """Takes the place of pytest's own loop over the tests."""

    def __init__(self, files: list[Path], *, share: float, seed: int) -> None:
        self.files, self.share, self.seed = files, share, seed
        self.outcome = Outcome()
        self.enters: dict[Function, set[int]] = defaultdict(set)
        self.seconds: dict[int, float] = {}
        self.killers: dict[Function, Counter[int]] = defaultdict(Counter)
        self.failed_before: list[str] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.items = session.items
        self.session = session
        self.memories = _memories()
        self._run_all_once()
        if not self.failed_before:
            self._run_mutants(self._chosen())
        return True

    # -- which test enters which function

    def _run_all_once(self) -> None:
        watched = {str(file) for file in self.files}
        entered: set[Function] = set()

        def started(code: CodeType, _offset: int) -> object:
            if code.co_filename not in watched:
                return sys.monitoring.DISABLE
            # What is nested counts for the function that holds it.
            entered.add((code.co_filename, code.co_qualname.split(".<locals>")[0]))
            return None

        tool = sys.monitoring.COVERAGE_ID
        sys.monitoring.use_tool_id(tool, "mutation")
        sys.monitoring.register_callback(tool, sys.monitoring.events.PY_START, started)
        sys.monitoring.set_events(tool, sys.monitoring.events.PY_START)
        for number, item in enumerate(self.items):
            entered.clear()
            self._forget()
            began = time.monotonic()
            after = self.items[number + 1] if number + 1 < len(self.items) else self.items[0]
            reports = runtestprotocol(item, log=False, nextitem=after)
            self.seconds[number] = time.monotonic() - began
            if any(report.failed for report in reports):
                self.failed_before.append(item.nodeid)
            for function in entered:
                self.enters[function].add(number)
        sys.monitoring.set_events(tool, 0)
        sys.monitoring.free_tool_id(tool)
        say(f"{len(self.items)} tests in {sum(self.seconds.values()):.0f} s before any change")

    def _forget(self) -> None:
        for forget in self.memories:
            forget()

    def _chosen(self) -> list[Mutant]:
        every = [mutant for file in self.files for mutant in mutants_of(file)]
        if self.share >= 1:
            return every
        count = max(1, round(len(every) * self.share))
        return random.Random(self.seed).sample(every, count)  # noqa: S311 - a sample, no secret

    # -- the mutants

    def _run_mutants(self, mutants: list[Mutant]) -> None:
        self.living = _living(self.files)
        self.database = Path(connection.settings_dict["NAME"])
        connection.close()
        running: dict[int, tuple[Mutant, int]] = {}
        waiting = list(reversed(mutants))
        done = 0
        while waiting or running:
            while waiting and len(running) < AT_ONCE:
                mutant = waiting.pop()
                code = code_of(mutant)
                if code is None:
                    continue
                tests = self._tests_of(mutant)
                if not tests:
                    self.outcome.survived.append(mutant)
                    continue
                running[self._fork(mutant, code, tests)] = (mutant, len(tests))
            ready, _, _ = select.select(list(running), [], [])
            for pipe in ready:
                mutant, _count = running.pop(pipe)
                self._close(mutant, pipe)
                done += 1
                if done % 25 == 0:
                    say(f"{done} of {len(mutants)}, {len(self.outcome.survived)} survived")

    def _tests_of(self, mutant: Mutant) -> list[int]:
        """The tests that enter the function: those that killed here before first, then the quickest."""
        function = (str(mutant.file), mutant.function)
        killers = self.killers[function]
        return sorted(self.enters[function], key=lambda n: (-killers[n], self.seconds[n]))

    def _fork(self, mutant: Mutant, code: CodeType, tests: list[int]) -> int:
        there, here = os.pipe()
        child = os.fork()
        if child:
            os.close(here)
            return there
        try:
            os.close(there)
            signal.alarm(SECONDS_AT_MOST + int(3 * sum(self.seconds[n] for n in tests)))
            self._in_the_child(mutant, code, tests, here)
        finally:
            os._exit(1)

    def _in_the_child(self, mutant: Mutant, code: CodeType, tests: list[int], pipe: int) -> None:
        nothing = os.open(os.devnull, os.O_WRONLY)
        for stream in (1, 2):
            os.dup2(nothing, stream)
        folder = tempfile.mkdtemp(prefix="kring-mutant-")
        try:
            copied = Path(folder) / self.database.name
            shutil.copy(self.database, copied)
            connection.settings_dict["NAME"] = str(copied)
            connection.connection = None
            for function in self.living[str(mutant.file), mutant.function]:
                function.__code__ = code
            self._forget()
            os.write(pipe, str(self._killer(tests)).encode())
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _killer(self, tests: list[int]) -> int:
        """The first test that fails, or -1."""
        self.session._setupstate.teardown_exact(self.items[tests[0]])
        for place, number in enumerate(tests):
            after = self.items[tests[place + 1]] if place + 1 < len(tests) else None
            if after is None:
                after = self.items[number]
            reports = runtestprotocol(self.items[number], log=False, nextitem=after)
            if any(report.failed for report in reports):
                return number
        return -1

    def _close(self, mutant: Mutant, pipe: int) -> None:
        said = os.read(pipe, 32)
        os.close(pipe)
        os.waitpid(-1, 0)
        if said == b"-1":
            self.outcome.survived.append(mutant)
            return
        self.outcome.killed.append(mutant)
        if said:
            self.killers[str(mutant.file), mutant.function][int(said)] += 1
        else:
            self.outcome.out_of_time += 1


def _living(files: list[Path]) -> dict[Function, list[FunctionType]]:
    """The function objects of these files by name, whoever holds them."""
    codes = {code: (str(file), name) for file in files for name, code in functions_of(file).items()}
    found: dict[Function, list[FunctionType]] = {key: [] for key in codes.values()}
    for thing in gc.get_objects():
        if type(thing) is FunctionType:
            key = (thing.__code__.co_filename, thing.__code__.co_qualname)
            if key in found:
                found[key].append(thing)
    return found


def _memories() -> list[Callable[[], None]]:
    """How to empty what is worked out once: reads that are built, tables that are read."""
    found: list[Callable[[], None]] = []
    for thing in gc.get_objects():
        if issubclass(type(thing), Prepared):
            found.append(thing._built.clear)
        elif type(thing) is _lru_cache_wrapper and "kring.trust" in str(thing.__module__):
            found.append(thing.cache_clear)
    return found


def say(line: str) -> None:
    """One line of progress."""
    print(line, file=sys.stderr, flush=True)
