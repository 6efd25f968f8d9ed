"""The hand-written source, as the tests of its shape see it."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kring.rooms import FLOORS

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "src" / "kring"
FLOOR_ORDER = list(FLOORS)


@dataclass(frozen=True)
class Room:
    """One room with its place in the house; ``height`` 0 is the top."""

    floor: str
    name: str

    @property
    def folder(self) -> Path:
        return PACKAGE / self.floor / self.name

    @property
    def height(self) -> int:
        return FLOOR_ORDER.index(self.floor)

    @property
    def module(self) -> str:
        return f"kring.{self.floor}.{self.name}"


def rooms() -> list[Room]:
    """Every room that is built, highest floor first."""
    return [Room(floor, name) for floor, names in FLOORS.items() for name in names]


def room_of(path: Path) -> Room | None:
    """The room a file lies in."""
    return next((room for room in rooms() if room.folder in path.parents), None)


@cache
def python_files() -> tuple[Path, ...]:
    """Hand-written Python, tests included, migrations not."""
    found = [*PACKAGE.rglob("*.py"), *(ROOT / "tests").rglob("*.py"), ROOT / "conftest.py"]
    return tuple(sorted(path for path in found if "migrations" not in path.parts))


@cache
def product_files() -> tuple[Path, ...]:
    """The Python of the product, without its tests."""
    return tuple(
        path for path in python_files() if PACKAGE in path.parents and "tests" not in path.parts
    )


@cache
def templates() -> tuple[Path, ...]:
    """Every template of the product."""
    found = [*PACKAGE.rglob("templates/**/*.html"), *PACKAGE.rglob("templates/**/*.txt")]
    return tuple(sorted(found))


@cache
def tree_of(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(), str(path))


def functions_in(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a file."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def imports_in(path: Path) -> Iterator[str]:
    """Dotted names a file imports, ``from a import b`` as ``a.b``."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def said(path: Path) -> str:
    """A path as people say it, from the root of the source."""
    return str(path.relative_to(ROOT))


def none_of(offenders: Iterable[str]) -> None:
    """Fail with every offender on its own line."""
    found = sorted(offenders)
    assert not found, "\n" + "\n".join(found)
