"""How help goes with its family, and with the last person it was for."""

from collections import Counter
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.erasing import erase_subject
from kring.foundation.retention.erasing import register_release
from kring.support.deployments.actions.deploying import ITEM_KIND
from kring.support.deployments.models import Continuity, Deployment
from kring.trust.access.items import going_with
from kring.trust.access.models import Item


def let_go_of_help(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:
    """Delete the help that was for these persons alone; the journal forgets it."""
    items = list(going_with(keys, ITEM_KIND).order_by("pk").values_list("pk", flat=True))
    return _let_go(Deployment.objects.filter(item__in=items), by=by, at=at)


def let_go_of_family_help(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:
    """Delete the help of these families, and what was seen ahead of their plans."""
    counts = _let_go(Deployment.objects.filter(family__key__in=keys), by=by, at=at)
    ahead = Continuity.objects.filter(plan__family__key__in=keys)
    counts["continuity"] = ahead.delete()[0]
    return counts


def _let_go(rows: QuerySet[Deployment], *, by: Actor, at: datetime) -> Counter[str]:
    for key in list(rows.order_by("pk").values_list("key", flat=True)):
        erase_subject(by=by, at=at, key=key)
    items = list(rows.order_by("pk").values_list("item", flat=True))
    gone = Counter({"deployment": rows.delete()[0]})
    Item.objects.filter(pk__in=items).delete()
    return gone


register_release("person", let_go_of_help)
register_release("family", let_go_of_family_help)
