"""How notes go: with the last person they are about."""

from collections import Counter
from datetime import datetime
from uuid import UUID

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.erasing import erase_subject
from kring.foundation.retention.erasing import register_release
from kring.registry.people.models import FamilyMembership
from kring.support.notes.models import ITEM_KIND, Note, NoteDraft
from kring.trust.access.items import going_with
from kring.trust.access.models import Item


def let_go_of_notes(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:
    """Delete the notes only about these persons, and let the journal forget them."""
    items = list(going_with(keys, ITEM_KIND).order_by("pk").values_list("pk", flat=True))
    notes = Note.objects.filter(item__in=items)
    for key in list(notes.order_by("pk").values_list("key", flat=True)):
        erase_subject(by=by, at=at, key=key)
    counts = Counter(note=notes.delete()[0])
    Item.objects.filter(pk__in=items).delete()
    return counts


def let_go_of_drafts(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:  # noqa: ARG001
    """Delete what was being written about the families of these persons."""
    theirs = FamilyMembership.objects.filter(person__key__in=keys).values("family")
    return Counter(note_draft=NoteDraft.objects.filter(family__in=theirs).delete()[0])


def let_go_with_family(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:  # noqa: ARG001
    """Delete what was being written about these families."""
    return Counter(note_draft=NoteDraft.objects.filter(family__key__in=keys).delete()[0])


def let_go_with_worker(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:  # noqa: ARG001
    """Delete what these workers were writing."""
    return Counter(note_draft=NoteDraft.objects.filter(worker__key__in=keys).delete()[0])


register_release("person", let_go_of_notes)
register_release("person", let_go_of_drafts)
register_release("family", let_go_with_family)
register_release("worker", let_go_with_worker)
