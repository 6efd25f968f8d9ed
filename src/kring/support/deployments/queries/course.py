"""The help of a family as one reader may see it."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from kring.foundation.journal import ledger
from kring.foundation.records.prepared import Prepared
from kring.registry.people.models import Family, Person
from kring.support.deployments.models import Deployment
from kring.trust.access.items import saw_items, sifted, sifted_among
from kring.trust.access.models import Item, ItemSubject
from kring.trust.access.readers import Reader


def deployments_for(reader: Reader, family: Family, at: datetime) -> list[Deployment]:
    """What ran, runs and comes, the oldest first; noted as read. A fixed number of reads."""
    return _shown(sifted_among(reader, _OF_FAMILY.rows(family=family.pk), at))


def _of_family(family: int) -> QuerySet[Item]:
    items = Item.objects.filter(deployment__family=family)
    return items.select_related("author", "owner").order_by("pk")


_OF_FAMILY = Prepared(_of_family)


def help_about(reader: Reader, persons: Iterable[Person], at: datetime) -> list[Deployment]:
    """Of the help for these persons what the reader may see, the oldest first; noted as read."""
    members = ItemSubject.objects.filter(item=OuterRef("pk"), person__in=[one.pk for one in persons])
    items = Item.objects.filter(Exists(members), deployment__isnull=False)
    return _shown(sifted(reader, items.select_related("author", "owner"), at))


def deployment_for(reader: Reader, key: UUID, at: datetime) -> Deployment | None:
    """The help with this key, if the reader may see it; noted as read."""
    items = Item.objects.filter(deployment__key=key).select_related("author", "owner")
    return next(iter(_shown(sifted(reader, items, at))), None)


def _shown(readable: dict[int, Item]) -> list[Deployment]:
    if not readable:
        return []
    rows = Deployment.objects.filter(item__in=list(readable))
    related = rows.select_related("organisation", "worker", "plan", "request", "family")
    found = list(related.order_by("planned_from", "pk"))
    for one in found:
        one.item = readable[one.item_id]
    saw_items(readable.values())
    ledger.saw_all("deployment", (one.key for one in found))
    return found
