"""Who may change what in the network."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kring.registry.network.models import Desk, Organisation, Worker
from kring.registry.network.rules import NETWORK_MANAGE
from kring.support.requests.models import Request
from kring.trust.access.readers import Reader


def may_manage_desk(reader: Reader, desk: Desk) -> bool:
    """With the grant, for desks of the own organisation or region."""
    near = desk.region_id in reader.region_ids or desk.organisation_id in reader.organisation_ids
    return reader.may(NETWORK_MANAGE) and near and desk.closed_at is None


def may_manage_organisation(reader: Reader, organisation: Organisation) -> bool:
    """With the grant, for the own organisation and those with a desk in the own region."""
    if not reader.may(NETWORK_MANAGE):
        return False
    if organisation.pk in reader.organisation_ids:
        return True
    return organisation.desks.filter(region__in=reader.region_ids).exists()


def may_manage_worker(reader: Reader, worker: Worker) -> bool:
    """With the grant, for who works for an organisation one may manage; or for oneself."""
    if worker.pk == reader.worker_id:
        return True
    held = worker.roles.filter(ends_at__isnull=True).select_related("organisation").order_by("pk")
    return any(may_manage_organisation(reader, role.organisation) for role in held)


def check_desk_is_empty(desk: Desk) -> None:
    """No question may be left behind on a desk that closes."""
    lying = Request.objects.filter(desk=desk, closed_at__isnull=True).count()
    if lying:
        message = _("Op deze balie liggen nog %(count)s open vragen. Draag ze eerst over.")
        raise ValidationError(message % {"count": lying}, code="open_questions")
