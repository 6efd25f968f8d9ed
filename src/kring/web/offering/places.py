"""From a place to its form and back, so that what the form has no field for stays."""

from collections.abc import Mapping
from typing import Any

from django import forms

from kring.offer.directory.models import Accessibility, Address, Location, Part
from kring.web.offering.described import fresh
from kring.web.offering.new_forms import NewPlaceForm, dutch

TEXTS = ("name", "transportation")
AT = ("address_1", "postal_code", "city")


class ChangePlaceForm(NewPlaceForm):
    """A place that is there already, as it stood when the page was opened."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


def place_values(location: Location) -> dict[str, Any]:
    """What stands in the directory, as the form shows it; give one that was read ``whole``."""
    address = next(iter(location.addresses.all()), Address())
    eased = next(iter(location.accessibility.all()), Accessibility())
    return {
        "version": location.version,
        "place_name": location.name.get("nl", ""),
        "street": address.address_1,
        "postcode": address.postal_code,
        "municipality": location.municipality,
        "accessibility": eased.description.get("nl", ""),
        "transportation": location.transportation.get("nl", ""),
    }


def values_by(form: ChangePlaceForm, location: Location) -> dict[str, Any]:
    """What the place itself says now; at another address nobody knows the exact spot any more."""
    values = form.values()
    texts = {
        name: _changed(getattr(location, name), values[name]) for name in ("name", "transportation")
    }
    moved = {} if _stands_where(form, location) else {"latitude": None, "longitude": None}
    return values | texts | moved


def parts_by(form: ChangePlaceForm, location: Location) -> list[Part]:
    """The parts of the place as they are now, with what the form cannot say as it stood."""
    address, *addresses = list(location.addresses.all()) or [Address()]
    for name, words in form.address().items():
        setattr(address, name, words)
    eased, *easings = list(location.accessibility.all()) or [Accessibility()]
    eased.description = _changed(eased.description, dutch(form.cleaned_data["accessibility"]))
    said = [eased] if eased.description or eased.details or eased.url else []
    kept = (location.schedules, location.languages, location.contacts, location.phones)
    others = [part for rows in kept for part in rows.all()]
    return [fresh(part) for part in [address, *addresses, *said, *easings, *others]]


def _stands_where(form: ChangePlaceForm, location: Location) -> bool:
    stood = next(iter(location.addresses.all()), Address())
    said = form.address()
    return all(getattr(stood, name) == said[name] for name in AT)


def _changed(before: Mapping[str, str], now: dict[str, str]) -> dict[str, str]:
    """A text with other Dutch: its translations are old, unless the Dutch stayed."""
    return dict(before) if before.get("nl", "") == now.get("nl", "") else now
