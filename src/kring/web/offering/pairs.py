"""Offers that go together, as the owner of one of them sees them: side by side, what each gives."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from kring.foundation.records.local_text import in_language
from kring.offer.directory.linked import beside_of, proposals_about
from kring.offer.directory.models import LinkProposal, Service
from kring.offer.directory.queries import kept_by, shown_services
from kring.offer.directory.states import SHOWN
from kring.trust.access.readers import Reader

MOST, MOST_TYPED = 12, 100


@dataclass(frozen=True, slots=True)
class Side:
    """One of two: what it is called, of whom, what it gives, and whether one keeps it oneself."""

    service: Service
    name: str
    of: str
    gives: str
    own: bool
    shown: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A proposal about a service one keeps; ``mine`` is made by one's own organisation."""

    proposal: LinkProposal
    other: Side
    mine: bool


def pairs_of(reader: Reader, service: Service) -> list[Side]:
    """What goes together with this service."""
    return [_side(reader, one) for one in beside_of(service)]


def asked_about(reader: Reader, service: Service) -> list[Asked]:
    """What is proposed about this service."""
    rows = proposals_about(Service.objects.filter(pk=service.pk))
    return [
        Asked(one, _side(reader, one.beside if mine else one.service), mine)
        for one in rows
        for mine in [one.service_id == service.pk]
    ]


def choosable(service: Service) -> QuerySet[Service]:
    """What could still go together with this service: kept here and shown."""
    taken = {service.pk, *(one.pk for one in beside_of(service))}
    for one in proposals_about(Service.objects.filter(pk=service.pk)):
        taken |= {one.service_id, one.beside_id}
    rows = shown_services().filter(source=None).exclude(pk__in=taken)
    return rows.select_related("organization").order_by("organization", "pk")


def to_choose(reader: Reader, service: Service, typed: str) -> list[Side]:
    """The first of one's own organisation, or of everybody with these words in a name."""
    rows = choosable(service)
    if typed:
        words = Q(name__nl__icontains=typed) | Q(organization__name__nl__icontains=typed)
        rows = rows.filter(words)
    else:
        rows = rows.filter(organization=service.organization_id)
    return [_side(reader, one) for one in rows[:MOST]]


def answerable(reader: Reader, key: UUID) -> LinkProposal | None:
    """A proposal about a service this worker keeps."""
    return proposals_about(kept_by(reader)).filter(key=key).first()


def may_accept(reader: Reader, proposal: LinkProposal) -> bool:
    """Whether this worker keeps the service that was asked for; who asked does not answer."""
    return proposal.beside.organization.ours_id in reader.organisation_ids


def _side(reader: Reader, one: Service) -> Side:
    return Side(
        service=one,
        name=in_language(one.name),
        of=in_language(one.organization.name),
        gives=in_language(one.description) if one.description else "",
        own=one.organization.ours_id in reader.organisation_ids,
        shown=one.state in SHOWN,
    )
