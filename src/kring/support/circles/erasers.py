"""How a circle goes with its family, and a tie with the last person whose network it is."""

from collections import Counter
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.erasing import erase_subject
from kring.foundation.retention.erasing import register_release
from kring.support.circles.models import Tie
from kring.trust.access.items import going_with
from kring.trust.access.models import Item


def let_go_of_ties(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:
    """Delete the ties that are only of these persons."""
    items = going_with(keys, "tie").values_list("pk", flat=True)
    return _let_go(Tie.objects.filter(item__in=list(items)), by=by, at=at)


def let_go_of_circles(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:
    """Delete the circles of these families."""
    return _let_go(Tie.objects.filter(family__key__in=keys), by=by, at=at)


def _let_go(rows: QuerySet[Tie], *, by: Actor, at: datetime) -> Counter[str]:
    found = list(rows.order_by("pk").values_list("pk", "key", "item"))
    for _pk, key, _item in found:
        erase_subject(by=by, at=at, key=key)
    counts = Counter(tie=Tie.objects.filter(pk__in=[row[0] for row in found]).delete()[0])
    Item.objects.filter(pk__in=[row[2] for row in found]).delete()
    return counts


register_release("person", let_go_of_ties)
register_release("family", let_go_of_circles)
