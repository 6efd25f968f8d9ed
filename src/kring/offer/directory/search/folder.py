"""Where the index lies: one folder per build, and one small file that says which is in use.

``CURRENT`` holds ``build.change``. A build is written beside the old one and becomes current in one
step; a change inside a build counts on. Who writes holds the lock; who reads looks at the file.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_CURRENT, _LOCK, _BUILD = "CURRENT", "LOCK", "build-"


class NoIndex(Exception):
    """Nothing was ever built here."""


class BeingWritten(Exception):
    """Another process writes."""


@dataclass(frozen=True, slots=True, order=True)
class Generation:
    """Which build, and how often it was changed since."""

    build: int
    change: int

    def __int__(self) -> int:
        return self.build * 1_000_000 + self.change


def current(folder: Path) -> Generation:
    """The generation in use.

    Raises:
        NoIndex: nothing was built, or the file is not ours.
    """
    try:
        build, change = (folder / _CURRENT).read_text().split(".")
        return Generation(int(build), int(change))
    except (OSError, ValueError) as problem:
        raise NoIndex(folder) from problem


def build_folder(folder: Path, generation: Generation) -> Path:
    """Where a build lies."""
    return folder / f"{_BUILD}{generation.build:06d}"


def make_current(folder: Path, generation: Generation) -> None:
    """Say in one step what is in use from now on."""
    beside = folder / f"{_CURRENT}.new"
    with beside.open("w") as file:
        file.write(f"{generation.build}.{generation.change}")
        file.flush()
        os.fsync(file.fileno())
    beside.replace(folder / _CURRENT)


def remove_others(folder: Path, kept: Generation) -> None:
    """Remove every build but the one in use. Who still reads an old one keeps its open files."""
    for found in folder.glob(f"{_BUILD}*"):
        if found != build_folder(folder, kept):
            shutil.rmtree(found, ignore_errors=True)


@contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Be the one who writes.

    Raises:
        BeingWritten: another process does.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / _LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as taken:
            raise BeingWritten(folder) from taken
        yield
