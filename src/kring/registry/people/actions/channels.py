"""How to reach somebody safely, when, and what to say when somebody else picks up."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.registry.people.models import ContactChannel, Person
from kring.registry.people.rules import check_channel


@action
def add_channel(
    *,
    by: Actor,
    at: datetime,
    person: Person,
    kind: str,
    value: str = "",
    safe: bool = False,
    hours: str = "",
    say_to_others: str = "",
    preferred: bool = False,
) -> ContactChannel:
    """Add a way to reach a person; ``safe`` only when they called it so. Raises ValidationError.

    A preferred channel takes that place over from the one that had it.
    """
    channel = ContactChannel(
        person=person,
        kind=kind,
        value=check_channel(kind, value),
        safe=safe,
        hours=hours.strip(),
        say_to_others=say_to_others.strip(),
        preferred=preferred,
    )
    channel.clean_fields(exclude=["person"])
    if preferred:
        _running(person).update(preferred=False)
    channel.save(force_insert=True)
    record(by=by, at=at, did="person.channel_added", about=[("person", person.key)], kind=kind)
    return channel


@action
def correct_channel(
    *, by: Actor, at: datetime, channel: ContactChannel, **changes: Any
) -> ContactChannel:
    """Change hours, what to say, safety or preference; another number is another channel."""
    unknown = changes.keys() - {"safe", "hours", "say_to_others", "preferred"}
    if unknown:
        raise TypeError(f"not to be corrected here: {sorted(unknown)}")
    for name, value in changes.items():
        setattr(channel, name, value)
    channel.clean_fields(exclude=["person"])
    if changes.get("preferred"):
        _running(channel.person).exclude(pk=channel.pk).update(preferred=False)
    channel.save(update_fields=sorted(changes))
    about = [("person", channel.person.key)]
    record(by=by, at=at, did="person.channel_corrected", about=about, fields=sorted(changes))
    return channel


@action
def end_channel(*, by: Actor, at: datetime, channel: ContactChannel) -> ContactChannel:
    """This way is no longer to be used; nothing more is sent to it."""
    if channel.ends_at is not None:
        nothing_changed()
        return channel
    channel.ends_at = at
    channel.save(update_fields=["ends_at"])
    about = [("person", channel.person.key)]
    record(by=by, at=at, did="person.channel_ended", about=about, kind=channel.kind)
    return channel


def _running(person: Person) -> QuerySet[ContactChannel]:
    return ContactChannel.objects.filter(person=person, ends_at__isnull=True, preferred=True)
