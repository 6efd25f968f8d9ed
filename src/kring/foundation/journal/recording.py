"""Writing the journal: a deed and its entries share one transaction.

Every action is decorated with ``@action`` and calls ``record`` for what it did. The entries are
kept until the outermost deed ends and are then chained, so that a chain head is locked for the
last moment of the transaction only. A deed that wrote nothing down is undone.
"""

import random
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from uuid import UUID

from django.db import connection, transaction

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.chain import (
    Subject,
    as_stored,
    entry_mac,
    payload_hash,
    subject_leaf,
    words_leaf,
)
from kring.foundation.journal.models import (
    ChainHead,
    JournalEntry,
    JournalPayload,
    JournalSubject,
)

CHAINS = {"sqlite": 1, "postgresql": 4}
"""SQLite has one writer at a time anyway; elsewhere a few chains keep writers from queueing."""


class NothingJournalled(RuntimeError):
    """A deed ended without an entry: a fault of the code, so the deed is undone."""


@dataclass(frozen=True)
class _Note:
    by: Actor
    at: datetime
    verb: str
    subjects: list[Subject]
    body: dict[str, object]


@dataclass
class _Deed:
    notes: list[_Note] = field(default_factory=list)
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
        _append(opened.notes)


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
    current.notes.append(_Note(by, at, did, sorted(set(about)), as_stored(body)))


def nothing_changed() -> None:
    """Say that this deed found its work already done, so there is nothing to write down."""
    current: _Deed | None = getattr(connection, "kring_deed", None)
    if current is not None:
        current.unchanged = True


@action
def record_read(*, by: Actor, at: datetime, page: str, about: Iterable[Subject], because: str) -> None:
    """Write down that a page with personal data was made for ``by``."""
    record(by=by, at=at, did="read", about=about, because=because, page=page)


def _append(notes: list[_Note]) -> None:
    if not notes:
        return
    chain = random.randrange(CHAINS[connection.vendor])  # noqa: S311 - spreads writers, hides nothing
    head = ChainHead.objects.select_for_update().filter(chain=chain).first()
    if head is None:
        ChainHead.objects.get_or_create(chain=chain)
        head = ChainHead.objects.select_for_update().get(chain=chain)
    salts = [secrets.token_hex(16) for _ in notes]
    entries = [_chained(head, note, salt) for note, salt in zip(notes, salts, strict=True)]
    JournalEntry.objects.bulk_create(entries)
    JournalPayload.objects.bulk_create(
        JournalPayload(entry=entry, salt=salt, body=note.body)
        for entry, note, salt in zip(entries, notes, salts, strict=True)
    )
    JournalSubject.objects.bulk_create(
        JournalSubject(entry=entry, kind=kind, subject_key=key)
        for entry, note in zip(entries, notes, strict=True)
        for kind, key in note.subjects
    )
    head.save(update_fields=["sequence", "mac"])


def _chained(head: ChainHead, note: _Note, salt: str) -> JournalEntry:
    leaves = [subject_leaf(salt, kind, key) for kind, key in note.subjects]
    entry = JournalEntry(
        chain=head.chain,
        sequence=head.sequence + 1,
        at=note.at,
        actor_kind=note.by.kind,
        actor_key=note.by.key,
        organisation_key=note.by.organisation,
        verb=note.verb,
        payload_hash=payload_hash([words_leaf(salt, note.body), *leaves]),
        previous_mac=head.mac,
    )
    entry.mac = mac_of(entry)
    head.sequence, head.mac = entry.sequence, entry.mac
    return entry


def mac_of(entry: JournalEntry) -> str:
    """The chain value an entry should carry, computed from its header."""
    return entry_mac(
        chain=entry.chain,
        sequence=entry.sequence,
        at=entry.at,
        actor_kind=entry.actor_kind,
        actor_key=entry.actor_key,
        organisation_key=entry.organisation_key,
        verb=entry.verb,
        payload_hash=entry.payload_hash,
        previous_mac=entry.previous_mac,
    )


def subject(kind: str, key: UUID) -> Subject:
    """A subject of an entry: kind (person, family, request, …) and public key."""
    return kind, key
