"""Reads of the outbox: what is due, whom to call, what could not be delivered."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, QuerySet

from kring.foundation.outbox.hours import Hours
from kring.foundation.outbox.models import Message
from kring.foundation.outbox.recipients import Address, Channel, Recipient, resolve
from kring.foundation.outbox.states import TO_CALL, UNDELIVERABLE, WAITING
from kring.foundation.outbox.texts import Words, text_named


@dataclass(frozen=True, slots=True)
class CallTask:
    """Somebody to call: where, in which hours, about what, and what to say to somebody else."""

    message: Message
    recipient: Recipient
    address: Address
    about: Words


def due(at: datetime) -> QuerySet[Message]:
    """Messages that want attention now, the longest waiting first."""
    return Message.objects.filter(state__in=WAITING, next_try_at__lte=at).order_by("next_try_at", "pk")


def call_tasks(at: datetime, *, keys: set[UUID] | None = None, limit: int = 50) -> list[CallTask]:
    """Who should be called, the oldest first; with ``keys`` only those recipients.

    A recipient who is no longer reached by telephone is left out; the next round of sending
    writes to them instead, or drops the message.
    """
    waiting = Message.objects.filter(state=TO_CALL)
    if keys is not None:
        waiting = waiting.filter(recipient_key__in=keys)
    tasks = []
    for message in waiting.order_by("created_at", "pk")[:limit]:
        address = resolve(message.recipient, at)
        if address is not None and must_be_called(address):
            about = text_named(message.text).body
            tasks.append(CallTask(message, message.recipient, address, about))
    return tasks


def must_be_called(address: Address) -> bool:
    """A telephone is called by a person; so is who gets text messages in hours only people read."""
    unreadable = Hours.read(address.hours) is None
    return address.channel == Channel.CALL or (address.channel == Channel.SMS and unreadable)


def undeliverable() -> QuerySet[Message]:
    """Messages that stayed refused, the newest first."""
    return Message.objects.filter(state=UNDELIVERABLE).order_by("-ended_at", "pk")


def counts_by_state() -> dict[str, int]:
    """How many messages there are in each state."""
    rows = Message.objects.order_by().values_list("state").annotate(Count("pk"))
    return dict(rows)


def ended_before(moment: datetime) -> QuerySet[Message]:
    """Messages that ended before ``moment``."""
    return Message.objects.filter(ended_at__lt=moment).order_by("ended_at", "pk")
