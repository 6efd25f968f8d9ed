"""How a person is reached when a message is sent: only by a way they called safe."""

from datetime import datetime
from uuid import UUID

from kring.foundation.outbox.recipients import Address, Channel, register_recipient
from kring.registry.people.models import ContactChannel, Person
from kring.registry.people.queries import safe_channel

CHANNELS = {
    ContactChannel.Kind.EMAIL: Channel.MAIL,
    ContactChannel.Kind.SMS: Channel.SMS,
    ContactChannel.Kind.PHONE: Channel.CALL,
}


def address_of_person(key: UUID, at: datetime) -> Address | None:
    """The safe channel with its hours and what to say to others; None for who comes back."""
    person = Person.objects.filter(key=key).first()
    channel = safe_channel(person, at) if person is not None else None
    if person is None or channel is None or channel.kind not in CHANNELS:
        return None
    return Address(
        CHANNELS[ContactChannel.Kind(channel.kind)],
        channel.value,
        person.preferred_language or "nl",
        channel.hours,
        channel.say_to_others,
    )


register_recipient("person", address_of_person)
