"""What must always be true of documents."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, OuterRef

from kring.foundation.records.checking import check
from kring.support.documents.models import ITEM_KIND, Document
from kring.trust.access.models import ItemSubject

AT_MOST = 21


@check("every document is about somebody")
def documents_are_about_somebody(_at: datetime) -> Iterable[str]:
    """Its item, of the kind of documents, has at least one person it is about."""
    subjects = ItemSubject.objects.filter(item=OuterRef("item"), item__kind=ITEM_KIND, aside=False)
    lost = Document.objects.exclude(Exists(subjects)).order_by("pk").values_list("key", flat=True)
    return [f"Document {key} is about nobody." for key in lost[:AT_MOST]]
