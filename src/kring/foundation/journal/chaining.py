"""Putting entries at the end of a chain: the hottest write of the product, so in plain SQL.

Every page with personal data ends here. Written through the models the same five statements cost
two to three times as much processor time (see the README); PostgreSQL takes four of them as one.
"""

import json
import random
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.backends.utils import CursorWrapper

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.chain import (
    Subject,
    entry_mac,
    payload_hash,
    subject_leaf,
    words_leaf,
)
from kring.foundation.journal.models import ChainHead

CHAINS = {"sqlite": 1, "postgresql": 4}
"""SQLite has one writer at a time anyway; elsewhere a few chains keep writers from queueing."""

_HEAD = "SELECT sequence, mac FROM journal_chainhead WHERE chain = %s"
_ENTRY = (
    "INSERT INTO journal_journalentry (chain, sequence, at, actor_kind, actor_key, organisation_key,"
    " verb, payload_hash, previous_mac, mac) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
    " RETURNING id"
)
_WORDS = "INSERT INTO journal_journalpayload (entry_id, salt, body) VALUES (%s, %s, %s)"
_SUBJECTS = "INSERT INTO journal_journalsubject (entry_id, kind, subject_key) VALUES "
_NEW_HEAD = "UPDATE journal_chainhead SET sequence = %s, mac = %s WHERE chain = %s"
_AT_ONCE = f"""
    WITH entry AS ({_ENTRY}), words AS (
        INSERT INTO journal_journalpayload (entry_id, salt, body)
        SELECT id, %s::text, %s::jsonb FROM entry
    ), subjects AS (
        INSERT INTO journal_journalsubject (entry_id, kind, subject_key)
        SELECT id, kind, subject_key
        FROM entry, unnest(%s::text[], %s::uuid[]) AS about (kind, subject_key)
    ) {_NEW_HEAD}"""  # noqa: S608 - our own statements
"""The four statements as one, of one shape however many the entry is about; for PostgreSQL."""
SUBJECTS_AT_A_TIME = 300


@dataclass(frozen=True, slots=True)
class Note:
    """What is to be written down, before it has its place; ``body`` is as a database stores it."""

    by: Actor
    at: datetime
    verb: str
    subjects: list[Subject]
    body: dict[str, object]


def append(notes: list[Note]) -> None:
    """Chain these notes; call it last in a transaction, for it locks the head of a chain."""
    chain = random.randrange(CHAINS[connection.vendor])  # noqa: S311 - spreads writers, hides nothing
    with connection.cursor() as cursor:
        sequence, mac = _locked_head(cursor, chain)
        for note in notes:
            sequence += 1
            mac = _written(cursor, note, chain, sequence, mac)


def _locked_head(cursor: CursorWrapper, chain: int) -> tuple[int, str]:
    # On SQLite the transaction already is the only writer (BEGIN IMMEDIATE).
    statement = f"{_HEAD} FOR UPDATE" if connection.features.has_select_for_update else _HEAD
    cursor.execute(statement, [chain])
    row = cursor.fetchone()
    if row is None:
        ChainHead.objects.get_or_create(chain=chain)
        cursor.execute(statement, [chain])
        row = cursor.fetchone()
    return int(row[0]), str(row[1])


def _written(cursor: CursorWrapper, note: Note, chain: int, sequence: int, previous: str) -> str:
    """Write one entry with its words and subjects, as the new head of its chain; returns its mac."""
    salt = secrets.token_hex(16)
    leaves = [subject_leaf(salt, kind, key) for kind, key in note.subjects]
    bound = payload_hash([words_leaf(salt, note.body), *leaves])
    mac = entry_mac(
        chain=chain,
        sequence=sequence,
        at=note.at,
        actor_kind=note.by.kind,
        actor_key=note.by.key,
        organisation_key=note.by.organisation,
        verb=note.verb,
        payload_hash=bound,
        previous_mac=previous,
    )
    actor = [str(note.by.kind), _uuid(note.by.key), _uuid(note.by.organisation)]
    at = connection.ops.adapt_datetimefield_value(note.at)
    entry: list[Any] = [chain, sequence, at, *actor, note.verb, bound, previous, mac]
    words: list[Any] = [salt, json.dumps(note.body, ensure_ascii=False)]
    head: list[Any] = [sequence, mac, chain]
    if connection.vendor == "postgresql":
        # as the text of an array: the driver would ask each of its elements what it is
        kinds = "{" + ",".join(kind for kind, _key in note.subjects) + "}"
        keys = "{" + ",".join(str(key) for _kind, key in note.subjects) + "}"
        cursor.execute(_AT_ONCE, [*entry, *words, kinds, keys, *head])
    else:
        cursor.execute(_ENTRY, entry)
        (number,) = cursor.fetchone()
        cursor.execute(_WORDS, [number, *words])
        _write_subjects(cursor, number, note.subjects)
        cursor.execute(_NEW_HEAD, head)
    return mac


def _write_subjects(cursor: CursorWrapper, entry: int, subjects: list[Subject]) -> None:
    for start in range(0, len(subjects), SUBJECTS_AT_A_TIME):
        some = subjects[start : start + SUBJECTS_AT_A_TIME]
        values: list[Any] = []
        for kind, key in some:
            values += [entry, kind, _uuid(key)]
        cursor.execute(_SUBJECTS + ", ".join(["(%s, %s, %s)"] * len(some)), values)


def _uuid(key: UUID | None) -> UUID | str | None:
    if key is None or connection.features.has_native_uuid_field:
        return key
    return key.hex
