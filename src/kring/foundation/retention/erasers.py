"""What the rooms below this one, which do not know it, erase."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from kring.foundation.deadlines.calendar import before_term
from kring.foundation.deadlines.queries import term_at
from kring.foundation.journal.actor import Actor
from kring.foundation.outbox.actions import erase_ended
from kring.foundation.outbox.queries import ended_before
from kring.foundation.retention.erasing import Due, Eraser, register_eraser


def messages_due(at: datetime) -> Iterable[Due]:
    """Messages that ended longer ago than their term."""
    before = before_term(at, term_at("retention_message", at))
    rows = ended_before(before).values_list("key", "recipient_key")
    return [Due(key, frozenset({recipient})) for key, recipient in rows]


def erase_messages(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:
    """Delete ended messages."""
    return Counter(message=erase_ended(by=by, at=at, keys=keys))


register_eraser(Eraser("message", "message", messages_due, erase_messages))
