"""What the door says of each kind of entry, one to one or fully nested, in a fixed number of reads."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet

from kring.exchange.hsds import writing
from kring.exchange.hsds.asking import Asked
from kring.exchange.hsds.conforming import conformed, simple
from kring.exchange.hsds.queries import organizations_asked, places_asked, services_asked
from kring.offer.directory.models import Organization, Service, ServiceAtLocation
from kring.offer.directory.queries import shown_services, whole, whole_locations
from kring.offer.directory.states import INACTIVE

type Said = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of entry: its object in HSDS, which there are, how they are read and said.

    ``by_key`` are all that may be asked by their id.
    """

    name: str
    asked: Callable[[Asked], QuerySet[Any]]
    by_key: Callable[[], QuerySet[Any]]
    read: Callable[[QuerySet[Any], Asked], QuerySet[Any]]
    say: Callable[[Any, Asked, str], Said]

    def told(self, rows: QuerySet[Any], asked: Asked, language: str) -> list[Said]:
        """These entries as HSDS wants them; what cannot be said as an object of it is left out."""
        said = (self.say(row, asked, language) for row in self.read(rows, asked))
        fit = (conformed(self.name, one) for one in said)
        return [one for one in fit if one is not None]


def _read_services(rows: QuerySet[Service], asked: Asked) -> QuerySet[Service]:
    if asked.minimal:
        return rows.only("key", "name", "state", "changed_at")
    return whole(rows) if asked.full else _one_to_one(rows)


def _one_to_one(rows: QuerySet[Service]) -> QuerySet[Service]:
    return rows.select_related("organization__parent", "eligibility")


def _say_service(row: Service, asked: Asked, language: str) -> Said:
    if asked.minimal:
        return writing.service_briefly(row, language)
    return writing.service(row, language) if asked.full else _simple_service(row, language)


def _simple_service(row: Service, language: str) -> Said:
    owner = writing.organization_alone(row.organization, language)
    return simple(writing.service_alone(row, language) | {"organization": owner})


def _read_organizations(rows: QuerySet[Organization], asked: Asked) -> QuerySet[Organization]:
    rows = rows.select_related("parent")
    if not (asked.full or asked.full_service):
        return rows
    given = shown_services().order_by("pk")
    services = whole(given) if asked.full_service else _one_to_one(given)
    return rows.prefetch_related(
        "contacts",
        "phones",
        Prefetch("services", services),
        Prefetch("locations", whole_locations().order_by("pk")),
    )


def _say_organization(row: Organization, asked: Asked, language: str) -> Said:
    if not (asked.full or asked.full_service):
        return simple(writing.organization_alone(row, language))
    said = writing.organization(row, language)
    if asked.full_service:
        services = [_without_owner(writing.service(one, language)) for one in row.services.all()]
    else:
        services = [simple(writing.service_alone(one, language)) for one in row.services.all()]
    locations = [writing.location(one, language) for one in row.locations.all()]
    return said | {"services": services, "locations": locations}


def _without_owner(said: Said) -> Said:
    """A service below its organisation need not say which that is."""
    return {name: value for name, value in said.items() if name != "organization"}


def _read_places(rows: QuerySet[ServiceAtLocation], asked: Asked) -> QuerySet[ServiceAtLocation]:
    if not asked.full:
        return rows.select_related(
            "service__organization__parent", "service__eligibility", "location__organization"
        )
    return rows.prefetch_related(
        "schedules",
        "contacts",
        "phones",
        Prefetch("service", whole(Service.objects.all())),
        Prefetch("location", whole_locations()),
    )


def _say_place(row: ServiceAtLocation, asked: Asked, language: str) -> Said:
    """With the name and state of its service, as the published description gives the schema of a
    service for it."""
    named = {"name": writing.service_briefly(row.service, language)["name"], "status": row.service.state}
    if not asked.full:
        location = writing.location_alone(row.location, language)
        service = _simple_service(row.service, language)
        return (
            named
            | simple(writing.place_alone(row, language) | {"location": location})
            | {"service": service}
        )
    owner = writing.organization(row.service.organization, language)
    return (
        named
        | writing.place_of(row, language)
        | {
            "location": writing.location(row.location, language),
            "service": writing.service_of(row.service, language) | {"organization": owner},
        }
    )


SERVICES = Kind(
    "service",
    services_asked,
    lambda: Service.objects.exclude(state=INACTIVE),
    _read_services,
    _say_service,
)
ORGANIZATIONS = Kind(
    "organization",
    organizations_asked,
    Organization.objects.all,
    _read_organizations,
    _say_organization,
)
PLACES = Kind(
    "service_at_location",
    places_asked,
    lambda: ServiceAtLocation.objects.exclude(service__state=INACTIVE),
    _read_places,
    _say_place,
)
