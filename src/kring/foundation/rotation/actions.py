"""A new key for sealed fields, and taking an old one away, while everybody works on."""

from collections import Counter
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from kring.foundation.journal.actor import SYSTEM, Actor
from kring.foundation.journal.recording import action, record
from kring.foundation.keys.columns import COLUMNS, SealedColumn
from kring.foundation.keys.keyring import KeyInUse, add_field_key, drop_field_key
from kring.foundation.keys.sealing import keyring
from kring.foundation.rotation.queries import left

AT_A_TIME = 200
ROUNDS = 20


class NotFinished(Exception):
    """Values under an older key kept coming: a process that does not read the key file runs on."""


@action
def new_key(*, at: datetime, by: Actor = SYSTEM) -> str:
    """Add a key and make it current; every running process takes it up at its next value."""
    added = add_field_key(_file())
    record(by=by, at=at, did="keys.added", about=[], key=added)
    return added


def reseal_everything(*, at: datetime, by: Actor = SYSTEM) -> Counter[str]:
    """Seal every value again that stands under an older key; how many of each column.

    In short transactions of ``AT_A_TIME``, so that nobody waits. What was written meanwhile under
    an old key comes in a later round; raises NotFinished when that goes on. Safe to cut off and to
    begin again.
    """
    done: Counter[str] = Counter()
    for _round in range(ROUNDS):
        current = keyring().current_field_key
        for column in COLUMNS.values():
            done[column.name] += _reseal(column, current)
        if not left(current):
            resealed(at=at, by=by, key=current, counts=done)
            return done
    raise NotFinished


@action
def resealed(*, at: datetime, by: Actor, key: str, counts: Counter[str]) -> None:
    """Write down that nothing stands under an older key any more."""
    record(by=by, at=at, did="keys.resealed", about=[], key=key, counts=dict(counts))


@action
def drop_key(*, at: datetime, key: str, by: Actor = SYSTEM) -> None:
    """Take an old key out of the file; raises KeyInUse while a value still needs it."""
    current = keyring().current_field_key
    if left(current):
        raise KeyInUse(key)
    drop_field_key(_file(), key)
    record(by=by, at=at, did="keys.dropped", about=[], key=key)


def _reseal(column: SealedColumn, current: str) -> int:
    done = 0
    while ids := column.batch(current, AT_A_TIME):
        with transaction.atomic():
            moved = column.reseal(current, ids)
        if not moved:
            break
        done += moved
    return done


def _file() -> Path:
    file: Path = keyring().path or settings.KEYS_FILE
    return file
