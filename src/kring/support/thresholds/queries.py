"""Thresholds as an organisation, a helper of the family and policy may see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, F, QuerySet

from kring.foundation.journal import ledger
from kring.foundation.records.prepared import Prepared
from kring.registry.people.models import Family
from kring.support.thresholds.kinds import kind_words
from kring.support.thresholds.models import MetBy, Threshold
from kring.support.thresholds.rules import may_see
from kring.support.thresholds.states import ASKED, OPEN, THRESHOLD, WITH_THE_ORGANISATION
from kring.trust.access.items import saw_items, sifted, sifted_among
from kring.trust.access.models import Item
from kring.trust.access.readers import Reader

MOST = 100


@dataclass(frozen=True, slots=True)
class Counted:
    """One line of a count; ``count`` is None where it is too small to show."""

    label: str
    count: int | None


def asked_of(organisations: Iterable[int]) -> list[Threshold]:
    """What was asked of these organisations, what waits for an answer first, then the newest."""
    rows = _rows().filter(
        organisation__in=list(organisations),
        asked_at__isnull=False,
        state__in=WITH_THE_ORGANISATION,
    )
    return sorted(rows.order_by("-asked_at", "pk")[:MOST], key=lambda one: one.state != ASKED)


def logged_for(organisations: Iterable[int]) -> list[Threshold]:
    """What workers of these organisations logged, what still runs first, then the newest."""
    rows = _rows().filter(owner__in=list(organisations))
    return sorted(rows.order_by("-logged_at", "pk")[:MOST], key=lambda one: one.state not in OPEN)


def threshold_for(reader: Reader, key: UUID, at: datetime) -> Threshold | None:
    """The threshold with this key, if the reader works at either end of it or may know who met it."""
    found = _rows().filter(key=key).first()
    if found is None or may_see(found, reader.organisation_ids):
        return found
    return found if met_by_for(reader, found, at) is not None else None


def met_by_for(reader: Reader, threshold: Threshold, at: datetime) -> MetBy | None:
    """Who met it, if the reader may know; noted as read."""
    return next(iter(_met(reader, Item.objects.filter(threshold_met__threshold=threshold), at)), None)


def thresholds_of(reader: Reader, family: Family, at: datetime) -> list[MetBy]:
    """What this family met, as the reader may know, the newest first; noted as read."""
    return _told(sifted_among(reader, _OF_FAMILY.rows(family=family.pk), at))


def _of_family(family: int) -> QuerySet[Item]:
    items = Item.objects.filter(threshold_met__family=family)
    return items.select_related("author", "owner").order_by("pk")


_OF_FAMILY = Prepared(_of_family)


def counts(
    regions: Iterable[int] | None, since: datetime, until: datetime, limit: int
) -> dict[str, list[Counted]]:
    """Thresholds logged in ``[since, until)`` per kind, organisation and outcome.

    ``regions`` None: everywhere. A figure below ``limit`` is not shown, nor what would give it away.
    """
    rows = Threshold.objects.filter(logged_at__gte=since, logged_at__lt=until)
    if regions is not None:
        rows = rows.filter(region__in=list(regions))
    per = {"kind": "kind", "organisation": "organisation__name", "outcome": "state"}
    found = {name: _counted(rows, column) for name, column in per.items()}
    order = {state: place for place, state in enumerate(THRESHOLD.states)}
    found["outcome"].sort(key=lambda pair: order[pair[0]])
    found["kind"] = [(kind_words(code), count) for code, count in found["kind"]]
    return {name: shielded(pairs, limit) for name, pairs in found.items()}


def shielded(pairs: list[tuple[str, int]], limit: int) -> list[Counted]:
    """Counts of which none below ``limit`` shows, nor can be found by taking the others off a total.

    While what is hidden adds up to less than ``limit``, the next smallest is hidden too.
    """
    hidden = {label for label, count in pairs if count < limit}
    rest = sorted((pair for pair in pairs if pair[0] not in hidden), key=lambda pair: pair[1])
    total = sum(count for label, count in pairs if label in hidden)
    while hidden and rest and (total < limit or len(hidden) == 1):
        label, count = rest.pop(0)
        hidden.add(label)
        total += count
    return [Counted(label, None if label in hidden else count) for label, count in pairs]


def _counted(rows: QuerySet[Threshold], column: str) -> list[tuple[str, int]]:
    found = rows.values(name=F(column)).annotate(count=Count("pk")).order_by("-count", "name")
    return [(row["name"], row["count"]) for row in found]


def _rows() -> QuerySet[Threshold]:
    return Threshold.objects.select_related("organisation", "owner", "worker", "answered_by")


def _met(reader: Reader, items: QuerySet[Item], at: datetime) -> list[MetBy]:
    return _told(sifted(reader, items.select_related("author", "owner"), at))


def _told(readable: dict[int, Item]) -> list[MetBy]:
    if not readable:
        return []
    saw_items(readable.values())
    rows = MetBy.objects.filter(item__in=list(readable))
    related = rows.select_related("threshold__organisation", "threshold__owner", "family")
    found = list(related.order_by("-threshold__logged_at", "pk"))
    for one in found:
        one.item = readable[one.item_id]
    ledger.saw_all("threshold", (one.threshold.key for one in found))
    return found
