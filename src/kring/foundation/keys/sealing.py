"""Encryption of single fields, blind indexes, and codes that are stored hashed.

A sealed value is ``key id : nonce+ciphertext`` in base64. The row it belongs to is its associated
data, so a ciphertext moved to another row or column does not open.
"""

import base64
import hashlib
import hmac
import secrets
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from kring.foundation.keys.keyring import Keyring, with_new_field_keys

NONCE_BYTES = 12
CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODE_LENGTH = 12


class CannotOpen(Exception):
    """The sealed value does not belong here, was altered, or its key is gone."""


def keyring() -> Keyring:
    """The keys, with the field keys that the file holds at this moment."""
    known: Keyring = settings.KEYRING
    fresh = with_new_field_keys(known)
    if fresh is not known:
        settings.KEYRING = fresh
    return fresh


def _secret(purpose: str) -> bytes:
    known: Keyring = settings.KEYRING
    return known.secret(purpose)


def seal(plain: str, *, row: str) -> str:
    """Encrypt ``plain`` for the row named ``row`` (for example ``person.national_number:<key>``)."""
    ring = keyring()
    nonce = secrets.token_bytes(NONCE_BYTES)
    cipher = AESGCM(ring.field_keys[ring.current_field_key])
    body = nonce + cipher.encrypt(nonce, plain.encode(), row.encode())
    return f"{ring.current_field_key}:{base64.b64encode(body).decode()}"


def unseal(sealed: str, *, row: str) -> str:
    """Decrypt a sealed value; raises CannotOpen when it is not this row's or was altered."""
    key_id, _, encoded = sealed.partition(":")
    key = keyring().field_keys.get(key_id)
    if key is None:
        raise CannotOpen(f"no key named {key_id}")
    try:
        body = base64.b64decode(encoded)
        return AESGCM(key).decrypt(body[:NONCE_BYTES], body[NONCE_BYTES:], row.encode()).decode()
    except (InvalidTag, ValueError) as error:
        raise CannotOpen(row) from error


def blind_index(value: str, *, column: str) -> str:
    """A keyed hash that finds equal values of one column without storing them."""
    message = f"{column}\x00{value}".encode()
    return hmac.new(_secret("index"), message, hashlib.sha256).hexdigest()


def new_code() -> str:
    """A code a person can read aloud: 12 signs without look-alikes, about 59 bits."""
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))


def derived_code(seed: UUID, *, of: str = "") -> str:
    """The code that belongs to a random ``seed``: the same for a form that is sent twice.

    ``of`` names what it opens: who may choose the seed of one kind learns the code of no other.
    """
    digest = hmac.new(_secret("codes"), of.encode() + seed.bytes, hashlib.sha256).digest()
    number = int.from_bytes(digest)
    signs = []
    for _ in range(CODE_LENGTH):
        number, sign = divmod(number, len(CODE_ALPHABET))
        signs.append(CODE_ALPHABET[sign])
    return "".join(signs)


def readable_code(code: str) -> str:
    """The code in groups of four, as it stands on a slip."""
    return "-".join(code[i : i + 4] for i in range(0, len(code), 4))


def new_link_token() -> str:
    """A token for a link in a mail: 192 bits."""
    return secrets.token_urlsafe(24)


def hash_code(code: str) -> str:
    """How a code or token is stored; spaces, dashes and case of a typed code do not matter."""
    tidy = code.strip()
    if len(tidy.replace("-", "").replace(" ", "")) == CODE_LENGTH:
        tidy = tidy.replace("-", "").replace(" ", "").upper()
    return hmac.new(_secret("codes"), tidy.encode(), hashlib.sha256).hexdigest()
