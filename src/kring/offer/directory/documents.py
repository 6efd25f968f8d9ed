"""Services as the search finds them: one document for each place where one is given.

They are read as plain values, each kind of part in one statement for a thousand services: read as
objects, the whole directory takes many times as long.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from itertools import batched
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet
from django.utils import translation

from kring.offer.directory.models import (
    Activity,
    Address,
    Language,
    LifeDomain,
    LocationType,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
    ServiceDomain,
    ServiceSituation,
    Situation,
)
from kring.offer.directory.opening import OF_RULE, Rule, open_weekdays
from kring.offer.directory.rules import LANGUAGES, NIS
from kring.offer.directory.search.documents import AGE_FLOOR, Document, Point, TextField

AT_ONCE = 1_000
LONGEST_SHOWN = 220
ELSEWHERE = "elsewhere"
"""The area of a service that names its territory in words alone: nobody knows who lives in it."""

type Texts = dict[str, str]


class _Service(NamedTuple):
    """What is searched and shown of a service itself, in the order of ``OF_SERVICE``."""

    number: int
    key: UUID
    state: str
    name: Texts
    alternate_name: Texts
    description: Texts
    pillar: str
    reach: str
    entry: str
    free_places: int | None
    free_places_at: datetime | None
    confirm_before: datetime | None
    organization: Texts
    minimum_months: int | None
    maximum_months: int | None
    expecting: bool | None
    words: Texts | None


OF_SERVICE = (
    *("pk", "key", "state", "name", "alternate_name", "description", "pillar", "reach", "entry"),
    *("free_places", "free_places_at", "confirm_before", "organization__name"),
    *(f"eligibility__{name}" for name in ("minimum_months", "maximum_months", "expecting", "words")),
)


class _Place(NamedTuple):
    """Where a service is given and in which municipality that lies, in the order of ``OF_PLACE``."""

    number: int
    location: int
    kind: str
    name: Texts
    latitude: float | None
    longitude: float | None
    town_nl: str | None
    town_fr: str | None
    town_latitude: float | None
    town_longitude: float | None


OF_PLACE = (
    *("pk", "location_id"),
    *(f"location__{name}" for name in ("location_type", "name", "latitude", "longitude")),
    *(f"location__municipality__{name}" for name in ("name_nl", "name_fr", "latitude", "longitude")),
)


class _Parts:
    """What these services are described with: of each kind the values by the number of their owner."""

    def __init__(self, services: Collection[_Service]) -> None:
        of = [one.number for one in services]
        places = ServiceAtLocation.objects.order_by("pk")
        self.places = _read(places, "service_id", of, OF_PLACE, _Place._make)
        there = [place for places in self.places.values() for place in places]
        spots, at = [place.number for place in there], sorted({place.location for place in there})
        self.hours = _hours("service_id", of)
        self.hours_there = _hours("service_at_location_id", spots)
        self.hours_of_place = _hours("location_id", at)
        spoken, codes = Language.objects.exclude(code=""), ("code",)
        self.languages = _read(spoken, "service_id", of, codes, _alone)
        self.spoken_there = _read(spoken, "location_id", at, codes, _alone)
        self.addresses = _read(Address.objects.all(), "location_id", at, ("address_1", "city"), _pair)
        areas = ServiceArea.objects.all()
        self.areas = _read(areas, "service_id", of, ("extent_type", "extent"), _pair)
        domains, situations = ServiceDomain.objects, ServiceSituation.objects
        self.domains = _read(domains.order_by("pk"), "service_id", of, codes, _alone)
        self.situations = _read(situations.order_by("pk"), "service_id", of, codes, _alone)
        going_on = Activity.objects.filter(stopped_at=None).order_by("pk")
        self.activities = _read(going_on, "service_id", of, ("name",), _alone)


def _read[T](
    rows: QuerySet[Any],
    owner: str,
    numbers: Collection[int],
    names: Sequence[str],
    make: Callable[[Sequence[Any]], T],
) -> dict[int, list[T]]:
    """What ``make`` makes of these values of each row, in their order, by the number of its owner."""
    found: dict[int, list[T]] = {}
    for row in rows.filter(**{f"{owner}__in": numbers}).values_list(owner, *names):
        found.setdefault(row[0], []).append(make(row[1:]))
    return found


def _hours(owner: str, numbers: Collection[int]) -> dict[int, list[Rule]]:
    return _read(Schedule.objects.all(), owner, numbers, OF_RULE, lambda values: Rule(*values))


def _pair(values: Sequence[Any]) -> tuple[str, str]:
    return values[0], values[1]


def _alone(values: Sequence[Any]) -> Any:
    return values[0]


def documents_of(services: QuerySet[Service], today: date) -> Iterator[Document]:
    """The documents of these services, read a thousand at a time; ``today`` for the days it opens."""
    rows = services.order_by("pk").values_list(*OF_SERVICE).iterator(chunk_size=AT_ONCE)
    for some in batched(map(_Service._make, rows), AT_ONCE):
        parts = _Parts(some)
        for service in some:
            yield from _of_service(service, parts, today)


def _of_service(service: _Service, parts: _Parts, today: date) -> Iterator[Document]:
    """One document a place; one without a place is given at a distance."""
    values = _values(service, parts)
    places: Sequence[_Place | None] = parts.places.get(service.number, ())
    for place in places or (None,):
        yield Document(**values | _there(service, place, parts, today))


def _values(service: _Service, parts: _Parts) -> dict[str, Any]:
    situations = parts.situations.get(service.number, ())
    areas = parts.areas.get(service.number, ())
    return {
        "key": str(service.key),
        "domains": frozenset(parts.domains.get(service.number, ())),
        "areas": frozenset(extent if kind == NIS else ELSEWHERE for kind, extent in areas),
        "reach": service.reach,
        "pillar": service.pillar,
        "free_now": bool(service.free_places),
        "specific_need": Situation.SPECIFIC_SUPPORT in situations,
        **_ages(service),
    }


def _ages(service: _Service) -> dict[str, Any]:
    """Months; who takes a child of some age takes one that is expected only where it says so."""
    lowest, highest = service.minimum_months, service.maximum_months
    if service.expecting:
        lowest = AGE_FLOOR
    elif lowest is None and highest is not None:
        lowest = 0
    return {"age_from": lowest, "age_to": highest}


def _there(service: _Service, place: _Place | None, parts: _Parts, today: date) -> dict[str, Any]:
    hours, spoken = parts.hours.get(service.number, []), parts.languages.get(service.number, [])
    address = None
    if place is not None:
        there, of_place = parts.hours_there.get(place.number, []), parts.hours_of_place
        hours = hours_at(there, hours, of_place.get(place.location, []))
        spoken = spoken + parts.spoken_there.get(place.location, [])
        address = next(iter(parts.addresses.get(place.location, ())), None)
    point = _point(place)
    on_site = place is not None and place.kind == LocationType.PHYSICAL
    return {
        "texts": _texts(service, place, address, parts),
        "point": point,
        "on_site": on_site,
        "remote": not on_site,
        "languages": frozenset(spoken),
        "open_days": frozenset(1 + day for day in open_weekdays(hours, today)),
        "shown": _shown(service, place, address, point),
    }


def hours_at[H](there: list[H], of_service: list[H], of_place: list[H]) -> list[H]:
    """When it is open there: what is said of the service there, else of it, else of the place."""
    return there or of_service or of_place


def _point(place: _Place | None) -> Point | None:
    """Where it lies; of an unknown spot, the middle of its municipality."""
    if place is None or place.kind != LocationType.PHYSICAL:
        return None
    if place.latitude is not None and place.longitude is not None:
        return Point(place.latitude, place.longitude)
    if place.town_latitude is not None and place.town_longitude is not None:
        return Point(place.town_latitude, place.town_longitude)
    return None


def _texts(
    service: _Service, place: _Place | None, address: tuple[str, str] | None, parts: _Parts
) -> dict[TextField, Texts]:
    number = service.number
    codes = [*parts.domains.get(number, ()), *parts.situations.get(number, ())]
    also = [service.alternate_name, service.organization, *map(_kind, codes), *_where(place, address)]
    return {
        TextField.NAME: _joined([service.name]),
        TextField.ALSO: _joined([*also, *parts.activities.get(number, ())]),
        TextField.TEXT: _joined([service.description, service.words or {}]),
    }


@cache
def _kind(code: str) -> Texts:
    """The name of a domain or situation in each language."""
    labels = dict(LifeDomain.choices) | dict(Situation.choices)
    texts = {}
    for language in LANGUAGES:
        with translation.override(language):
            texts[language] = str(labels.get(code, ""))
    return texts


def _where(place: _Place | None, address: tuple[str, str] | None) -> Iterator[Texts]:
    if place is None:
        return
    yield place.name
    if place.town_nl is not None:
        yield {"nl": place.town_nl, "fr": place.town_fr or ""}
    if address is not None:
        yield {"nl": address[1]}


def _joined(texts: Iterable[Mapping[str, str]]) -> Texts:
    found: dict[str, list[str]] = {}
    for text in texts:
        for language, words in text.items():
            found.setdefault(language, []).append(words)
    return {language: " ".join(words) for language, words in found.items()}


def _shown(
    service: _Service, place: _Place | None, address: tuple[str, str] | None, point: Point | None
) -> dict[str, Any]:
    """What a list shows of it, so that a page of answers reads no row."""
    street, city = address or ("", "")
    stated, until = service.free_places_at, service.confirm_before
    return {
        "name": service.name,
        "of": service.organization,
        "text": {key: words[:LONGEST_SHOWN] for key, words in service.description.items()},
        "at": place.name if place else {},
        "street": street,
        "town": city if address else ((place and place.town_nl) or ""),
        "point": [point.lat, point.lon] if point else None,
        "ages": [service.minimum_months, service.maximum_months],
        "expecting": bool(service.expecting),
        "free": [service.free_places, stated.isoformat()] if stated else None,
        "until": until.isoformat() if until else "",
        "state": service.state,
        "entry": service.entry,
    }
