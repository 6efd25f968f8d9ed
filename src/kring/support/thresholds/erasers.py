"""How who met a threshold goes with its family or its last person; the threshold keeps its count."""

from collections import Counter
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.erasing import erase_subject
from kring.foundation.retention.erasing import register_release
from kring.support.thresholds.actions import ITEM_KIND
from kring.support.thresholds.models import MetBy, Threshold
from kring.trust.access.items import going_with
from kring.trust.access.models import Item


def let_go_of_who_met(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:
    """Delete that these persons alone met a threshold."""
    items = list(going_with(keys, ITEM_KIND).order_by("pk").values_list("pk", flat=True))
    return _let_go(MetBy.objects.filter(item__in=items), by=by, at=at)


def let_go_of_family(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:
    """Delete that these families met a threshold."""
    return _let_go(MetBy.objects.filter(family__key__in=keys), by=by, at=at)


def _let_go(rows: QuerySet[MetBy], *, by: Actor, at: datetime) -> Counter[str]:
    """The tie and its words go; of the threshold the words sent go too, its count stays."""
    met = list(rows.select_related("threshold").order_by("pk"))
    for one in met:
        erase_subject(by=by, at=at, key=one.threshold.key)
    thresholds, items = [one.threshold_id for one in met], [one.item_id for one in met]
    Threshold.objects.filter(pk__in=thresholds).update(asked_words="", answer_words="")
    gone = Counter({"threshold_met": rows.delete()[0]})
    Item.objects.filter(pk__in=items).delete()
    return gone


register_release("person", let_go_of_who_met)
register_release("family", let_go_of_family)
