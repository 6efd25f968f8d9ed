"""How messages go: with the person whose talk they are."""

from collections import Counter
from datetime import datetime
from uuid import UUID

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.erasing import erase_subject
from kring.foundation.retention.erasing import register_release
from kring.support.messages.models import CallAsked, FamilyMessage
from kring.trust.access.models import Item


def let_go_of_messages(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:
    """Delete the messages of these persons with their items, and the calls they asked for."""
    rows = FamilyMessage.objects.filter(person__key__in=keys)
    for key in list(rows.order_by("pk").values_list("key", flat=True)):
        erase_subject(by=by, at=at, key=key)
    items = list(rows.order_by("pk").values_list("item", flat=True))
    counts = Counter(family_message=rows.delete()[0])
    counts["call_asked"] = CallAsked.objects.filter(person__key__in=keys).delete()[0]
    Item.objects.filter(pk__in=items).delete()
    return counts


register_release("person", let_go_of_messages)
