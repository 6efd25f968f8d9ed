"""Questions as the people they are about may read them: by the one table, like every other item."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from kring.foundation.journal import ledger
from kring.registry.people.models import Person
from kring.support.requests.models import AskerKind, Request
from kring.trust.access.items import saw_items, sifted
from kring.trust.access.models import Item, ItemSubject
from kring.trust.access.readers import Reader

MOST = 400
"""Of so many questions, the newest first, a page looks which its reader may see."""


def questions_read_by(reader: Reader, persons: Iterable[Person], at: datetime) -> list[Request]:
    """The questions in the part of these persons that the reader may see, the newest first.

    What somebody asks on their own stands in their own part alone: who stands beside them does not
    learn that they asked. A fixed number of reads; what is handed out is noted as read.
    """
    about = ItemSubject.objects.filter(item=OuterRef("pk"), person__in=[one.pk for one in persons])
    items = Item.objects.filter(Exists(about), question__isnull=False)
    items = items.filter(Q(alone=False) | Q(question__asker=reader.person))
    newest = list(items.order_by("-pk").values_list("pk", flat=True)[:MOST])
    readable = sifted(reader, Item.objects.filter(pk__in=newest), at)
    rows = Request.objects.filter(item__in=list(readable)).select_related("asker", "desk", "worker")
    found = list(rows.order_by("-asked_at", "-pk"))
    saw_items(readable.values())
    ledger.saw_all("request", (row.key for row in found))
    return found


def laid_with_family(person: Person) -> QuerySet[Request]:
    """The questions this person asked on their own that lie with a family by their yes."""
    mine = Request.objects.filter(asker=person, asker_kind=AskerKind.YOUNG_PERSON)
    return mine.filter(family__isnull=False)
