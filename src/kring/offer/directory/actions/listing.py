"""Organisations and their places come into the directory, and change."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.offer.directory.actions.describing import (
    check_parts,
    check_values,
    touch_services,
    write_parts,
)
from kring.offer.directory.models import (
    Location,
    Organization,
    Part,
    Service,
    ServiceAtLocation,
)
from kring.offer.directory.rules import check_goes_on, check_is_own, check_named, lies_on_earth
from kring.registry.network.models import Organisation


@action
def list_organization(*, ours: Organisation, by: Actor, at: datetime) -> Organization:
    """Show an organisation of the network in the directory; once."""
    known = Organization.objects.filter(ours=ours).first()
    if known is not None:
        nothing_changed()
        return known
    listed = Organization.objects.create(ours=ours, name={"nl": ours.name}, added_at=at, changed_at=at)
    record(by=by, at=at, did="organization.listed", about=_about(listed))
    return listed


@action
def change_organization(
    *,
    organization: Organization,
    version: int,
    values: Mapping[str, Any],
    parts: Sequence[Part],
    by: Actor,
    at: datetime,
) -> None:
    """Say something else of an organisation; ``parts`` are all its contacts and telephones.

    Raises ValidationError, and StaleRecord when another save came first.
    """
    check_is_own(organization)
    check_values(Organization, values)
    check_named(values.get("name", organization.name))
    check_parts(Organization, parts)
    organization.save_from(version, **values, changed_at=at)
    write_parts(organization, parts)
    touch_services(organization.services.all(), at)
    record(by=by, at=at, did="organization.changed", about=_about(organization), fields=sorted(values))


@action
def add_location(
    *,
    organization: Organization,
    values: Mapping[str, Any],
    parts: Sequence[Part] = (),
    by: Actor,
    at: datetime,
) -> Location:
    """A place of an organisation, with its addresses, hours and what makes it accessible."""
    check_is_own(organization)
    check_location(values, parts)
    location = Location.objects.create(organization=organization, **values, added_at=at, changed_at=at)
    write_parts(location, parts, fresh=True)
    record(by=by, at=at, did="location.added", about=_about(organization, location))
    return location


@action
def give_at(
    *, service: Service, values: Mapping[str, Any], parts: Sequence[Part] = (), by: Actor, at: datetime
) -> Location:
    """A place more where a service is given; the same place twice is one. Raises ValidationError."""
    check_is_own(service)
    check_goes_on(service)
    there = service.service_at_locations.select_related("location")
    stands = {f"location__{name}": values.get(name) for name in ("name", "municipality")}
    known = there.filter(**stands).first()
    if known is not None:
        nothing_changed()
        return known.location
    owner = service.organization
    location = add_location(organization=owner, values=values, parts=parts, by=by, at=at)
    ServiceAtLocation.objects.create(service=service, location=location)
    touch_services(Service.objects.filter(pk=service.pk), at)
    about = [*_about(owner, location), ("service", service.key)]
    record(by=by, at=at, did="service.given_there", about=about)
    return location


@action
def change_location(
    *,
    location: Location,
    version: int,
    values: Mapping[str, Any],
    parts: Sequence[Part],
    by: Actor,
    at: datetime,
) -> None:
    """Say something else of a place; the services given there changed with it. Raises StaleRecord."""
    check_is_own(location)
    stands = ("location_type", "latitude", "longitude", "municipality")
    check_location({name: getattr(location, name) for name in stands} | dict(values), parts)
    location.save_from(version, **values, changed_at=at)
    write_parts(location, parts)
    there = Q(service_at_locations__location=location)
    touch_services(Service.objects.filter(pk__in=Service.objects.filter(there).values("pk")), at)
    about = _about(location.organization, location)
    record(by=by, at=at, did="location.changed", about=about, fields=sorted(values))


def check_location(values: Mapping[str, Any], parts: Sequence[Part]) -> None:
    """A place lies on earth, unless it is virtual; raises ValidationError."""
    check_values(Location, values)
    check_parts(Location, parts)
    latitude, longitude = values.get("latitude"), values.get("longitude")
    if (latitude is None) != (longitude is None):
        raise ValidationError({"latitude": _("Schrijf de breedte en de lengte, of geen van beide.")})
    if latitude is not None and longitude is not None and not lies_on_earth(latitude, longitude):
        raise ValidationError({"latitude": _("Deze plek ligt niet op aarde.")})
    if values.get("location_type") == "virtual" and values.get("municipality") is not None:
        raise ValidationError({"municipality": _("Wat op afstand is, ligt in geen gemeente.")})


def _about(organization: Organization | None, location: Location | None = None) -> list[Any]:
    about: list[Any] = [("organization", organization.key)] if organization else []
    return about + ([("location", location.key)] if location else [])
