"""Organisations and their sites open, change and close."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import DateTimeField, Value
from django.db.models.functions import Greatest
from django.utils.translation import gettext as _

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.foundation.records.folding import fold
from kring.registry.network.models import Organisation, Pause, Site
from kring.registry.network.rules import check_enterprise_number
from kring.registry.places.models import Municipality


@action
def open_organisation(
    *,
    by: Actor,
    at: datetime,
    name: str,
    sector: str,
    enterprise_number: str = "",
    invented: bool = False,
) -> Organisation:
    """Write an organisation down. Raises ValidationError for a wrong or known enterprise number."""
    organisation = Organisation(
        name=name.strip(),
        search_name=fold(name)[:200],
        sector=sector,
        enterprise_number=check_enterprise_number(enterprise_number),
        invented=invented,
    )
    organisation.clean_fields(exclude=["search_name"])
    _check_number_free(organisation)
    organisation.save(force_insert=True)
    record(by=by, at=at, did="organisation.opened", about=[("organisation", organisation.key)])
    return organisation


@action
def correct_organisation(
    *, by: Actor, at: datetime, organisation: Organisation, version: int, **changes: Any
) -> Organisation:
    """Change name, sector or enterprise number. Raises StaleRecord and ValidationError."""
    _only(changes, "name", "sector", "enterprise_number")
    if "enterprise_number" in changes:
        changes["enterprise_number"] = check_enterprise_number(changes["enterprise_number"] or "")
    draft = Organisation.objects.get(pk=organisation.pk)
    for name, value in changes.items():
        setattr(draft, name, value)
    draft.clean_fields(exclude=["search_name"])
    _check_number_free(draft)
    organisation.save_from(version, **changes, search_name=fold(draft.name)[:200])
    about = [("organisation", organisation.key)]
    record(by=by, at=at, did="organisation.corrected", about=about, fields=sorted(changes))
    return organisation


@action
def pause_organisation(*, by: Actor, at: datetime, organisation: Organisation, because: str) -> Pause:
    """Let the accounts of an organisation open nothing from the next request on.

    Desks and questions stay as they are. Raises ValidationError without a reason.
    """
    if not because.strip():
        raise ValidationError({"because": _("Schrijf in een korte zin waarom.")})
    running = Pause.objects.filter(organisation=organisation, ends_at__isnull=True).first()
    if running is not None:
        nothing_changed()
        return running
    pause = Pause.objects.create(organisation=organisation, because=because.strip()[:400], starts_at=at)
    about = [("organisation", organisation.key)]
    record(by=by, at=at, did="organisation.paused", about=about, because=pause.because[:200])
    return pause


@action
def resume_organisation(*, by: Actor, at: datetime, organisation: Organisation) -> None:
    """The accounts of an organisation open again what their roles open."""
    running = Pause.objects.filter(organisation=organisation, ends_at__isnull=True)
    if not running.update(ends_at=Greatest("starts_at", Value(at, DateTimeField()))):
        nothing_changed()
        return
    record(by=by, at=at, did="organisation.resumed", about=[("organisation", organisation.key)])


@action
def close_organisation(
    *, by: Actor, at: datetime, organisation: Organisation, closed_on: date
) -> Organisation:
    """An organisation stops; refused while one of its desks is open."""
    if organisation.desks.filter(closed_at__isnull=True).exists():
        message = _("Sluit eerst de balies van deze organisatie: er kunnen nog vragen liggen.")
        raise ValidationError(message, code="open_desks")
    organisation.save_from(organisation.version, closed_on=closed_on)
    record(by=by, at=at, did="organisation.closed", about=[("organisation", organisation.key)])
    return organisation


@action
def open_site(
    *,
    by: Actor,
    at: datetime,
    organisation: Organisation,
    name: str,
    municipality: Municipality,
    street: str = "",
    phone: str = "",
    email: str = "",
    invented: bool = False,
) -> Site:
    """A place where an organisation works; ``invented`` marks a made-up address."""
    site = Site(
        organisation=organisation,
        name=name.strip(),
        municipality=municipality,
        street=street.strip(),
        phone=phone.strip(),
        email=email.strip(),
        invented=invented,
    )
    site.clean_fields(exclude=["organisation", "municipality"])
    site.save(force_insert=True)
    record(by=by, at=at, did="site.opened", about=[("organisation", organisation.key)])
    return site


@action
def correct_site(*, by: Actor, at: datetime, site: Site, version: int, **changes: Any) -> Site:
    """Change name, street, municipality, telephone or e-mail of a site. Raises StaleRecord."""
    _only(changes, "name", "street", "municipality", "phone", "email")
    draft = Site.objects.get(pk=site.pk)
    for name, value in changes.items():
        setattr(draft, name, value)
    draft.clean_fields(exclude=["organisation", "municipality"])
    site.save_from(version, **changes)
    about = [("organisation", site.organisation.key)]
    record(by=by, at=at, did="site.corrected", about=about, fields=sorted(changes))
    return site


@action
def close_site(*, by: Actor, at: datetime, site: Site, closed_on: date) -> Site:
    """An organisation no longer works at this place."""
    site.save_from(site.version, closed_on=closed_on)
    record(by=by, at=at, did="site.closed", about=[("organisation", site.organisation.key)])
    return site


def _check_number_free(organisation: Organisation) -> None:
    number = organisation.enterprise_number
    same = Organisation.objects.filter(enterprise_number=number).exclude(pk=organisation.pk)
    if number and same.exists():
        message = _("Dit ondernemingsnummer hoort al bij een andere organisatie.")
        raise ValidationError({"enterprise_number": message})


def _only(changes: dict[str, Any], *allowed: str) -> None:
    unknown = changes.keys() - set(allowed)
    if unknown:
        raise TypeError(f"not to be corrected here: {sorted(unknown)}")
