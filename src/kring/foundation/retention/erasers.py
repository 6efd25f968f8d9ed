"""What the rooms below this one, which do not know it, erase."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from kring.foundation.deadlines.calendar import before_term
from kring.foundation.deadlines.queries import term_at
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.erasing import erase_payloads
from kring.foundation.journal.models import JournalPayload
from kring.foundation.outbox.actions import erase_ended, erase_recipients
from kring.foundation.outbox.queries import ended_before
from kring.foundation.retention.erasing import Due, Eraser, register_eraser, register_release


def messages_due(at: datetime) -> Iterable[Due]:
    """Messages that ended longer ago than their term."""
    before = before_term(at, term_at("retention_message", at))
    rows = ended_before(before).values_list("key", "recipient_key")
    return [Due(key, frozenset({recipient})) for key, recipient in rows]


def erase_messages(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:
    """Delete ended messages."""
    return Counter(message=erase_ended(by=by, at=at, keys=keys))


def let_go_of_messages(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:
    """Delete what was sent to persons who go; what still waits for them is dropped when it is due."""
    return Counter(message=erase_recipients(by=by, at=at, keys=keys))


def looks_due(at: datetime) -> Iterable[Due]:
    """Entries of who looked that are older than their term."""
    before = before_term(at, term_at("retention_access_log", at))
    reads = JournalPayload.objects.filter(entry__verb="read", entry__at__lt=before)
    return [Due(entry) for entry in reads.order_by("entry").values_list("entry", flat=True)]


def erase_looks(*, by: Actor, at: datetime, keys: list[int]) -> Counter[str]:
    """Erase who was looked at; that there was a look stays in the chain."""
    return Counter(look=erase_payloads(by=by, at=at, entries=keys))


register_eraser(Eraser("message", "message", messages_due, erase_messages))
register_eraser(Eraser("access_log", "look", looks_due, erase_looks))
register_release("person", let_go_of_messages)
