"""How an entry is described as a whole: its own fields, and the parts that are written anew."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import models

from kring.offer.directory.models import (
    Accessibility,
    Address,
    Contact,
    CostOption,
    Eligibility,
    Entry,
    Language,
    LifeDomain,
    Location,
    Organization,
    Part,
    Phone,
    RequiredDocument,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
    ServiceDomain,
    ServiceSituation,
    ServiceTerm,
    Situation,
    TypeModule,
)
from kring.offer.directory.rules import check_ages, check_codes, check_named, check_part, check_texts
from kring.offer.directory.upkeep import changed

PARTS_OF: dict[type[models.Model], tuple[type[Part], ...]] = {
    Organization: (Contact, Phone),
    Location: (Address, Accessibility, Schedule, Language, Contact, Phone),
    Service: (Schedule, Language, CostOption, RequiredDocument, ServiceArea, Contact, Phone),
    ServiceAtLocation: (Schedule, Contact, Phone),
}
OWNERS: dict[type[models.Model], str] = {
    Organization: "organization",
    Location: "location",
    Service: "service",
    ServiceAtLocation: "service_at_location",
}
SETTLED_ELSEWHERE = {"state", "confirm_every", "confirmed_at", "confirm_before", "withdrawn_at"}
SETTLED_ELSEWHERE |= {"free_places", "free_places_at", "version", "key", "added_at", "changed_at"}


@dataclass(frozen=True, slots=True, kw_only=True)
class AtLocation:
    """One place where the service is given, with what is otherwise there."""

    location: Location
    description: Mapping[str, str] = field(default_factory=dict)
    parts: Sequence[Part] = ()
    also: Mapping[str, Any] = field(default_factory=dict)
    key: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """Everything that is said of a service. ``values`` are fields of it; ``parts`` are not stored
    yet: schedules, areas, languages, costs, documents, contacts and telephones in their order.
    ``terms`` are ids of terms in lists that others keep.
    """

    values: Mapping[str, Any]
    eligibility: Eligibility | None = None
    typemodule: TypeModule | None = None
    domains: Collection[str] = ()
    situations: Collection[str] = ()
    parts: Sequence[Part] = ()
    places: Sequence[AtLocation] = ()
    terms: Collection[str] = ()


def check_values(model: type[Entry], values: Mapping[str, Any]) -> None:
    """The fields of an entry as they would be stored; raises ValidationError."""
    fields = {one.name for one in model._meta.local_fields}
    unknown = set(values) - (fields - SETTLED_ELSEWHERE)
    if unknown:
        raise TypeError(f"not to be described here: {sorted(unknown)}")
    check_texts(model, values)
    model(**values).clean_fields(exclude=fields - set(values))


def check_description(described: Description) -> None:
    """All that is said can be stored; raises ValidationError."""
    check_values(Service, described.values)
    check_named(described.values.get("name"))
    check_codes("domains", described.domains, LifeDomain.values)
    check_codes("situations", described.situations, Situation.values)
    check_parts(Service, described.parts)
    for place in described.places:
        check_texts(ServiceAtLocation, {"description": place.description})
        check_parts(ServiceAtLocation, place.parts)
    if described.eligibility is not None:
        check_texts(Eligibility, {"words": described.eligibility.words})
        check_ages(described.eligibility.minimum_months, described.eligibility.maximum_months)
    if described.typemodule is not None:
        described.typemodule.clean_fields(exclude=["service"])


def check_parts(owner: type[models.Model], parts: Sequence[Part]) -> None:
    """Each part is one that this kind of entry has; raises ValidationError."""
    for part in parts:
        if type(part) not in PARTS_OF[owner]:
            raise TypeError(f"{type(part).__name__} is no part of {owner.__name__}")
        check_part(part)


def write_parts(owner: models.Model, parts: Sequence[Part], *, fresh: bool = False) -> None:
    """Let these be the parts of ``owner``; what it had before goes."""
    model, name = type(owner), OWNERS[type(owner)]
    by_kind: dict[type[Part], list[Part]] = defaultdict(list)
    for place, part in enumerate(parts):
        part.place = place
        setattr(part, name, owner)
        by_kind[type(part)].append(part)
    for kind in PARTS_OF[model]:
        if not fresh:
            kind._default_manager.filter(**{name: owner}).delete()
        if by_kind[kind]:
            kind._default_manager.bulk_create(by_kind[kind])


def write_description(service: Service, described: Description, *, fresh: bool) -> None:
    """Let this be all that is said of a service besides its own fields."""
    changed([service.pk])
    write_parts(service, described.parts, fresh=fresh)
    if not fresh:
        for kind in (Eligibility, TypeModule, ServiceDomain, ServiceSituation, ServiceTerm):
            kind._default_manager.filter(service=service).delete()
    for one in (described.eligibility, described.typemodule):
        if one is not None:
            one.service = service
            one.save(force_insert=True)
    ServiceDomain.objects.bulk_create(
        [ServiceDomain(service=service, code=code) for code in sorted(set(described.domains))]
    )
    ServiceSituation.objects.bulk_create(
        [ServiceSituation(service=service, code=code) for code in sorted(set(described.situations))]
    )
    ServiceTerm.objects.bulk_create(
        [ServiceTerm(service=service, term=term) for term in sorted(set(described.terms))]
    )
    _write_places(service, described.places)


def _write_places(service: Service, places: Sequence[AtLocation]) -> None:
    """Where it is given; a place it had before keeps its key."""
    known = {row.location_id: row for row in service.service_at_locations.order_by("pk")}
    for place in places:
        there = known.pop(place.location.pk, None) or ServiceAtLocation(
            service=service, location=place.location
        )
        if place.key and not ServiceAtLocation.objects.filter(key=place.key).exists():
            there.key = place.key
        there.description, there.also = dict(place.description), dict(place.also)
        there.save()
        write_parts(there, place.parts)
    service.service_at_locations.filter(pk__in=[row.pk for row in known.values()]).delete()


def touch_services(services: models.QuerySet[Service], at: datetime) -> None:
    """What is shown with a service changed, so the service did."""
    services.update(changed_at=at)
    changed(services.order_by("pk").values_list("pk", flat=True))
