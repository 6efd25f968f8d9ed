"""Who may change what in the network."""

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from kring.registry.network.models import (
    Desk,
    Organisation,
    Partnership,
    PartnershipKind,
    PartnershipMember,
    RoleType,
    Worker,
)
from kring.registry.network.rules import (
    DESK_WORK,
    NETWORK_MANAGE,
    PRIVACY_OFFICER,
    REGION_COORDINATE,
    REGION_INTAKE,
)
from kring.support.requests.models import Request
from kring.trust.access.readers import Reader


def may_manage_desk(reader: Reader, desk: Desk) -> bool:
    """With the grant, for desks of the own organisation or region."""
    near = desk.region_id in reader.region_ids or desk.organisation_id in reader.organisation_ids
    return reader.may(NETWORK_MANAGE) and near and desk.closed_at is None


def may_make_fallback(reader: Reader, desk: Desk) -> bool:
    """Who keeps the present fallback desk gives that on; also where there is none yet."""
    if not may_manage_desk(reader, desk) or desk.fallback:
        return False
    now = Desk.objects.filter(fallback=True, closed_at__isnull=True).order_by("pk")
    return all(may_manage_desk(reader, other) for other in now)


def may_manage_organisation(reader: Reader, organisation: Organisation) -> bool:
    """With the grant, for the own organisation and those that work in the own region.

    Who also works in another region keeps itself: else one region could reach the people of another
    by naming their organisation a partner.
    """
    if not reader.may(NETWORK_MANAGE):
        return False
    if organisation.pk in reader.organisation_ids:
        return True
    desks = organisation.desks.filter(closed_at__isnull=True)
    takes_part = PartnershipMember.objects.filter(organisation=organisation, ends_at__isnull=True)
    regional = takes_part.filter(partnership__kind=PartnershipKind.ONE_FAMILY_ONE_PLAN)
    elsewhere = (
        desks.exclude(region__in=reader.region_ids).exists()
        or regional.exclude(partnership__in=reader.region_ids).exists()
    )
    return not elsewhere and (
        desks.filter(region__in=reader.region_ids).exists()
        or takes_part.filter(partnership__in=managed_partnerships(reader)).exists()
    )


def may_stop_organisation(reader: Reader, organisation: Organisation) -> bool:
    """The data protection officer stops every organisation, a keeper those within reach.

    Nobody stops their own: they would shut themselves out.
    """
    if organisation.pk in reader.organisation_ids:
        return False
    return reader.may(PRIVACY_OFFICER) or may_manage_organisation(reader, organisation)


def may_manage_partnership(reader: Reader, partnership: Partnership) -> bool:
    """With the grant, for the own region and for what the own organisation leads."""
    if not reader.may(NETWORK_MANAGE):
        return False
    return managed_partnerships(reader).filter(pk=partnership.pk).exists()


def managed_partnerships(reader: Reader) -> QuerySet[Partnership]:
    """The partnerships a keeper may change."""
    if not reader.may(NETWORK_MANAGE):
        return Partnership.objects.none()
    leading = PartnershipMember.objects.filter(
        organisation__in=reader.organisation_ids,
        role=PartnershipMember.Role.LEAD,
        ends_at__isnull=True,
    )
    own = Q(pk__in=reader.region_ids) | Q(pk__in=leading.values("partnership"))
    return Partnership.objects.filter(own, ends_on__isnull=True).order_by("name", "pk")


def roles_to_give(reader: Reader) -> QuerySet[RoleType]:
    """The roles a keeper may give: none that opens more than networks need, unless held oneself."""
    allowed = {DESK_WORK, REGION_INTAKE, REGION_COORDINATE, NETWORK_MANAGE} | reader.grants
    roles = RoleType.objects.order_by("pk")
    return roles.filter(pk__in=[role.pk for role in roles if allowed.issuperset(role.grants)])


def may_manage_worker(reader: Reader, worker: Worker) -> bool:
    """With the grant, for who works for an organisation one may manage; or for oneself."""
    return worker.pk == reader.worker_id or may_correct_worker(reader, worker)


def may_correct_worker(reader: Reader, worker: Worker) -> bool:
    """With the grant, for who works for an organisation one may manage; so for oneself too."""
    held = worker.roles.filter(ends_at__isnull=True).select_related("organisation").order_by("pk")
    return any(may_manage_organisation(reader, role.organisation) for role in held)


def may_hand_over_caseload(reader: Reader, worker: Worker) -> bool:
    """A keeper of the organisation of this worker or who coordinates there; nobody their own."""
    if worker.pk == reader.worker_id:
        return False
    return may_manage_worker(reader, worker) or _coordinates_with(reader, worker)


def _coordinates_with(reader: Reader, worker: Worker) -> bool:
    held = worker.roles.filter(ends_at__isnull=True, organisation__in=reader.organisation_ids)
    return reader.may(REGION_COORDINATE) and held.exists()


def check_desk_is_empty(desk: Desk) -> None:
    """No question may be left behind on a desk that closes."""
    lying = Request.objects.filter(desk=desk, closed_at__isnull=True).count()
    if lying:
        message = _("Op deze balie liggen nog %(count)s open vragen. Draag ze eerst over.")
        raise ValidationError(message % {"count": lying}, code="open_questions")
