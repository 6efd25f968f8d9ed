"""A service is added, changed, confirmed, closed for now and withdrawn by its owner."""

from datetime import datetime
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kring.foundation.deadlines.calendar import due_at
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.chain import Subject
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.offer.directory.actions.describing import (
    Description,
    check_description,
    write_description,
)
from kring.offer.directory.models import Organization, Service
from kring.offer.directory.rules import (
    check_confirm_every,
    check_free_places,
    check_goes_on,
    check_is_own,
)
from kring.offer.directory.states import SERVICE
from kring.offer.directory.upkeep import changed


@action
def add_service(
    *,
    organization: Organization,
    described: Description,
    confirm_every: int,
    by: Actor,
    at: datetime,
    key: UUID | None = None,
) -> Service:
    """Add a service, confirmed by being written; the same key twice is one. ValidationError."""
    known = Service.objects.filter(key=key, organization=organization).first() if key else None
    if known is not None:
        nothing_changed()
        return known
    check_is_own(organization)
    check_confirm_every(confirm_every)
    check_description(described)
    check_places_are_own(described)
    service = Service.objects.create(
        key=key or uuid4(),
        organization=organization,
        **described.values,
        confirm_every=confirm_every,
        confirmed_at=at,
        confirm_before=fresh_until(confirm_every, at),
        added_at=at,
        changed_at=at,
    )
    write_description(service, described, fresh=True)
    record(by=by, at=at, did="service.added", about=about(service))
    return service


@action
def change_service(
    *,
    service: Service,
    version: int,
    described: Description,
    confirm_every: int,
    by: Actor,
    at: datetime,
) -> None:
    """Let this be all that is said of a service; who changes it confirms it.

    Raises ValidationError, and StaleRecord when another save came first.
    """
    check_is_own(service)
    check_goes_on(service)
    check_confirm_every(confirm_every)
    check_description(described)
    check_places_are_own(described)
    service.save_from(
        version,
        **described.values,
        confirm_every=confirm_every,
        confirmed_at=at,
        confirm_before=fresh_until(confirm_every, at),
        changed_at=at,
    )
    write_description(service, described, fresh=False)
    fields = sorted(described.values)
    record(by=by, at=at, did="service.changed", about=about(service), fields=fields)


@action
def confirm_service(*, service: Service, by: Actor, at: datetime, address: str = "") -> None:
    """Say that all of it still holds; fresh again from now. ``address``: who said so by mail."""
    check_is_own(service)
    check_goes_on(service)
    Service.objects.filter(pk=service.pk).update(
        confirmed_at=at,
        confirmed_by=address,
        confirm_before=fresh_until(service.confirm_every or 1, at),
        changed_at=at,
    )
    service.refresh_from_db()
    changed([service.pk])
    record(by=by, at=at, did="service.confirmed", about=about(service))


@action
def state_free_places(*, service: Service, places: int | None, by: Actor, at: datetime) -> None:
    """Say how many places are free now; None takes it back, so that nobody reads an old number."""
    check_is_own(service)
    check_goes_on(service)
    check_free_places(places)
    stated_at = None if places is None else at
    Service.objects.filter(pk=service.pk).update(
        free_places=places, free_places_at=stated_at, changed_at=at
    )
    service.refresh_from_db()
    changed([service.pk])
    record(by=by, at=at, did="service.free_places", about=about(service), places=places)


@action
def close_for_now(*, service: Service, by: Actor, at: datetime) -> None:
    """The service cannot be asked for at the moment; it stays in the directory. CannotMove."""
    _move(service, "close_for_now", by=by, at=at)


@action
def open_again(*, service: Service, by: Actor, at: datetime) -> None:
    """The service can be asked for again. Raises CannotMove."""
    _move(service, "open_again", by=by, at=at)


@action
def put_aside(*, service: Service, by: Actor, at: datetime) -> None:
    """The service is not shown for the moment. Raises CannotMove."""
    _move(service, "put_aside", by=by, at=at)


@action
def withdraw_service(*, service: Service, by: Actor, at: datetime) -> None:
    """The service has stopped for good; who kept its address still reads that. CannotMove."""
    _move(service, "withdraw", by=by, at=at, withdrawn_at=at, free_places=None, free_places_at=None)


def fresh_until(months: int, at: datetime) -> datetime:
    """When what was confirmed at ``at`` is stale: the end of the same local day, months later."""
    return due_at(at, f"P{months}M")


def check_places_are_own(described: Description) -> None:
    """A service is given at places of ours, never at one that a feed may take away."""
    if any(place.location.foreign for place in described.places):
        raise ValidationError({"places": _("Deze plaats komt van een andere gids. Voeg haar zelf toe.")})


def about(service: Service) -> list[Subject]:
    """Whom an entry about this service concerns."""
    return [("service", service.key), ("organization", service.organization.key)]


def _move(service: Service, verb: str, *, by: Actor, at: datetime, **values: object) -> None:
    check_is_own(service)
    SERVICE.move(service, verb, changed_at=at, **values)
    changed([service.pk])
    record(by=by, at=at, did=SERVICE.transition(verb).journalled, about=about(service))
