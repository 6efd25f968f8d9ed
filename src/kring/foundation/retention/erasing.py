"""How rooms tell what they erase, and what they let go of when something below them goes.

Registered in a room's ``erasers.py``. Rooms are asked from the top floor down, so that what points
to a record is gone before the record is.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from kring.foundation.journal.actor import Actor
from kring.foundation.retention.classes import RETENTION_CLASSES

type RecordKey = UUID | int
"""The public key of a record, or its inner number where it has no other."""


@dataclass(frozen=True, slots=True)
class Due:
    """A record whose term is over. ``about`` are the persons and families whose hold keeps it."""

    key: RecordKey
    about: frozenset[UUID] = field(default_factory=frozenset)


class Erase(Protocol):
    """Deletes the records with these keys, children first; how many rows of each kind went."""

    def __call__(self, *, by: Actor, at: datetime, keys: list[Any]) -> Counter[str]: ...


@dataclass(frozen=True, slots=True)
class Eraser:
    """What one room erases of one kind of record.

    ``find_due`` gives what is due at a moment. A kind with ``every`` (all keys there are) is kept
    in the ledger, so that a restored backup erases it again. With ``in_journal`` the journal
    forgets whom its entries were about.
    """

    retention_class: str
    kind: str
    find_due: Callable[[datetime], Iterable[Due]]
    erase: Erase
    every: Callable[[], Iterable[UUID]] | None = None
    in_journal: bool = False


ERASERS: dict[str, Eraser] = {}
RELEASES: dict[str, list[Erase]] = {}


def register_eraser(eraser: Eraser) -> None:
    """Add what a room erases; each kind of record has one eraser and a known class."""
    if eraser.kind in ERASERS:
        raise ValueError(f"{eraser.kind} is erased twice")
    if eraser.retention_class not in RETENTION_CLASSES:
        raise ValueError(f"{eraser.retention_class} is no retention class")
    ERASERS[eraser.kind] = eraser


def register_release(kind: str, release: Erase) -> None:
    """Tell what a room deletes of its own before records of ``kind`` below it go."""
    RELEASES.setdefault(kind, []).append(release)
