"""How an entry is bound to the one before it."""

import hashlib
import hmac
import json
from datetime import UTC, datetime
from uuid import UUID

from django.conf import settings

type Subject = tuple[str, UUID]


def payload_hash(salt: str, body: dict[str, object], subjects: list[Subject]) -> str:
    """Keyed hash of the words and subjects of an entry; the salt keeps it from being guessed."""
    named = sorted([kind, str(key)] for kind, key in subjects)
    return _mac(json.dumps([salt, body, named], sort_keys=True, ensure_ascii=False))


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
    parts = [chain, sequence, moment, actor_kind, actor_key, organisation_key, verb, payload_hash]
    return _mac("\x1f".join(str(part) for part in [*parts, previous_mac]))


def _mac(message: str) -> str:
    return hmac.new(settings.KEYRING.secret("journal"), message.encode(), hashlib.sha256).hexdigest()
