"""What stands under which key, and whether these are the keys of this database."""

from collections import Counter

from django.db import connection

from kring.foundation.keys.columns import COLUMNS, PROBES
from kring.foundation.keys.keyring import KeysMissing
from kring.foundation.keys.sealing import CannotOpen, keyring, unseal


class KeysWrong(KeysMissing):
    """The keys do not belong to the data: the product refuses to start."""


def left(current: str) -> Counter[str]:
    """For each column how many records stand under another key than ``current``, without zeros."""
    found = {name: column.left(current) for name, column in COLUMNS.items()}
    return Counter({name: number for name, number in found.items() if number})


def check_keys() -> None:
    """Try the keys on what is written; raises KeysWrong with a sentence that says what to do.

    The oldest and the newest value of each sealed column must open, and the keys of the blind
    index, the journal and the anchors must fit. A database without tables has nothing to try.
    """
    if not connection.introspection.table_names():
        return
    for name, column in COLUMNS.items():
        for sealed, row in column.samples():
            _try(name, sealed, row)
    for purpose in PROBES:
        if not _fits(purpose):
            raise KeysWrong(_sentence(f"the key '{purpose}' did not write what stands there"))


def _try(name: str, sealed: str, row: str) -> None:
    key_id = sealed.partition(":")[0]
    if key_id not in keyring().field_keys:
        raise KeysWrong(_sentence(f"key '{key_id}', under which {name} is sealed, is not in the file"))
    try:
        unseal(sealed, row=row)
    except CannotOpen as error:
        raise KeysWrong(_sentence(f"{name} does not open with key '{key_id}'")) from error


def _fits(purpose: str) -> bool:
    try:
        return PROBES[purpose]()
    except CannotOpen:
        return False


def _sentence(reason: str) -> str:
    path = keyring().path
    return (
        f"These are not the keys of this database: {reason}. "
        f"Put the right key file at {path}; nothing was changed."
    )
