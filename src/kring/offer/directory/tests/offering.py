"""A small offer to try things on: a playgroup of the House of the Child in Geel."""

from datetime import UTC, datetime, time
from typing import Any

from tests.cast import geel, organisation

from kring.foundation.journal.actor import SYSTEM
from kring.offer.directory.actions import (
    AtLocation,
    Description,
    add_activity,
    add_location,
    add_service,
    list_organization,
)
from kring.offer.directory.models import (
    Activity,
    Address,
    Eligibility,
    Language,
    Location,
    Organization,
    Phone,
    Schedule,
    Service,
)

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
BY = {"by": SYSTEM, "at": NOW}


def house() -> Organization:
    """The House of the Child in the directory."""
    return list_organization(ours=organisation("Huis van het Kind Geel", "hvhk"), **BY)


def hall(owner: Organization) -> Location:
    """Where it meets."""
    parts = [Address(address_1="Markt 1", city="Geel", postal_code="2440")]
    place = {"name": {"nl": "De Speelzolder"}, "municipality": geel()}
    return add_location(
        organization=owner, values=place | {"latitude": 51.16, "longitude": 4.99}, parts=parts, **BY
    )


def tuesdays() -> Schedule:
    """Every Tuesday from half past nine to half past eleven."""
    return Schedule(freq="WEEKLY", byday="TU", opens_at=time(9, 30), closes_at=time(11, 30))


def described(**changes: Any) -> Description:
    """A playgroup for children from birth until their third birthday."""
    values = {
        "name": {"nl": "Speelgroep", "fr": "Groupe de jeu", "en": "Playgroup"},
        "description": {"nl": "Samen spelen, met je kind."},
        "pillar": "meeting",
        "reach": "universal",
        "entry": "direct",
    }
    said: dict[str, Any] = {
        "values": values | changes.pop("values", {}),
        "eligibility": Eligibility(minimum_months=0, maximum_months=36),
        "domains": ("cohesion",),
        "parts": [tuesdays(), Language(code="nl"), Phone(number="014 00 00 00")],
    }
    return Description(**said | changes)


def playgroup(**changes: Any) -> Service:
    """The playgroup, confirmed every six months."""
    owner = house()
    places = [AtLocation(location=hall(owner))]
    said = described(**{"places": places} | changes)
    return add_service(organization=owner, described=said, confirm_every=6, **BY)


def morning(service: Service) -> Activity:
    """A morning one signs up for."""
    values = {"name": {"nl": "Muziek op schoot"}, "sign_up": True}
    return add_activity(service=service, location=None, values=values, **BY)
