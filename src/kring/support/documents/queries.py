"""Reading documents: only those the one table lets this reader see."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils.text import slugify

from kring.foundation.files.store import content_of
from kring.foundation.journal import ledger
from kring.registry.people.models import Person
from kring.support.documents.content import ENDINGS
from kring.support.documents.models import ITEM_KIND, Document
from kring.trust.access.items import saw_items, sifted
from kring.trust.access.models import Item, ItemSubject
from kring.trust.access.readers import Reader

LOOKED_AT_ONCE = 400


def documents_about(
    reader: Reader, persons: Iterable[Person], at: datetime, *, most: int = 100
) -> list[Document]:
    """The documents in the part of these persons that the reader may see, the newest first."""
    members = ItemSubject.objects.filter(item=OuterRef("pk"), person__in=[one.pk for one in persons])
    items = Item.objects.filter(Exists(members), kind=ITEM_KIND)
    newest = list(items.order_by("-pk").values_list("pk", flat=True)[:LOOKED_AT_ONCE])
    readable = sifted(reader, Item.objects.filter(pk__in=newest).select_related("author", "owner"), at)
    return _shown(readable, sorted(readable, reverse=True)[:most])


def document_for(reader: Reader, key: UUID, at: datetime) -> Document | None:
    """The document with this key, if the reader may see it; noted as read."""
    items = Item.objects.filter(kind=ITEM_KIND, document__key=key)
    readable = sifted(reader, items.select_related("author", "owner"), at)
    return next(iter(_shown(readable, list(readable))), None)


def documents_by_key(reader: Reader, keys: Iterable[UUID], at: datetime) -> dict[UUID, Document]:
    """Of these documents those the reader may see; noted as read."""
    wanted = set(keys)
    if not wanted:
        return {}
    items = Item.objects.filter(kind=ITEM_KIND, document__key__in=wanted)
    readable = sifted(reader, items.select_related("author", "owner"), at)
    return {one.key: one for one in _shown(readable, list(readable))}


def content_and_name(document: Document) -> tuple[bytes, str]:
    """What the file holds, and a name for it that fits every system."""
    name = slugify(document.title) or "document"
    return content_of(document.file), f"{name}.{ENDINGS[document.content_type]}"


def _shown(readable: dict[int, Item], chosen: list[int]) -> list[Document]:
    documents = list(Document.objects.filter(item__in=chosen).select_related("file").order_by("-item"))
    for document in documents:
        document.item = readable[document.item_id]
    saw_items(document.item for document in documents)
    ledger.saw_all("document", (document.key for document in documents))
    return documents
