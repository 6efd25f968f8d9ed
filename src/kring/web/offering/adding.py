"""From the form of a new service to the directory: its organisation, its place and itself at once."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4, uuid5

from django.db import transaction

from kring.foundation.journal.actor import Actor
from kring.offer.directory.actions import (
    AtLocation,
    Description,
    add_location,
    add_service,
    list_organization,
)
from kring.offer.directory.models import Eligibility, Location, Organization, Part, Phone, Service
from kring.web.offering.described import weekly
from kring.web.offering.new_forms import NewServiceForm


def key_of(form: NewServiceForm) -> UUID:
    """The key of what is sent: the same form sent twice is one service, of this organisation."""
    given = form.cleaned_data
    return uuid5(given["owner"].key, str(given["submission"] or uuid4()))


def add(form: NewServiceForm, *, key: UUID, by: Actor, at: datetime) -> Service:
    """Put all that was typed in the directory, or nothing of it. Raises ValidationError."""
    given = form.cleaned_data
    with transaction.atomic():
        owner = list_organization(ours=given["owner"], by=by, at=at)
        return add_service(
            organization=owner,
            described=_described(form, _places(form, owner, by, at)),
            confirm_every=given["confirm_every"],
            key=key,
            by=by,
            at=at,
        )


def _places(form: NewServiceForm, owner: Organization, by: Actor, at: datetime) -> list[Location]:
    places = form.chosen(form.cleaned_data)
    if form.wants_place(form.cleaned_data):
        places.append(add_location(organization=owner, by=by, at=at, **form.place()))
    return places


def _described(form: NewServiceForm, places: list[Location]) -> Description:
    given = form.cleaned_data
    parts: list[Part] = weekly(given)
    if given["phone"]:
        parts.append(Phone(number=given["phone"]))
    return Description(
        values=_values(given),
        eligibility=_eligibility(given),
        domains=given["domains"],
        parts=parts,
        places=[AtLocation(location=one) for one in places],
    )


def _values(given: dict[str, Any]) -> dict[str, Any]:
    told = given["description_nl"].strip()
    texts = {"name": {"nl": given["name_nl"].strip()}, "description": {"nl": told} if told else {}}
    plain = {name: given[name] for name in ("email", "reach", "pillar")}
    return plain | texts


def _eligibility(given: dict[str, Any]) -> Eligibility | None:
    said = {name: given[name] for name in ("minimum_months", "maximum_months", "expecting")}
    return Eligibility(**said) if said != {**dict.fromkeys(said), "expecting": False} else None
