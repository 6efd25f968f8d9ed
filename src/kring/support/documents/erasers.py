"""How documents go, with their files: with the last person they are about."""

from collections import Counter
from datetime import datetime
from uuid import UUID

from kring.foundation.files.store import let_go_of_files
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.erasing import erase_subject
from kring.foundation.retention.erasing import register_release
from kring.support.documents.models import ITEM_KIND, Document
from kring.trust.access.items import going_with
from kring.trust.access.models import Item


def let_go_of_documents(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:
    """Delete the documents only about these persons, and let the journal forget them."""
    items = list(going_with(keys, ITEM_KIND).order_by("pk").values_list("pk", flat=True))
    documents = Document.objects.filter(item__in=items)
    for key in list(documents.order_by("pk").values_list("key", flat=True)):
        erase_subject(by=by, at=at, key=key)
    files = list(documents.order_by("pk").values_list("file", flat=True))
    counts = Counter(document=documents.delete()[0])
    counts["stored_file"] = let_go_of_files(files)
    Item.objects.filter(pk__in=items).delete()
    return counts


register_release("person", let_go_of_documents)
