"""Putting a file into the folder, taking it out, and letting it go.

A file is written whole under a random name, and its row in the transaction of whoever keeps it. If
that is undone, a file without a row stays behind: nobody can open it, and the daily sweep takes it.
"""

import base64
import hashlib
import os
import secrets
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import transaction

from kring.foundation.files.models import StoredFile
from kring.foundation.keys.sealing import NONCE_BYTES, CannotOpen, seal, unseal

KEY_BITS = 256
SIGN_BYTES = 16
NAME_BYTES = 20
OVERHEAD = NONCE_BYTES + SIGN_BYTES
"""Bytes a file is longer on the disk than what was put in."""


class TooLarge(Exception):
    """More bytes came than may be kept; nothing was written."""

    def __init__(self, most: int) -> None:
        super().__init__(f"more than {most} bytes")
        self.most = most


class FileLost(Exception):
    """The row stands there and its file does not: restore the folder of that backup."""


def read_at_most(pieces: Iterable[bytes], most: int) -> bytes:
    """The content of a stream; raises TooLarge at the first piece that goes over."""
    content = bytearray()
    for piece in pieces:
        if len(content) + len(piece) > most:
            raise TooLarge(most)
        content += piece
    return bytes(content)


def keep_file(content: bytes, *, at: datetime) -> StoredFile:
    """Encrypt and keep this content, inside the caller's transaction."""
    key = AESGCM.generate_key(KEY_BITS)
    stored = StoredFile(
        key=uuid4(),
        place=secrets.token_hex(NAME_BYTES),
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        stored_at=at,
    )
    stored.sealed_key = seal(base64.b64encode(key).decode(), row=stored.row)
    nonce = secrets.token_bytes(NONCE_BYTES)
    _write(path_of(stored.place), nonce + AESGCM(key).encrypt(nonce, content, stored.row.encode()))
    stored.save()
    return stored


def content_of(stored: StoredFile) -> bytes:
    """What was put in. Raises FileLost, or CannotOpen when it was altered or is another's."""
    try:
        body = path_of(stored.place).read_bytes()
    except FileNotFoundError as error:
        raise FileLost(str(stored.key)) from error
    key = base64.b64decode(unseal(stored.sealed_key, row=stored.row))
    try:
        return AESGCM(key).decrypt(body[:NONCE_BYTES], body[NONCE_BYTES:], stored.row.encode())
    except (InvalidTag, ValueError) as error:
        raise CannotOpen(stored.row) from error


def let_go_of_files(ids: Iterable[int]) -> int:
    """Delete these files with their rows; the files once the transaction is kept. How many rows."""
    rows = StoredFile.objects.filter(pk__in=list(ids))
    places = list(rows.order_by("pk").values_list("place", flat=True))
    gone = rows.delete()[0]
    transaction.on_commit(lambda: _unlink(places))
    return gone


def path_of(place: str) -> Path:
    """Where a file lies: below two letters of its name, so that no folder grows large."""
    return folder() / place[:2] / place


def folder() -> Path:
    """The folder of files; backed up together with the database."""
    found: Path = settings.FILES_DIR
    return found


def _write(path: Path, body: bytes) -> None:
    """Whole or not at all: only its owner can read it, and it is on the disk when this returns."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    half = path.with_suffix(".half")
    descriptor = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())
    half.replace(path)


def _unlink(places: Iterable[str]) -> None:
    for place in places:
        path_of(place).unlink(missing_ok=True)
