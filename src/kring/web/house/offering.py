"""What a House offers, pillar by pillar: for every family first, then what is extra."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import TextChoices

from kring.foundation.records.local_text import choice_words, in_language
from kring.offer.directory.models import Pillar, Reach, Service
from kring.offer.houses.models import House
from kring.offer.houses.queries import activities_of, locations_of, offer_of, pillars_of
from kring.web.house.hours import place_of


@dataclass(frozen=True, slots=True)
class Offered:
    """A service as the page of a House shows it; ``ages`` in words, empty for all."""

    service: Service
    name: str
    said: str
    by: str


@dataclass(frozen=True, slots=True)
class PillarPart:
    """One pillar: who carries it, the base offer and what is extra."""

    code: str
    name: str
    partners: list[str]
    base: list[Offered]
    extra: list[Offered]


def page_of(house: House, at: datetime) -> dict[str, object]:
    """What the public page of a House shows."""
    services = offer_of(house, at)
    places = [place_of(location, at) for location in locations_of(house, at)]
    return {
        "house": house,
        "places": places,
        "pillars": _pillars(house, services, at),
        "dates": activities_of(services, at),
        "recognised": house.partnership.recognitions.running(at).order_by("starts_at", "pk").first(),
        "areas": getattr(house.partnership, "here", []),
    }


def _pillars(house: House, services: Iterable[Service], at: datetime) -> list[PillarPart]:
    offered: dict[tuple[str, bool], list[Offered]] = defaultdict(list)
    for service in services:
        extra = service.reach == Reach.SUPPLEMENTARY
        offered[service.pillar, extra].append(_offered(service))
    carried: dict[str, list[str]] = defaultdict(list)
    for row in pillars_of(house, at):
        carried[row.pillar].append(row.organisation.name)
    return [
        PillarPart(
            code, words_of(Pillar, code), carried[code], offered[code, False], offered[code, True]
        )
        for code in Pillar.values
    ]


def _offered(service: Service) -> Offered:
    return Offered(
        service,
        in_language(service.name),
        in_language(service.description),
        in_language(service.organization.name),
    )


def words_of(choices: type[TextChoices], code: str) -> str:
    """The words of a code, with a capital, as they stand above a part of a page."""
    words = choice_words(choices, code)
    return words[:1].upper() + words[1:]
