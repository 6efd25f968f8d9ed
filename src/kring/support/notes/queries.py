"""Reading notes: only those the one table lets this reader see."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from kring.foundation.journal import ledger
from kring.foundation.records.prepared import Prepared
from kring.registry.people.models import Person
from kring.support.notes.models import ITEM_KIND, Note
from kring.trust.access.items import saw_items, sifted
from kring.trust.access.models import Item, ItemSubject
from kring.trust.access.readers import Reader

LOOKED_AT_ONCE = 400
"""Of so many notes, the newest first, a page looks which its reader may see."""


@dataclass(frozen=True, slots=True)
class NotesPage:
    """Notes, the newest first, and the key after which the next page goes on."""

    notes: list[Note]
    next: UUID | None


def notes_about(
    reader: Reader, persons: Iterable[Person], at: datetime, *, most: int, after: UUID | None = None
) -> NotesPage:
    """The notes in the part of these persons that the reader may see; a fixed number of reads."""
    before: dict[str, Any] = {"after": after} if after is not None else {}
    newest: list[int] = _NEWEST.rows(persons=tuple(one.pk for one in persons), **before)
    if not newest:
        return NotesPage([], None)
    readable = sifted(reader, Item.objects.filter(pk__in=newest).select_related("author", "owner"), at)
    shown = sorted(readable, reverse=True)[:most]
    notes = _shown(readable, shown)
    return NotesPage(notes, notes[-1].key if len(readable) > most else None)


def _newest(*, persons: tuple[int, ...], after: UUID | None = None) -> QuerySet[Item, int]:
    members = ItemSubject.objects.filter(item=OuterRef("pk"), person__in=persons)
    items = Item.objects.filter(Exists(members), kind=ITEM_KIND)
    if after is not None:
        items = items.filter(pk__lt=Item.objects.filter(note__key=after).values("pk"))
    return items.order_by("-pk").values_list("pk", flat=True)[:LOOKED_AT_ONCE]


_NEWEST = Prepared(_newest)


def note_for(reader: Reader, key: UUID, at: datetime) -> Note | None:
    """The note with this key, if the reader may see it; noted as read."""
    items = Item.objects.filter(kind=ITEM_KIND, note__key=key)
    readable = sifted(reader, items.select_related("author", "owner"), at)
    return next(iter(_shown(readable, list(readable))), None)


def _shown(readable: dict[int, Item], chosen: list[int]) -> list[Note]:
    """The notes of these items, the newest first, each with its item; noted as read."""
    notes = list(Note.objects.filter(item__in=chosen).order_by("-item"))
    for note in notes:
        note.item = readable[note.item_id]
    saw_items(note.item for note in notes)
    ledger.saw_all("note", (note.key for note in notes))
    return notes
