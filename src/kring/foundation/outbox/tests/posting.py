"""Somebody to write to and a message for them."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

from kring.foundation.journal.actor import SYSTEM
from kring.foundation.outbox.actions import post
from kring.foundation.outbox.models import Message
from kring.foundation.outbox.recipients import Address, Channel, Recipient

AT = datetime(2026, 11, 23, 10, tzinfo=UTC)  # a Monday


class Book:
    """An address book: who is not in it is nobody any more."""

    def __init__(self) -> None:
        self.addresses: dict[UUID, Address] = {}

    def resolve(self, key: UUID, _at: datetime) -> Address | None:
        return self.addresses.get(key)

    def add(self, address: Address | None = None) -> Recipient:
        """Somebody with this address, else with a mail address of their own."""
        key = uuid4()
        self.addresses[key] = address or Address(Channel.MAIL, f"{key.hex[:12]}@example.org")
        return Recipient("somebody", key)


def queue(to: Recipient, once: str = "", not_before: datetime | None = None) -> Message:
    """A queued message."""
    return post(
        by=SYSTEM,
        at=AT,
        to=to,
        text="test.news",
        link="/klaar/geheime-code/",
        once=once or str(uuid4()),
        not_before=not_before,
    )
