"""What may be changed in the network; each refusal is a sentence beside its field."""

from collections.abc import Callable
from datetime import datetime, time

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _
from stdnum.be import vat
from stdnum.exceptions import ValidationError as WrongNumber

from kring.registry.network.models import (
    Absence,
    Desk,
    Partnership,
    PartnershipArea,
    PartnershipKind,
    Worker,
)
from kring.registry.places.models import Municipality

DESK_WORK = "desk.work"
REGION_INTAKE = "region.intake"
REGION_COORDINATE = "region.coordinate"
NETWORK_MANAGE = "network.manage"
AGENCY_FIGURES = "agency.figures"
TERMS_CHANGE = "terms.change"
PRIVACY_OFFICER = "privacy.officer"
GRANTS = (
    DESK_WORK,
    REGION_INTAKE,
    REGION_COORDINATE,
    NETWORK_MANAGE,
    AGENCY_FIGURES,
    TERMS_CHANGE,
    PRIVACY_OFFICER,
)
"""What a role may do: work at a desk; read and lead the intake of a region; see its counts and
partners but no content; change organisations, desks and workers; see published figures; change
terms, which hold for every network at once and so are the agency's; keep files from being
destroyed and read what was destroyed, without seeing a file."""

type Hours = list[tuple[int, time, time]]


def check_enterprise_number(text: str) -> str | None:
    """The ten digits of an enterprise number (KBO), None when empty; raises ValidationError."""
    if not text.strip():
        return None
    try:
        digits: str = vat.validate(text)
    except WrongNumber as error:
        message = _("Dit ondernemingsnummer klopt niet. Schrijf het zoals 0123.456.749.")
        raise ValidationError({"enterprise_number": message}) from error
    return digits


def check_hours(hours: Hours) -> None:
    """Each slot opens before it closes, and slots of one day do not overlap."""
    last: dict[int, time] = {}
    for weekday, opens, closes in sorted(hours):
        if closes <= opens:
            raise ValidationError({"hours": _("Het einde van een openingsuur ligt voor het begin.")})
        if weekday in last and opens < last[weekday]:
            raise ValidationError({"hours": _("Twee openingsuren van dezelfde dag overlappen.")})
        last[weekday] = closes


def check_may_close_desk(desk: Desk, at: datetime) -> None:
    """A desk is closed once, and never the fallback desk: every question must lie somewhere."""
    if desk.closed_at is not None and desk.closed_at <= at:
        raise ValidationError(_("Deze balie is al gesloten."), code="closed")
    if desk.fallback:
        message = _("Dit is de vangnetbalie. Wijs eerst een andere vangnetbalie aan.")
        raise ValidationError(message, code="fallback")


def may_close_desk(desk: Desk, at: datetime) -> bool:
    """Whether ``check_may_close_desk`` has nothing against it."""
    return _allows(lambda: check_may_close_desk(desk, at))


def check_may_hand_over_to(from_desk: Desk, to_desk: Desk, at: datetime) -> None:
    """A question goes to another desk that is open."""
    if from_desk.pk == to_desk.pk:
        raise ValidationError(_("De vraag ligt al op deze balie. Kies een andere."), code="same")
    if to_desk.closed_at is not None and to_desk.closed_at <= at:
        raise ValidationError(_("Deze balie is gesloten. Kies een andere."), code="closed")


def may_hand_over_to(from_desk: Desk, to_desk: Desk, at: datetime) -> bool:
    """Whether ``check_may_hand_over_to`` has nothing against it."""
    return _allows(lambda: check_may_hand_over_to(from_desk, to_desk, at))


def check_may_add_area(partnership: Partnership, municipality: Municipality, at: datetime) -> None:
    """A municipality exists now and lies in one 1 Gezin 1 Plan region at a time."""
    if municipality.successor is not None:
        words = {"old": municipality.name_nl, "new": municipality.successor.name_nl}
        message = _("%(old)s is nu een deel van %(new)s. Kies %(new)s.") % words
        raise ValidationError({"municipality": message})
    if partnership.kind != PartnershipKind.ONE_FAMILY_ONE_PLAN:
        return
    others = PartnershipArea.objects.running(at).exclude(partnership=partnership)
    others = others.filter(municipality=municipality, partnership__kind=partnership.kind)
    other = others.select_related("partnership").first()
    if other is not None:
        words = {"place": municipality.name_nl, "region": other.partnership.name}
        message = _("%(place)s ligt al in het werkgebied van %(region)s.") % words
        raise ValidationError({"municipality": message})


def check_still_works_here(worker: Worker, at: datetime) -> None:
    """Somebody who left gets no role, duty or absence."""
    if worker.left_at is not None and worker.left_at <= at:
        message = _("%(name)s werkt hier niet meer.") % {"name": worker.name}
        raise ValidationError({"worker": message})


def check_can_be_reached(worker: Worker) -> None:
    """Who works here has an address or a number, else no message ever reaches them."""
    if not worker.email and not worker.phone:
        message = _("Vul een e-mailadres of een telefoon in: anders komt er nooit een bericht aan.")
        raise ValidationError({"email": message})


def check_absence(
    worker: Worker, deputy: Worker | None, starts_at: datetime, ends_at: datetime | None
) -> None:
    """The deputy is somebody else who works here; two absences do not overlap."""
    if deputy is not None and deputy.pk == worker.pk:
        raise ValidationError({"deputy": _("Kies iemand anders als vervanger.")})
    if deputy is not None and deputy.left_at is not None and deputy.left_at <= starts_at:
        message = _("%(name)s werkt hier niet meer. Kies iemand anders.") % {"name": deputy.name}
        raise ValidationError({"deputy": message})
    if ends_at is not None and ends_at <= starts_at:
        raise ValidationError({"ends_at": _("Het einde ligt voor het begin.")})
    overlapping = Absence.objects.filter(worker=worker)
    overlapping = overlapping.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=starts_at))
    if ends_at is not None:
        overlapping = overlapping.filter(starts_at__lt=ends_at)
    if overlapping.exists():
        message = _("%(name)s is in deze periode al als afwezig ingeschreven.")
        raise ValidationError({"starts_at": message % {"name": worker.name}})


def _allows(check: Callable[[], None]) -> bool:
    try:
        check()
    except ValidationError:
        return False
    return True
