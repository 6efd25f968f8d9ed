"""Offers that go together: both have room or neither is offered. The one place of this rule.

The search leaves out what is not offered, proposals go by the search, and signing up asks here.
"""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from kring.offer.directory.models import LinkedOffer, LinkProposal, Service
from kring.offer.directory.states import SHOWN

FULL = 0


def linked_with(services: Iterable[int]) -> set[int]:
    """The numbers of these services and of all that go together with one of them."""
    known = set(services)
    pairs = LinkedOffer.objects.order_by("pk").values_list("service_id", "beside_id")
    return known.union(*(pair for pair in pairs if known.intersection(pair)))


def held_back() -> set[int]:
    """The numbers of services not offered now: one of their pair says it is full, or is not shown."""
    return set().union(*_pairs_held_back().values_list("service_id", "beside_id"))


def is_held_back(service: Service) -> bool:
    """Whether this service is not offered now because of what goes together with it."""
    return _pairs_held_back().filter(Q(service=service) | Q(beside=service)).exists()


def _pairs_held_back() -> QuerySet[LinkedOffer]:
    full = Q(service__free_places=FULL) | Q(beside__free_places=FULL)
    gone = ~Q(service__state__in=SHOWN) | ~Q(beside__state__in=SHOWN)
    return LinkedOffer.objects.filter(full | gone).order_by("pk")


def beside_of(service: Service) -> list[Service]:
    """What goes together with this service, the stopped ones too: they hold it back until unlinked."""
    pair = Q(linked_to__beside=service) | Q(linked_from__service=service)
    return list(Service.objects.filter(pair).select_related("organization").order_by("pk"))


def proposals_about(services: QuerySet[Service]) -> QuerySet[LinkProposal]:
    """What is proposed by or to the owners of these services, the oldest first."""
    rows = LinkProposal.objects.filter(Q(service__in=services) | Q(beside__in=services))
    return rows.select_related("service__organization", "beside__organization").order_by(
        "proposed_at", "pk"
    )
