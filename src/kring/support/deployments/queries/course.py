"""The help of a family as one reader may see it."""

from datetime import datetime
from uuid import UUID

from kring.foundation.journal import ledger
from kring.registry.people.models import Family
from kring.support.deployments.models import Deployment
from kring.trust.access.items import saw_items, sifted
from kring.trust.access.models import Item
from kring.trust.access.readers import Reader


def deployments_for(reader: Reader, family: Family, at: datetime) -> list[Deployment]:
    """What ran, runs and comes, the oldest first; noted as read. A fixed number of reads."""
    items = Item.objects.filter(deployment__family=family).select_related("author", "owner")
    return _shown(sifted(reader, items, at))


def deployment_for(reader: Reader, key: UUID, at: datetime) -> Deployment | None:
    """The help with this key, if the reader may see it; noted as read."""
    items = Item.objects.filter(deployment__key=key).select_related("author", "owner")
    return next(iter(_shown(sifted(reader, items, at))), None)


def _shown(readable: dict[int, Item]) -> list[Deployment]:
    rows = Deployment.objects.filter(item__in=list(readable))
    related = rows.select_related("organisation", "worker", "plan", "request", "family")
    found = list(related.order_by("planned_from", "pk"))
    for one in found:
        one.item = readable[one.item_id]
    saw_items(readable.values())
    ledger.saw_all("deployment", (one.key for one in found))
    return found
