"""Stopping an organisation for good: a deed that joins rooms."""

from datetime import datetime

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action
from kring.registry.network.actions import close_desk, close_organisation, end_partner
from kring.registry.network.models import Desk, Organisation, PartnershipMember, WorkerRole
from kring.registry.network.queries import workers_of
from kring.trust.access.actions import end_involvements_of
from kring.web.partners.actions import see_off, take_role
from kring.web.partners.rules import check_desk_is_empty


@action
def close_partner(*, organisation: Organisation, by: Actor, at: datetime) -> None:
    """An organisation stops: who only works there is out at once, and its desks and access end.

    Raises ValidationError while an open question lies on one of its desks, or it runs the fallback
    desk: no question is left behind.
    """
    desks = list(Desk.objects.filter(organisation=organisation, closed_at__isnull=True).order_by("pk"))
    for desk in desks:
        check_desk_is_empty(desk)
        close_desk(by=by, at=at, desk=desk)
    for worker in list(workers_of(organisation, at)):
        held = WorkerRole.objects.filter(worker=worker, ends_at__isnull=True)
        if not held.exclude(organisation=organisation).exists():
            see_off(by=by, at=at, worker=worker)
            continue
        here = held.filter(organisation=organisation).select_related("worker", "organisation")
        for role in here.order_by("pk"):
            take_role(by=by, at=at, held=role)
    end_involvements_of(organisation, at=at)
    for member in (
        PartnershipMember.objects.filter(organisation=organisation, ends_at__isnull=True)
        .select_related("partnership", "organisation")
        .order_by("pk")
    ):
        end_partner(by=by, at=at, member=member)
    close_organisation(by=by, at=at, organisation=organisation, closed_on=local_day(at))
