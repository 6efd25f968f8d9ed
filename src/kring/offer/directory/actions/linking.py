"""Saying that two offers go together, and that they do so no more."""

from datetime import datetime

from django.db.models import Q, QuerySet

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.chain import Subject
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.foundation.outbox.actions import post
from kring.foundation.outbox.recipients import Recipient
from kring.offer.directory.models import LinkedOffer, LinkProposal, Service
from kring.offer.directory.rules import check_may_link
from kring.offer.directory.upkeep import changed


@action
def link_offers(*, service: Service, beside: Service, by: Actor, at: datetime) -> None:
    """Let two services go together: both have room or neither is offered. Raises ValidationError."""
    check_may_link(service, beside)
    if _between(service, beside).exists():
        nothing_changed()
        return
    LinkedOffer.objects.create(service=service, beside=beside)
    LinkProposal.objects.filter(_of(service, beside)).delete()
    _say("service.linked", service, beside, by=by, at=at)


@action
def unlink_offers(*, service: Service, beside: Service, by: Actor, at: datetime) -> None:
    """Let each of two services be offered on its own again."""
    if not _between(service, beside).delete()[0]:
        nothing_changed()
        return
    _say("service.unlinked", service, beside, by=by, at=at)


@action
def propose_link(*, service: Service, beside: Service, by: Actor, at: datetime) -> bool:
    """Ask the owner of ``beside`` to let the two go together; they hear of it by mail.

    Of one organisation they go together at once, and so they do when the other asked for the same.
    True when they go together now. Raises ValidationError.
    """
    check_may_link(service, beside)
    asked = LinkProposal.objects.filter(service=beside, beside=service).exists()
    if asked or service.organization_id == beside.organization_id:
        link_offers(service=service, beside=beside, by=by, at=at)
    elif _between(service, beside).exists() or _proposed(service, beside):
        nothing_changed()
    else:
        made = LinkProposal.objects.create(service=service, beside=beside, proposed_at=at)
        record(by=by, at=at, did="service.link_proposed", about=_about(service, beside))
        post(
            to=Recipient("offer_keeper", beside.organization.key),
            text="directory.link_proposed",
            link=f"/ons-aanbod/{beside.key}/",
            once=f"directory.link_proposed:{made.key}",
            by=by,
            at=at,
        )
    return _between(service, beside).exists()


@action
def accept_link(*, proposal: LinkProposal, by: Actor, at: datetime) -> None:
    """The owner of the other service agrees: from now on the two go together. ValidationError."""
    link_offers(service=proposal.service, beside=proposal.beside, by=by, at=at)


@action
def drop_link(*, proposal: LinkProposal, by: Actor, at: datetime) -> None:
    """The other owner does not agree, or who asked takes it back: each stays on its own."""
    if not LinkProposal.objects.filter(pk=proposal.pk).delete()[0]:
        nothing_changed()
        return
    about = _about(proposal.service, proposal.beside)
    record(by=by, at=at, did="service.link_dropped", about=about)


def _between(service: Service, beside: Service) -> QuerySet[LinkedOffer]:
    return LinkedOffer.objects.filter(_of(service, beside))


def _proposed(service: Service, beside: Service) -> bool:
    return LinkProposal.objects.filter(_of(service, beside)).exists()


def _of(service: Service, beside: Service) -> Q:
    return Q(service=service, beside=beside) | Q(service=beside, beside=service)


def _about(service: Service, beside: Service) -> list[Subject]:
    return [("service", one.key) for one in (service, beside)]


def _say(did: str, service: Service, beside: Service, *, by: Actor, at: datetime) -> None:
    """Both entries changed, so copies of the directory and the index take them anew."""
    both = [service, beside]
    Service.objects.filter(pk__in=[one.pk for one in both]).update(changed_at=at)
    changed(one.pk for one in both)
    record(by=by, at=at, did=did, about=_about(service, beside))
