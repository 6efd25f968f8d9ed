"""Proof that the journal was not bent: walks every chain and names the first bad entry of each.

Headers, words and subjects are held against the key, the last entry against the head of its
chain, and the chain against the anchors outside the database.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from kring.foundation.journal.anchors import Anchor, BadAnchor, read_anchors
from kring.foundation.journal.chain import Subject, entry_mac, payload_hash, subject_leaf, words_leaf
from kring.foundation.journal.erasing import ERASED
from kring.foundation.journal.models import (
    ChainHead,
    JournalEntry,
    JournalPayload,
    JournalSubject,
    JournalVeil,
)

BATCH = 2000

type Place = tuple[int, int]
type Marks = dict[int, dict[str, str]]
"""By sequence: the mac that the entry there must carry, and who remembers it."""


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong: the place of the first bad entry of a chain (0 where no entry), and why."""

    chain: int
    sequence: int
    reason: str

    def __str__(self) -> str:
        if not self.sequence:
            return f"Journal: {self.reason}."
        return f"Journal chain {self.chain}, entry {self.sequence}: {self.reason}."


class _Bad(Exception):
    def __init__(self, sequence: int, reason: str) -> None:
        super().__init__(reason)
        self.sequence, self.reason = sequence, reason


@dataclass
class _Beside:
    """What stands beside the headers of one batch, by entry id."""

    payloads: dict[int, JournalPayload]
    subjects: dict[int, list[Subject]]
    veils: dict[int, list[str]]


def first_fault() -> Fault | None:
    """The first bad entry of the whole journal, or None when it holds."""
    return next(iter(faults()), None)


def faults() -> list[Fault]:
    """The first bad entry of every chain, lowest chain first; empty when the journal holds."""
    try:
        anchors = read_anchors()
    except BadAnchor as error:
        return [Fault(0, 0, str(error))]
    erased = _erased_places()
    found = []
    for chain in _chains(anchors):
        try:
            _verify(chain, erased, anchors)
        except _Bad as bad:
            found.append(Fault(chain, bad.sequence, bad.reason))
    return found or _strays()


def _chains(anchors: list[Anchor]) -> list[int]:
    with_head = ChainHead.objects.order_by("chain").values_list("chain", flat=True)
    with_entries = JournalEntry.objects.order_by("chain").values_list("chain", flat=True).distinct()
    return sorted({*with_head, *with_entries, *(chain for anchor in anchors for chain in anchor.heads)})


def _verify(chain: int, erased: set[Place], anchors: list[Anchor]) -> None:
    try:
        _walk(chain, erased, anchors, size=BATCH)
    except ValueError:
        # A value that no longer is a time, a key or JSON: go one by one to name its entry.
        _walk(chain, erased, anchors, size=1)


def _walk(chain: int, erased: set[Place], anchors: list[Anchor], *, size: int) -> None:
    # Read before the walk: entries that are written meanwhile come after these marks.
    marks = _marks(chain, anchors)
    sequence, mac = 0, ""
    for batch in _batches(chain, size):
        beside = _beside(batch)
        for entry in batch:
            _check_link(entry, sequence, mac)
            _check_words(entry, beside, erased)
            sequence, mac = entry.sequence, entry.mac
            _check_marks(sequence, mac, marks)
    if marks:
        last = max(marks)
        raise _Bad(sequence + 1, f"is missing; {marks[last].popitem()[1]} knew {last} entries")
    head = ChainHead.objects.filter(chain=chain).first()
    if sequence > (head.sequence if head else 0):
        raise _Bad((head.sequence if head else 0) + 1, "stands beyond the head of its chain")


def _marks(chain: int, anchors: list[Anchor]) -> Marks:
    marks: Marks = defaultdict(dict)
    for anchor in anchors:
        sequence, mac = anchor.heads.get(chain, (0, ""))
        if sequence:
            marks[sequence][mac] = f"the anchor of {anchor.at}"
    for head in ChainHead.objects.filter(chain=chain, sequence__gt=0):
        marks[head.sequence].setdefault(head.mac, "the head of its chain")
    return marks


def _batches(chain: int, size: int) -> Iterator[list[JournalEntry]]:
    """Every entry of a chain in order, ``size`` at a time."""
    sequence, pk = 0, 0
    while True:
        rest = JournalEntry.objects.filter(chain=chain).order_by("sequence", "pk")
        rest = rest.filter(sequence__gte=sequence).exclude(sequence=sequence, pk__lte=pk)
        try:
            batch = list(rest[:size])
        except ValueError as error:
            if size > 1:
                raise
            raise _Bad(sequence + 1, "cannot be read") from error
        if not batch:
            return
        yield batch
        sequence, pk = batch[-1].sequence, batch[-1].pk


def _beside(batch: list[JournalEntry]) -> _Beside:
    ids = [entry.pk for entry in batch]
    beside = _Beside(JournalPayload.objects.in_bulk(ids), defaultdict(list), defaultdict(list))
    named = JournalSubject.objects.filter(entry__in=ids)
    try:
        for entry, kind, key in named.values_list("entry", "kind", "subject_key"):
            beside.subjects[entry].append((kind, key))
    except ValueError as error:
        if len(batch) > 1:
            raise
        raise _Bad(batch[0].sequence, "has a subject that cannot be read") from error
    for entry, leaf in JournalVeil.objects.filter(entry__in=ids).values_list("entry", "leaf"):
        beside.veils[entry].append(leaf)
    return beside


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


def _check_link(entry: JournalEntry, sequence: int, mac: str) -> None:
    if entry.sequence > sequence + 1:
        raise _Bad(sequence + 1, "is missing")
    if entry.sequence <= sequence:
        raise _Bad(entry.sequence, "stands there twice")
    if entry.previous_mac != mac:
        raise _Bad(entry.sequence, "does not follow the entry before it")
    # A moment that no longer is one reads as nothing at all.
    if not entry.at or entry.mac != mac_of(entry):
        raise _Bad(entry.sequence, "was changed, or was not written by this installation")


def _check_words(entry: JournalEntry, beside: _Beside, erased: set[Place]) -> None:
    payload = beside.payloads.get(entry.pk)
    subjects = beside.subjects.get(entry.pk, [])
    leaves = list(beside.veils.get(entry.pk, []))
    named = (entry.chain, entry.sequence) in erased
    if payload is None and (subjects or not named):
        raise _Bad(entry.sequence, "has lost its words, and no erasure says so")
    if leaves and not named:
        raise _Bad(entry.sequence, "was veiled, and no erasure says so")
    if payload is not None:
        leaves.append(words_leaf(payload.salt, payload.body))
        leaves += [subject_leaf(payload.salt, kind, key) for kind, key in subjects]
    if payload_hash(leaves) != entry.payload_hash:
        raise _Bad(entry.sequence, "has other words or subjects than were written")


def _check_marks(sequence: int, mac: str, marks: Marks) -> None:
    for remembered, source in marks.pop(sequence, {}).items():
        if remembered != mac:
            raise _Bad(sequence, f"is not the entry that {source} knew")


def _erased_places() -> set[Place]:
    bodies = JournalPayload.objects.filter(entry__verb=ERASED).order_by("entry")
    places: set[Place] = set()
    for body in bodies.values_list("body", flat=True):
        details = body.get("details") if isinstance(body, dict) else None
        listed = details.get("places") if isinstance(details, dict) else None
        # A bent erasure says nothing; the walk finds it by its own hash.
        places.update((p[0], p[1]) for p in listed or [] if isinstance(p, list) and len(p) == 2)  # noqa: PLR2004
    return places


def _strays() -> list[Fault]:
    """Rows beside an entry that is not there: only possible where the database's walls were down."""
    here = JournalEntry.objects.filter(pk=OuterRef("entry_id"))
    stray = [
        rows.filter(~Exists(here)).order_by("pk").first()
        for rows in (JournalPayload.objects, JournalSubject.objects, JournalVeil.objects)
    ]
    return [Fault(0, 0, f"{type(row).__name__} {row.pk} stands beside no entry") for row in stray if row]
