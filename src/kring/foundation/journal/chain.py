"""How an entry is bound to the one before it, and its words and subjects to the entry.

Words and subjects are leaves, each with its own salted keyed hash, and the entry binds the sum of
the leaves. So one leaf can be erased, its hash left behind, and the chain still verifies.
"""

import hmac
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from uuid import UUID

from django.conf import settings

type Subject = tuple[str, UUID]


def words_leaf(salt: str, body: dict[str, object]) -> str:
    """Keyed hash of the words of an entry; the salt keeps it from being guessed."""
    return keyed_hash("words", salt, _tidy(body))


def subject_leaf(salt: str, kind: str, key: UUID) -> str:
    """Keyed hash of one subject of an entry."""
    return keyed_hash("subject", salt, kind, str(key))


def payload_hash(leaves: Iterable[str]) -> str:
    """What the header keeps of words and subjects together."""
    return keyed_hash("payload", *sorted(leaves))


def entry_mac(
    *,
    chain: int,
    sequence: int,
    at: datetime,
    actor_kind: str,
    actor_key: UUID | None,
    organisation_key: UUID | None,
    verb: str,
    payload_hash: str,
    previous_mac: str,
) -> str:
    """The link of the chain: everything in the header, and the link before."""
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    actor = [actor_kind, str(actor_key), str(organisation_key)]
    return keyed_hash("entry", chain, sequence, moment, *actor, verb, payload_hash, previous_mac)


def keyed_hash(*parts: object, purpose: str = "journal") -> str:
    """HMAC-SHA256 of JSON values, with the key of ``purpose``."""
    message = json.dumps(parts, sort_keys=True, ensure_ascii=False, allow_nan=False)
    return hmac.digest(settings.KEYRING.secret(purpose), message.encode(), "sha256").hex()


def as_stored(body: dict[str, object]) -> dict[str, object]:
    """The words as any database gives them back; raises TypeError or ValueError for no JSON."""
    text = json.dumps(body, ensure_ascii=False, allow_nan=False)
    if "\\u0000" in text:
        raise ValueError("a NUL sign cannot be journalled")
    stored: dict[str, object] = json.loads(text)
    return stored


def _tidy(value: object) -> object:
    """PostgreSQL gives 2e20 back as a whole number; both are the same words."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {name: _tidy(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_tidy(inner) for inner in value]
    return value
