"""The made-up directory as rows of the database, so that the index is built as in real life."""

from datetime import datetime
from itertools import batched
from uuid import UUID, uuid4, uuid5

from kring.offer.directory.models import (
    Eligibility,
    Language,
    Location,
    Organization,
    Service,
    ServiceAtLocation,
    Source,
)
from kring.offer.directory.search.documents import Document, Point, TextField
from kring.tools.bench.search_world import name_of

AT_ONCE = 5_000
SPACE = UUID("6a6f0d5e-3c0c-4a8a-9f0b-6f5a1c9d7e21")


def key_of(document: Document) -> UUID:
    """The key of the service that a document of the world stands for."""
    return uuid5(SPACE, document.key)


def write_rows(documents: list[Document], at: datetime) -> None:
    """A service with its place, ages and languages for each document, all of one source."""
    source = Source.objects.create(name="Bench", address="bench", added_at=at)
    said = {"source": source, "source_seen_at": at, "added_at": at, "changed_at": at}
    owner = Organization.objects.create(name={"nl": "Bench"}, foreign_id="owner", **said)
    for some in batched(documents, AT_ONCE, strict=False):
        _write(list(some), owner, said)


def _write(documents: list[Document], owner: Organization, said: dict[str, object]) -> None:
    services = Service.objects.bulk_create(
        [
            Service(
                key=key_of(one),
                organization=owner,
                foreign_id=one.key,
                name={"nl": name_of(one)},
                description={"nl": one.texts[TextField.TEXT]["nl"]},
                **said,
            )
            for one in documents
        ]
    )
    locations = Location.objects.bulk_create([_location(one, owner, said) for one in documents])
    ServiceAtLocation.objects.bulk_create(
        [
            ServiceAtLocation(service=service, location=location)
            for service, location in zip(services, locations, strict=True)
        ]
    )
    pairs = list(zip(services, documents, strict=True))
    Eligibility.objects.bulk_create([_ages(service, one) for service, one in pairs])
    Language.objects.bulk_create(
        [
            Language(service=service, code=code)
            for service, one in pairs
            for code in sorted(one.languages)
        ]
    )


def _location(one: Document, owner: Organization, said: dict[str, object]) -> Location:
    point = one.point or Point(0.0, 0.0)
    place = {"latitude": point.lat, "longitude": point.lon}
    return Location(key=uuid4(), organization=owner, foreign_id=one.key, **place, **said)


def _ages(service: Service, one: Document) -> Eligibility:
    first = one.age_from or 0
    return Eligibility(
        service=service,
        minimum_months=first if first > 0 else None,
        maximum_months=one.age_to,
        expecting=first < 0,
    )
