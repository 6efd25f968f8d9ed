"""The keys of an installation, read from one file outside the database.

The file is JSON with mode 0600. ``fields`` holds the AES keys by id and which one is current,
so that a key can be rotated; the other entries are single secrets, one per purpose.
"""

import base64
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from fcntl import LOCK_EX, flock
from functools import cached_property
from pathlib import Path
from string import ascii_lowercase
from typing import Any

KEY_BYTES = 32
OPEN_TO_OTHERS = 0o077
PURPOSES = ("index", "journal", "anchor", "codes", "django")


class KeysMissing(Exception):
    """No usable keys: the product refuses to start rather than write what nobody can read."""


class KeyInUse(Exception):
    """A key cannot be taken away: it is the current one, or values still need it."""


@dataclass(frozen=True)
class Keyring:
    """All secrets of one installation; never logged, never stored in the database.

    ``path`` and ``stamp`` say which file it was read from, and which form of that file.
    """

    current_field_key: str
    field_keys: dict[str, bytes]
    secrets_by_purpose: dict[str, bytes]
    path: Path | None = None
    stamp: tuple[int, ...] = ()

    def secret(self, purpose: str) -> bytes:
        return self.secrets_by_purpose[purpose]

    @cached_property
    def django_secret(self) -> str:
        return base64.urlsafe_b64encode(self.secret("django")).decode()

    def __repr__(self) -> str:
        return f"<Keyring {self.current_field_key}>"


def load_keyring(path: Path, *, create: bool = False) -> Keyring:
    """Read the keys; with ``create`` a missing file is made (the demo makes its own).

    Raises KeysMissing when the file is absent, open to others, or not a complete keyring.
    """
    if not path.exists():
        if not create:
            raise KeysMissing(f"No keys in {path}. Make them with: kring keys")
        write_new_keyring(path)
    if path.stat().st_mode & OPEN_TO_OTHERS:
        raise KeysMissing(f"Others can read the keys in {path}. Close them with: chmod 600 {path}")
    stamp = stamp_of(path)
    try:
        raw = json.loads(path.read_text())
        fields = {name: base64.b64decode(value) for name, value in raw["fields"]["keys"].items()}
        others = {purpose: base64.b64decode(raw[purpose]) for purpose in PURPOSES}
        current = raw["fields"]["current"]
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise KeysMissing(f"The keys in {path} cannot be read: {error}") from error
    if current not in fields or any(len(v) != KEY_BYTES for v in [*fields.values(), *others.values()]):
        raise KeysMissing(f"The keys in {path} are incomplete")
    return Keyring(current, fields, others, path, stamp)


def stamp_of(path: Path) -> tuple[int, ...]:
    """What changes when the file is replaced; empty when it is not there."""
    try:
        found = path.stat()
    except OSError:
        return ()
    return (found.st_ino, found.st_mtime_ns, found.st_size)


def with_new_field_keys(ring: Keyring) -> Keyring:
    """The same keyring with the field keys that its file holds now.

    A server that runs while keys are rotated takes up a new key at the next value. Every other
    secret stays what it was at the start; a file that cannot be read changes nothing.
    """
    if ring.path is None or stamp_of(ring.path) in (ring.stamp, ()):
        return ring
    try:
        fresh = load_keyring(ring.path)
    except (KeysMissing, OSError):
        return ring
    return replace(
        ring,
        current_field_key=fresh.current_field_key,
        field_keys=fresh.field_keys,
        stamp=fresh.stamp,
    )


def write_new_keyring(path: Path) -> None:
    """Make a fresh set of keys that only the owner of the process can read; never overwrites."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = {purpose: _new_key() for purpose in PURPOSES}
    document = {"fields": {"current": "a", "keys": {"a": _new_key()}}, **fresh}
    _write(path, document)


def add_field_key(path: Path) -> str:
    """Add a new key for sealed fields and make it current; its id. The file is replaced whole."""
    with _changing(path) as document:
        fields = document["fields"]
        fields["current"] = _next_id(fields["keys"])
        fields["keys"][fields["current"]] = _new_key()
        return str(fields["current"])


def drop_field_key(path: Path, key_id: str) -> None:
    """Take an old key away; raises KeyInUse for the current one and KeyError for an unknown one."""
    with _changing(path) as document:
        if document["fields"]["current"] == key_id:
            raise KeyInUse(key_id)
        del document["fields"]["keys"][key_id]


def _next_id(known: dict[str, str]) -> str:
    """a … z, then za, zb …: never one that was used before it in this file."""
    last = max(known, key=lambda name: (len(name), name))
    letter = last[-1]
    if letter == ascii_lowercase[-1]:
        return last + ascii_lowercase[0]
    return last[:-1] + ascii_lowercase[ascii_lowercase.index(letter) + 1]


@contextmanager
def _changing(path: Path) -> Iterator[dict[str, Any]]:
    """The document of the file, written back whole or not at all; one who changes it at a time."""
    with path.with_suffix(".lock").open("w") as lock:
        flock(lock, LOCK_EX)
        document = json.loads(path.read_text())
        yield document
        half = path.with_suffix(".half")
        half.unlink(missing_ok=True)
        _write(half, document)
        half.replace(path)


def _write(path: Path, document: dict[str, Any]) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(document, file, indent=1)
        file.flush()
        os.fsync(file.fileno())


def _new_key() -> str:
    return base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()
