"""Putting a neutral message in the outbox, inside the deed that causes it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kring.foundation.journal.actor import Actor


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who a message is for; the address is looked up when it is sent."""

    kind: str
    key: UUID


def post(
    *,
    by: Actor,
    at: datetime,
    to: Recipient,
    text: str,
    link: str,
    once: str,
    not_before: datetime | None = None,
) -> None:
    """Queue a message; the same ``once`` is queued once."""
