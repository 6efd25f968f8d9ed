"""One record of a feed as the directory would keep it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid5

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kring.exchange.hsds.classified import Classified, classified
from kring.exchange.hsds.fields import LOCATION, MUST_SAY, ORGANIZATION, PARTS, SERVICE
from kring.exchange.hsds.fitting import (
    Fitted,
    Spec,
    UnfitError,
    day,
    fit,
    fit_checked,
    number,
    plain,
    text,
)
from kring.exchange.hsds.placing import Placing
from kring.exchange.hsds.report import Report
from kring.foundation.deadlines.calendar import start_of_day
from kring.offer.directory.actions import AtLocation, Description, Said
from kring.offer.directory.actions.describing import check_values
from kring.offer.directory.actions.listing import check_location
from kring.offer.directory.models import (
    Eligibility,
    Location,
    Organization,
    Part,
    Service,
)
from kring.offer.directory.rules import check_ages, check_part
from kring.offer.directory.states import INACTIVE
from kring.offer.directory.states import SERVICE as SERVICE_STATES

ORGANIZATION_PARTS = ("contacts", "phones")
LOCATION_PARTS = ("addresses", "accessibility", "schedules", "languages", "contacts", "phones")
SERVICE_PARTS = (
    "schedules",
    "languages",
    "cost_options",
    "required_documents",
    "service_areas",
    "contacts",
    "phones",
)
PLACE_PARTS = ("schedules", "contacts", "phones")
READ_AS = 3
"""Counts up when a record is read otherwise than before, so that what was the same is read anew."""
OLDEST = 129
MONTHS = 12
_AGE = number(0, OLDEST)
AGES: Spec = {
    "minimum_age": ("minimum", _AGE),
    "maximum_age": ("maximum", _AGE),
    "eligibility_description": ("words", text()),
}
PLACE: Spec = {"description": ("description", text())}
PLACE_HANDLED = ("id", "location", "location_id", "service_id", *PLACE_PARTS)
SETTLED = ("status", "assured_date", "organization_id", "service_at_locations", *AGES)


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a feed: its kind, its id, and what it says."""

    kind: str
    found: str
    raw: Mapping[str, Any]


type Check = Callable[[dict[str, Any]], None]


class Saying:
    """Reads the records of one feed; ``space`` gives a key to what has none of its own."""

    def __init__(self, report: Report, language: str, space: UUID) -> None:
        self.report, self.language, self.space = report, language, space
        self.placing = Placing()

    def organization(self, found: str, raw: Mapping[str, Any]) -> Said:
        """An organisation. Raises ValidationError when it cannot be kept."""
        record = self._record("organizations", found, raw)
        fitted = self._fitted(record, ORGANIZATION, _checking(Organization), ORGANIZATION_PARTS)
        return self._said(record, fitted, _every(Organization, ORGANIZATION), ORGANIZATION_PARTS)

    def location(self, found: str, raw: Mapping[str, Any], owner: Organization | None) -> Said:
        """A place. Raises ValidationError when it cannot be kept."""
        record = self._record("locations", found, raw)
        handled = ("organization_id", *LOCATION_PARTS)
        fitted = self._fitted(record, LOCATION, lambda values: check_location(values, ()), handled)
        empty = _every(Location, LOCATION) | {"organization": owner}
        said = self._said(record, fitted, empty, LOCATION_PARTS)
        lies_in = self.placing.of(said.values, said.parts)
        return replace(said, values={**said.values, "municipality": lies_in})

    def service(
        self, found: str, raw: Mapping[str, Any], locations: Mapping[str, Location]
    ) -> tuple[Said, Description, str, datetime | None]:
        """A service: the record, all that is said of it, its state and when it was confirmed."""
        record = self._record("services", found, raw)
        fitted = self._fitted(record, SERVICE, _checking(Service), (*SETTLED, *SERVICE_PARTS))
        terms = self._terms(record, fitted)
        described = Description(
            values=_every(Service, SERVICE) | fitted.values | terms.fields,
            eligibility=self._eligibility(record, fitted, terms),
            typemodule=terms.typemodule,
            domains=terms.domains,
            situations=terms.situations,
            parts=self._parts(record, SERVICE_PARTS),
            places=self._places(record, locations),
            terms=terms.foreign,
        )
        state, confirmed_at = self._state(record, fitted), self._confirmed(record, fitted)
        said = Said(found, digest(record.raw), {}, key_of(found), also=fitted.also)
        return said, described, state, confirmed_at

    def _record(self, kind: str, found: str, raw: Mapping[str, Any]) -> Record:
        said = plain(raw)
        if said != raw:
            self.report.mended(kind, found, "", _("Hier staan tekens in die geen tekst zijn."))
        return Record(kind, found, said)

    def _said(
        self, record: Record, fitted: Fitted, empty: dict[str, Any], parts: tuple[str, ...]
    ) -> Said:
        return Said(
            record.found,
            digest(record.raw),
            empty | fitted.values,
            key_of(record.found),
            self._parts(record, parts),
            fitted.also,
        )

    def _fitted(self, record: Record, spec: Spec, check: Check, handled: tuple[str, ...]) -> Fitted:
        fitted = fit_checked(spec, record.raw, self.language, check, ("id", *handled))
        self._tell_unfit(record, fitted)
        return fitted

    def _tell_unfit(self, record: Record, fitted: Fitted, within: str = "") -> None:
        for name, why in fitted.unfit.items():
            self.report.mended(record.kind, record.found, f"{within}{name}", why)

    def _parts(self, record: Record, names: tuple[str, ...], of: Any = None) -> list[Part]:
        """The parts a record, or a place ``of`` it, is described with."""
        parts: list[Part] = []
        for name in names:
            said = (record.raw if of is None else of).get(name) or []
            if not isinstance(said, list):
                self.report.refused(record.kind, record.found, _("Dit is geen lijst."), field=name)
                continue
            parts += [part for one in said if (part := self._part(record, name, one))]
        return parts

    def _part(self, record: Record, name: str, raw: Any) -> Part | None:
        model = PARTS[name][0]
        try:
            fitted = self._fitted_part(name, raw)
        except ValidationError as error:
            why = " ".join(error.messages)
            self.report.refused(record.kind, record.found, why, field=name)
            return None
        self._tell_unfit(record, fitted, f"{name}.")
        part = model(**fitted.values, also=fitted.also)
        part.key = self._key(raw.get("id"), f"{record.found}:{name}")
        return part

    def _fitted_part(self, name: str, raw: Any) -> Fitted:
        """A part that can be kept. Raises ValidationError."""
        model, spec = PARTS[name]
        if not isinstance(raw, dict):
            raise ValidationError(_("Dit is geen gegeven van HSDS."))
        missing = [one for one in MUST_SAY.get(name, ()) if raw.get(one) in (None, "")]
        if missing:
            raise ValidationError(_("Hier ontbreekt: %(what)s.") % {"what": ", ".join(missing)})
        return fit_checked(spec, raw, self.language, lambda said: check_part(model(**said)), ("id",))

    def _places(self, record: Record, locations: Mapping[str, Location]) -> list[AtLocation]:
        said = record.raw.get("service_at_locations")
        places: dict[int, AtLocation] = {}
        for one in said if isinstance(said, list) else []:
            location = locations.get(_place_named(one))
            if location is None or location.pk in places:
                why = _("Deze plaats is niet gekend, of staat er twee keer.")
                self.report.refused(record.kind, record.found, why, field="service_at_locations")
            else:
                places[location.pk] = self._place(record, one, location)
        return list(places.values())

    def _place(self, record: Record, raw: Mapping[str, Any], location: Location) -> AtLocation:
        fitted = fit(PLACE, raw, self.language, PLACE_HANDLED)
        self._tell_unfit(record, fitted, "service_at_locations.")
        return AtLocation(
            location=location,
            description=fitted.values.get("description", {}),
            parts=self._parts(record, PLACE_PARTS, of=raw),
            also=fitted.also,
            key=self._key(raw.get("id"), f"{record.found}:{location.pk}"),
        )

    def _key(self, said: Any, otherwise: str) -> UUID:
        return key_of(said) or uuid5(self.space, f"{otherwise}:{said}")

    def _terms(self, record: Record, fitted: Fitted) -> Classified:
        """The terms of our own lists that it says; its other attributes are handed on."""
        terms = classified(record.raw.get("attributes"))
        if terms.left:
            fitted.also["attributes"] = terms.left
        elif terms.terms:
            del fitted.also["attributes"]
        return terms

    def _eligibility(self, record: Record, fitted: Fitted, terms: Classified) -> Eligibility | None:
        """Ages are told in years; the highest one is still let in, until the next birthday."""
        raw = {name: record.raw.get(name) for name in AGES}
        said = fit(AGES, raw, self.language)
        minimum, maximum = months(said.values.get("minimum")), until(said.values.get("maximum"))
        try:
            check_ages(minimum, maximum)
        except ValidationError as error:
            said.set_aside(AGES, raw, ("minimum", "maximum"), " ".join(error.messages))
            minimum = maximum = None
        self._tell_unfit(record, said)
        fitted.also |= said.also
        if not said.values and not terms.expecting:
            return None
        words = said.values.get("words", {})
        return Eligibility(
            minimum_months=minimum, maximum_months=maximum, expecting=terms.expecting, words=words
        )

    def _state(self, record: Record, fitted: Fitted) -> str:
        """The state as said; of a state that is none, the service is kept and not shown."""
        said = record.raw.get("status")
        if isinstance(said, str) and said in SERVICE_STATES.states:
            return said
        if said is not None:
            fitted.also["status"] = said
        self.report.mended(record.kind, record.found, "status", _("Kies uit de lijst."))
        return INACTIVE

    def _confirmed(self, record: Record, fitted: Fitted) -> datetime | None:
        said = record.raw.get("assured_date")
        if not said:
            return None
        try:
            on: date = day(said, self.language)
            return start_of_day(on)
        except (UnfitError, OverflowError) as error:
            fitted.also["assured_date"] = said
            self.report.mended(record.kind, record.found, "assured_date", str(error))
            return None


def _place_named(raw: Any) -> str:
    """The id of the place that a service at a location names; empty when it names none."""
    if not isinstance(raw, dict):
        return ""
    nested = raw.get("location")
    found = nested.get("id") if isinstance(nested, dict) else raw.get("location_id")
    return found if isinstance(found, str) else ""


def _checking(model: type[Organization | Service]) -> Callable[[dict[str, Any]], None]:
    return lambda values: check_values(model, values)


def _every(model: Any, spec: Spec) -> dict[str, Any]:
    """Every field the feed could say, empty as it is where it does not."""
    fields = (field for field, _convert in spec.values())
    return {field: model._meta.get_field(field).get_default() for field in fields}


def months(years: float | None) -> int | None:
    """An age in years as whole months."""
    return None if years is None else round(years * MONTHS)


def until(years: float | None) -> int | None:
    """The age in months from which one is too old: a whole year lasts until the next birthday."""
    if years is None:
        return None
    return (int(years) + 1) * MONTHS if years == int(years) else round(years * MONTHS) + 1


def key_of(said: Any) -> UUID | None:
    """An id as a key, where it is a UUID as it should be."""
    try:
        return UUID(said) if isinstance(said, str) else None
    except ValueError:
        return None


def digest(raw: Mapping[str, Any]) -> str:
    """What tells one saying of a record from another."""
    said = json.dumps([READ_AS, raw], sort_keys=True, ensure_ascii=True)
    return sha256(said.encode()).hexdigest()
