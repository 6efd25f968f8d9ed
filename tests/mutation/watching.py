"""The living functions of the watched files, and which of their lines run."""

import gc
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import CodeType, FunctionType

from tests.mutation.mutants import functions_of

type Function = tuple[str, str]
type Line = tuple[str, int]
TOOL, LINES = sys.monitoring.COVERAGE_ID, sys.monitoring.events.LINE


def living(files: list[Path]) -> dict[Function, list[FunctionType]]:
    """The function objects of these files by name, whoever holds them."""
    found: dict[Function, list[FunctionType]] = {
        (str(file), name): [] for file in files for name in functions_of(file)
    }
    for thing in gc.get_objects():
        if type(thing) is FunctionType:
            key = (thing.__code__.co_filename, thing.__code__.co_qualname)
            if key in found:
                found[key].append(thing)
    return found


class Watching:
    """Notes which lines of these functions run, until it ends; nothing else is slowed down."""

    def __init__(self, functions: Iterable[FunctionType]) -> None:
        self.seen: set[Line] = set()
        self.codes = {code for each in functions for code in _with_inner(each.__code__)}
        sys.monitoring.use_tool_id(TOOL, "mutation")
        sys.monitoring.register_callback(TOOL, LINES, self._ran)
        for code in self.codes:
            sys.monitoring.set_local_events(TOOL, code, LINES)

    def _ran(self, code: CodeType, line: int) -> None:
        self.seen.add((code.co_filename, line))

    def taken(self) -> set[Line]:
        """The lines that ran since it was last asked."""
        found, self.seen = self.seen, set()
        return found

    def end(self) -> None:
        for code in self.codes:
            sys.monitoring.set_local_events(TOOL, code, 0)
        sys.monitoring.register_callback(TOOL, LINES, None)
        sys.monitoring.free_tool_id(TOOL)


def _with_inner(code: CodeType) -> Iterator[CodeType]:
    yield code
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield from _with_inner(each)
