"""The keys of an installation, read from one file outside the database.

The file is JSON with mode 0600. ``fields`` holds the AES keys by id and which one is current,
so that a key can be rotated; the other entries are single secrets, one per purpose.
"""

import base64
import json
import os
import secrets
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

KEY_BYTES = 32
OPEN_TO_OTHERS = 0o077
PURPOSES = ("index", "journal", "anchor", "codes", "django")


class KeysMissing(Exception):
    """No usable keys: the product refuses to start rather than write what nobody can read."""


@dataclass(frozen=True)
class Keyring:
    """All secrets of one installation; never logged, never stored in the database."""

    current_field_key: str
    field_keys: dict[str, bytes]
    secrets_by_purpose: dict[str, bytes]

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
    try:
        raw = json.loads(path.read_text())
        fields = {name: base64.b64decode(value) for name, value in raw["fields"]["keys"].items()}
        others = {purpose: base64.b64decode(raw[purpose]) for purpose in PURPOSES}
        current = raw["fields"]["current"]
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise KeysMissing(f"The keys in {path} cannot be read: {error}") from error
    if current not in fields or any(len(v) != KEY_BYTES for v in [*fields.values(), *others.values()]):
        raise KeysMissing(f"The keys in {path} are incomplete")
    return Keyring(current, fields, others)


def write_new_keyring(path: Path) -> None:
    """Make a fresh set of keys that only the owner of the process can read; never overwrites."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = {purpose: _new_key() for purpose in PURPOSES}
    document = {"fields": {"current": "a", "keys": {"a": _new_key()}}, **fresh}
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(document, file, indent=1)


def _new_key() -> str:
    return base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()
