"""Writing the journal: a deed and its entries share one transaction.

Every action is decorated with ``@action`` and calls ``record`` for what it did. The entries are
kept until the outermost deed ends and are then chained, so that a chain head is locked for the
last moment of the transaction only. A deed that wrote nothing down is undone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from uuid import UUID

from django.db import connection, transaction

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.chain import Subject, as_stored
from kring.foundation.journal.chaining import Note, append


class NothingJournalled(RuntimeError):
    """A deed ended without an entry: a fault of the code, so the deed is undone."""


@dataclass
class _Deed:
    notes: list[Note] = field(default_factory=list)
    unchanged: bool = False


@contextmanager
def deed() -> Iterator[None]:
    """One transaction whose entries are chained as its last step; deeds nest."""
    current: _Deed | None = getattr(connection, "kring_deed", None)
    if current is not None:
        kept = len(current.notes)
        try:
            with transaction.atomic():
                yield
        except BaseException:
            del current.notes[kept:]
            raise
        return
    with transaction.atomic():
        opened = _Deed()
        connection.kring_deed = opened  # type: ignore[attr-defined]
        try:
            yield
        finally:
            connection.kring_deed = None  # type: ignore[attr-defined]
        if not opened.notes and not opened.unchanged:
            raise NothingJournalled
        if opened.notes:
            append(opened.notes)


def action[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    """Make a function a deed: one transaction, at least one journal entry."""

    @wraps(function)
    def performed(*args: P.args, **kwargs: P.kwargs) -> R:
        with deed():
            return function(*args, **kwargs)

    return performed


def record(
    *,
    by: Actor,
    at: datetime,
    did: str,
    about: Iterable[Subject],
    because: str = "",
    **details: object,
) -> None:
    """Write down that ``by`` did ``did`` (a verb with a sentence) to ``about`` at ``at``.

    ``details`` must be JSON values. Raises RuntimeError outside a deed.
    """
    current: _Deed | None = getattr(connection, "kring_deed", None)
    if current is None:
        raise RuntimeError(f"{did} was recorded outside a deed")
    body: dict[str, object] = {"by": by.name, "for": by.organisation_name}
    if because:
        body["because"] = because
    if details:
        body["details"] = details
    current.notes.append(Note(by, at, did, sorted(set(about)), as_stored(body)))


def nothing_changed() -> None:
    """Say that this deed found its work already done, so there is nothing to write down."""
    current: _Deed | None = getattr(connection, "kring_deed", None)
    if current is not None:
        current.unchanged = True


@action
def record_read(*, by: Actor, at: datetime, page: str, about: Iterable[Subject], because: str) -> None:
    """Write down that a page with personal data was made for ``by``."""
    record(by=by, at=at, did="read", about=about, because=because, page=page)


@action
def record_reads(*, by: Actor, at: datetime, page: str, why: Mapping[str, Iterable[Subject]]) -> None:
    """The same for a page on which several things were read for reasons of their own."""
    for because, about in why.items():
        record(by=by, at=at, did="read", about=about, because=because, page=page)


def subject(kind: str, key: UUID) -> Subject:
    """A subject of an entry: kind (person, family, request, …) and public key."""
    return kind, key
