"""Whom a page speaks of: gathered while it is made, journalled before it leaves.

The reads of ``trust.access`` call ``saw``; ``ReadJournalMiddleware`` opens the ledger of a page and
writes it down. Outside a page (a command, a job, a deed of the system) there is no reader to
write about and nothing is gathered.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from uuid import UUID

from kring.foundation.journal.chain import Subject


class ReadTooLate(RuntimeError):
    """Somebody's data was read while the page was already leaving: it can no longer be journalled."""


@dataclass
class Ledger:
    """The subjects of one page and, where the page knows it better than the reader, the reason.

    ``apart``: of some of them another reason than the page has.
    """

    subjects: set[Subject] = field(default_factory=set)
    because: str = ""
    apart: dict[Subject, str] = field(default_factory=dict)
    closed: bool = False

    def add(self, subjects: Iterable[Subject]) -> None:
        if self.closed:
            raise ReadTooLate
        self.subjects.update(subjects)

    def by_reason(self, standing: str) -> dict[str, set[Subject]]:
        """The subjects under the reason they were read for; ``standing`` is that of the reader."""
        found: dict[str, set[Subject]] = {}
        for one in sorted(self.subjects):
            found.setdefault(self.apart.get(one, self.because or standing), set()).add(one)
        return found


_current: ContextVar[Ledger | None] = ContextVar("kring_ledger", default=None)


@contextmanager
def page_ledger(ledger: Ledger) -> Iterator[Ledger]:
    """Gather into ``ledger`` what is read inside the block."""
    token = _current.set(ledger)
    try:
        yield ledger
    finally:
        _current.reset(token)


def saw(kind: str, key: UUID) -> None:
    """Note that the page shows something of this subject (kind: person, family, request, …)."""
    saw_all(kind, [key])


def saw_all(kind: str, keys: Iterable[UUID]) -> None:
    """Note several subjects of one kind, such as the rows of a list."""
    ledger = _current.get()
    if ledger is not None:
        ledger.add((kind, key) for key in keys)


def read_because(reason: str) -> None:
    """Say why this page may be read, where that is not the standing reason of its reader."""
    ledger = _current.get()
    if ledger is not None:
        ledger.because = reason


def read_apart(reason: str, kind: str, keys: Iterable[UUID]) -> None:
    """Say why these subjects of one kind were read, where others on the page are read for another."""
    ledger = _current.get()
    if ledger is not None:
        ledger.apart.update({(kind, key): reason for key in keys})


def seen_of(kind: str) -> frozenset[UUID]:
    """The subjects of one kind that the page has read so far."""
    ledger = _current.get()
    subjects = ledger.subjects if ledger is not None else ()
    return frozenset(key for known, key in subjects if known == kind)


def not_shown() -> None:
    """The page is not shown: forget what it would have told, so that nobody is said to have looked."""
    ledger = _current.get()
    if ledger is not None:
        ledger.subjects.clear()
