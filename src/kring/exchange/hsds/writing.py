"""Entries of the directory as HSDS 3.0 says them, with what a feed said besides."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from django.db.models import Model

from kring.exchange.hsds.fields import LOCATION, ORGANIZATION, PARTS, SERVICE
from kring.exchange.hsds.fitting import Spec
from kring.exchange.hsds.saying import (
    LOCATION_PARTS,
    MONTHS,
    ORGANIZATION_PARTS,
    PLACE,
    PLACE_PARTS,
    SERVICE_PARTS,
)
from kring.exchange.hsds.taxonomies import attributes_of
from kring.foundation.deadlines.calendar import local_day
from kring.foundation.records.local_text import in_language
from kring.offer.directory.models import Eligibility, Location, Organization, Service, ServiceAtLocation

type Said = dict[str, Any]
ALWAYS: dict[str, tuple[str, ...]] = {
    "organizations": ("name", "description"),
    "addresses": ("address_1", "city", "state_province", "postal_code", "country"),
    "phones": ("number",),
}
"""What HSDS wants said, if need be as nothing."""


def organization(row: Organization, language: str = "nl") -> Said:
    """An organisation, with its contacts and telephones."""
    return organization_alone(row, language) | _parts(row, ORGANIZATION_PARTS, language)


def organization_alone(row: Organization, language: str = "nl") -> Said:
    """An organisation without its parts; give one that was read with its parent."""
    said = _entry(row, ORGANIZATION, language)
    if row.parent is not None:
        said["parent_organization_id"] = str(row.parent.key)
    return _also("organizations", row, said)


def location(row: Location, language: str = "nl") -> Said:
    """A place with its parts."""
    return location_alone(row, language) | _parts(row, LOCATION_PARTS, language)


def location_alone(row: Location, language: str = "nl") -> Said:
    """A place without its parts."""
    said = _entry(row, LOCATION, language)
    if row.organization is not None:
        said["organization_id"] = str(row.organization.key)
    return _also("locations", row, said)


def service(row: Service, language: str = "nl") -> Said:
    """A service whole; give one that was read ``whole``, so that no read is done for it."""
    said = service_of(row, language) | {"organization": organization(row.organization, language)}
    places = [
        place_of(place, language) | {"location": location(place.location, language)}
        for place in row.service_at_locations.all()
    ]
    return said | ({"service_at_locations": places} if places else {})


def service_of(row: Service, language: str = "nl") -> Said:
    """A service with its parts, without its organisation and its places."""
    said = service_alone(row, language) | _parts(row, SERVICE_PARTS, language)
    attributes = attributes_of(row) + _listed(row.also.get("attributes"))
    return said | ({"attributes": attributes} if attributes else {})


def service_alone(row: Service, language: str = "nl") -> Said:
    """A service without what is told apart; give one that was read with its eligibility."""
    said = _entry(row, SERVICE, language)
    changed = row.also.get("last_modified") or stamp(row.changed_at)
    said |= {"status": row.state, "last_modified": changed}
    if row.confirmed_at is not None:
        said["assured_date"] = local_day(row.confirmed_at).isoformat()
    if hasattr(row, "eligibility"):
        said |= _ages(row.eligibility, language)
    said["organization_id"] = str(row.organization.key)
    return _also("services", row, said)


def service_briefly(row: Service, language: str = "nl") -> Said:
    """A service as its id and when it changed, with what HSDS requires of one."""
    name = in_language(row.name, language)
    return {
        "id": str(row.key),
        "name": name,
        "status": row.state,
        "modified_date": stamp(row.changed_at),
    }


def place_of(row: ServiceAtLocation, language: str = "nl") -> Said:
    """That a service is given somewhere, without the service and the place."""
    return place_alone(row, language) | _parts(row, PLACE_PARTS, language)


def place_alone(row: ServiceAtLocation, language: str = "nl") -> Said:
    """That a service is given somewhere, without its parts."""
    return _also("service_at_locations", row, _entry(row, PLACE, language))


def _also(name: str, row: Any, said: Said) -> Said:
    """With what HSDS wants said, and with what its feed says beyond our fields."""
    return {**dict.fromkeys(ALWAYS.get(name, ()), ""), **row.also, **said}


def _listed(said: Any) -> list[Any]:
    return said if isinstance(said, list) else []


def _ages(row: Eligibility, language: str) -> Said:
    """Ages in years, as HSDS counts them: the highest is the last one still let in."""
    lowest, highest = row.minimum_months, row.maximum_months
    said: Said = {}
    if lowest is not None:
        said["minimum_age"] = _years(lowest)
    if highest is not None:
        said["maximum_age"] = _years(highest - (1 if highest % MONTHS else MONTHS))
    if row.words:
        said["eligibility_description"] = in_language(row.words, language)
    return said


def _years(months: int) -> float:
    return months // MONTHS if months % MONTHS == 0 else round(months / MONTHS, 4)


def _parts(row: Model, names: Iterable[str], language: str) -> Said:
    found = {}
    for name in names:
        _kind, spec = PARTS[name]
        rows = [_part(name, spec, part, language) for part in getattr(row, name).all()]
        if rows:
            found[name] = rows
    return found


def _part(name: str, spec: Spec, part: Any, language: str) -> Said:
    return _also(name, part, _entry(part, spec, language))


def _entry(row: Any, spec: Spec, language: str) -> Said:
    """The properties of a row that say something."""
    values = {name: getattr(row, field) for name, (field, _convert) in spec.items()}
    told = {name: _told(value, language) for name, value in values.items() if value not in ("", None)}
    return {"id": str(row.key)} | {name: value for name, value in told.items() if value not in ("", [])}


def _told(value: Any, language: str) -> Any:
    if isinstance(value, Mapping):
        return in_language(dict(value), language)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    return value


def stamp(at: datetime) -> str:
    """A moment as HSDS says it."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
