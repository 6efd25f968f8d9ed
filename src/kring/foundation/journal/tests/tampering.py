"""Ways to bend a journal by hand, with the places where the proof must find it.

Each takes a source of chance and returns the places one of which must be named as first bad entry.
"""

from collections.abc import Callable
from datetime import timedelta
from random import Random
from uuid import UUID

from django.db import connection
from django.db.models import F

from kring.foundation.journal.chain import keyed_hash
from kring.foundation.journal.erasing import ERASED
from kring.foundation.journal.models import (
    ChainHead,
    JournalEntry,
    JournalPayload,
    JournalSubject,
    JournalVeil,
)
from kring.foundation.journal.verifying import mac_of

type Place = tuple[int, int]
FAR = 1_000_000


def _some_entry(chance: Random) -> JournalEntry:
    with_words = JournalEntry.objects.filter(journalpayload__isnull=False).exclude(verb=ERASED)
    return chance.choice(list(with_words.order_by("pk")))


def _two_of_one_chain(chance: Random) -> list[JournalEntry]:
    entry = _some_entry(chance)
    others = JournalEntry.objects.filter(chain=entry.chain, journalpayload__isnull=False)
    other = chance.choice(list(others.exclude(pk=entry.pk).exclude(verb=ERASED).order_by("pk")))
    return sorted([entry, other], key=lambda one: one.sequence)


def _place(entry: JournalEntry) -> set[Place]:
    return {(entry.chain, entry.sequence)}


def _changed(entry: JournalEntry, **values: object) -> None:
    JournalEntry.objects.filter(pk=entry.pk).update(**values)


def _remove(*ids: int) -> None:
    with connection.cursor() as cursor:
        for table in ("journalsubject", "journalpayload", "journalveil", "journalentry"):
            column = "id" if table == "journalentry" else "entry_id"
            cursor.executemany(
                f"DELETE FROM journal_{table} WHERE {column} = %s",  # noqa: S608 - own names
                [(pk,) for pk in ids],
            )


def edit_header(chance: Random) -> set[Place]:
    entry = _some_entry(chance)
    change = chance.choice(
        [
            {"at": entry.at + timedelta(microseconds=1)},
            {"actor_kind": "system"},
            {"actor_key": UUID(int=chance.getrandbits(128))},
            {"actor_key": None},
            {"organisation_key": UUID(int=chance.getrandbits(128))},
            {"verb": "other"},
            {"payload_hash": "0" * 64},
            {"previous_mac": "0" * 64},
            {"mac": "0" * 64},
            {"chain": 99},
            {"sequence": entry.sequence + FAR},
        ]
    )
    _changed(entry, **change)
    return _place(entry)


def edit_words(chance: Random) -> set[Place]:
    entry = _some_entry(chance)
    change = chance.choice([{"salt": "0" * 32}, {"body": {}}, {"body": {"by": "Iemand anders"}}])
    JournalPayload.objects.filter(entry=entry).update(**change)
    return _place(entry)


def edit_subject(chance: Random) -> set[Place]:
    row = chance.choice(list(JournalSubject.objects.order_by("pk")))
    change = chance.choice([{"kind": "house"}, {"subject_key": UUID(int=chance.getrandbits(128))}])
    JournalSubject.objects.filter(pk=row.pk).update(**change)
    return _place(row.entry)


def drop_subject(chance: Random) -> set[Place]:
    row = chance.choice(list(JournalSubject.objects.order_by("pk")))
    JournalSubject.objects.filter(pk=row.pk).delete()
    return _place(row.entry)


def add_subject(chance: Random) -> set[Place]:
    entry = _some_entry(chance)
    row = chance.choice(list(entry.subjects.order_by("pk")))
    key = chance.choice([row.subject_key, UUID(int=chance.getrandbits(128))])
    JournalSubject.objects.create(entry=entry, kind=row.kind, subject_key=key)
    return _place(entry)


def move_words(chance: Random) -> set[Place]:
    first, second = _two_of_one_chain(chance)
    one, other = (JournalPayload.objects.get(entry=entry) for entry in (first, second))
    for entry, words in ((first, other), (second, one)):
        JournalPayload.objects.filter(entry=entry).update(salt=words.salt, body=words.body)
    return _place(first)


def drop_words(chance: Random) -> set[Place]:
    entry = _some_entry(chance)
    JournalPayload.objects.filter(entry=entry).delete()
    if chance.random() < 0.5:
        JournalSubject.objects.filter(entry=entry).delete()
    if chance.random() < 0.5:
        JournalVeil.objects.create(entry=entry, leaf=entry.payload_hash)
    return _place(entry)


def drop_entry(chance: Random) -> set[Place]:
    entry = _some_entry(chance)
    _remove(entry.pk)
    return _place(entry)


def drop_entry_and_close_the_gap(chance: Random) -> set[Place]:
    entry = _two_of_one_chain(chance)[0]
    _remove(entry.pk)
    _shift(entry, -1)
    ChainHead.objects.filter(chain=entry.chain).update(sequence=F("sequence") - 1)
    return _place(entry)


def insert_entry(chance: Random) -> set[Place]:
    entry = _some_entry(chance)
    _shift(entry, 1, also_itself=True)
    entry.pk = None
    entry.mac = "f" * 64
    entry.save(force_insert=True)
    return _place(entry)


def append_entry(chance: Random) -> set[Place]:
    last = chance.choice(list(ChainHead.objects.order_by("chain")))
    entry = JournalEntry.objects.get(chain=last.chain, sequence=last.sequence)
    entry.pk, entry.sequence, entry.previous_mac = None, last.sequence + 1, last.mac
    entry.mac = keyed_hash("forged", purpose="codes")
    entry.save(force_insert=True)
    if chance.random() < 0.5:
        ChainHead.objects.filter(pk=last.pk).update(sequence=entry.sequence, mac=entry.mac)
    return _place(entry)


def swap_entries(chance: Random) -> set[Place]:
    first, second = _two_of_one_chain(chance)
    _changed(first, sequence=FAR)
    _changed(second, sequence=first.sequence)
    _changed(first, sequence=second.sequence)
    return _place(first)


def cut_tail(chance: Random) -> set[Place]:
    """Cut after the erasure: without it, the entries it veiled would be named first."""
    erasure = JournalEntry.objects.get(verb=ERASED)
    heads = {head.chain: head.sequence for head in ChainHead.objects.order_by("chain")}
    later = JournalEntry.objects.filter(pk__gt=erasure.pk).order_by("pk")
    entry = chance.choice([one for one in later if one.sequence < heads[one.chain]])
    after = JournalEntry.objects.filter(chain=entry.chain, sequence__gt=entry.sequence)
    _remove(*after.order_by("pk").values_list("pk", flat=True))
    ChainHead.objects.filter(chain=entry.chain).update(sequence=entry.sequence, mac=entry.mac)
    return {(entry.chain, entry.sequence + 1)}


def chain_anew_with_another_key(chance: Random) -> set[Place]:
    entry = _some_entry(chance)
    rest = JournalEntry.objects.filter(chain=entry.chain, sequence__gte=entry.sequence)
    mac = entry.previous_mac
    for later in rest.order_by("sequence"):
        later.previous_mac = mac
        mac = keyed_hash(mac_of(later), purpose="codes")
        _changed(later, previous_mac=later.previous_mac, mac=mac)
    ChainHead.objects.filter(chain=entry.chain).update(mac=mac)
    return _place(entry)


def move_head(chance: Random) -> set[Place]:
    head = chance.choice(list(ChainHead.objects.order_by("chain")))
    change, where = chance.choice(
        [
            ({"mac": "0" * 64}, head.sequence),
            ({"sequence": head.sequence + 1}, head.sequence + 1),
            ({"sequence": head.sequence - 1}, head.sequence - 1),
            ({"sequence": 0, "mac": ""}, 1),
        ]
    )
    ChainHead.objects.filter(pk=head.pk).update(**change)
    return {(head.chain, where), (head.chain, head.sequence)}


def _shift(entry: JournalEntry, by: int, *, also_itself: bool = False) -> None:
    later = JournalEntry.objects.filter(
        chain=entry.chain, sequence__gte=entry.sequence + (not also_itself)
    )
    later.update(sequence=F("sequence") + FAR)
    moved = JournalEntry.objects.filter(chain=entry.chain, sequence__gte=FAR)
    moved.update(sequence=F("sequence") - FAR + by)


TAMPERINGS: list[Callable[[Random], set[Place]]] = [
    edit_header,
    edit_words,
    edit_subject,
    drop_subject,
    add_subject,
    move_words,
    drop_words,
    drop_entry,
    drop_entry_and_close_the_gap,
    insert_entry,
    append_entry,
    swap_entries,
    cut_tail,
    chain_anew_with_another_key,
    move_head,
]
