"""The offer of the demo: invented services of the Kempen and around, that live up to now.

``data/offer.csv`` has a line per kind of help; it is given in each of its towns. Most are confirmed
in time, some are stale, some state free places, and what has days gets them around now.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from random import Random

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.journal.actor import SYSTEM, VISITOR
from kring.offer.directory import actions
from kring.offer.directory.models import (
    Activity,
    Address,
    CostOption,
    Eligibility,
    Language,
    Location,
    Organization,
    Part,
    Phone,
    Schedule,
    Service,
    ServiceArea,
    TypeModule,
)
from kring.offer.directory.opening import open_hours
from kring.registry.network import actions as network_actions
from kring.registry.network.models import Organisation
from kring.registry.places.models import Municipality
from kring.tools.demo.network import Network
from kring.tools.demo.reading import names, rows
from kring.tools.demo.unrolling import Story

REMOTE = "remote"
HOUSE = "HOUSE"
LANGUAGES = ("nl", "fr", "en")
PROVINCE_OF_ANTWERP, FLANDERS = "10000", "02000"
ADDED_WITHIN_DAYS = 100
WEEKS_BACK, WEEKS_AHEAD = 3, 8
MOST_COMING = 6
TOGETHER = ("inburgering", "inburgering_opvang")
"""The course and the childcare beside it: in each town both have room or neither is offered."""
BY_INCOME = {"nl": "volgens je inkomen", "fr": "selon ton revenu", "en": "by your income"}


@dataclass
class Fair:
    """What is needed to lay the offer out: the network, the days, and what already stands."""

    network: Network
    since: datetime
    now: datetime
    chance: Random
    listed: dict[str, Organization] = field(default_factory=dict)
    places: dict[tuple[int, str], Location] = field(default_factory=dict)
    towns: dict[str, Municipality] = field(default_factory=dict)
    paired: dict[str, Service] = field(default_factory=dict)


def offer_stories(network: Network, since: datetime, now: datetime, chance: Random) -> Iterator[Story]:
    """A story for each service in each of its towns."""
    fair = Fair(network, since, now, chance)
    current = Municipality.objects.filter(valid_until=None)
    fair.towns = {town.name_nl: town for town in current.prefetch_related("postcodes")}
    for row in rows("offer"):
        for town in row["towns"].split(";"):
            yield _story(fair, row, town)


def _story(fair: Fair, row: dict[str, str], town: str) -> Story:
    """Added long ago, confirmed once more since then, and with days and places as of now."""
    added = fair.since + timedelta(days=fair.chance.randrange(ADDED_WITHIN_DAYS), hours=3)
    every = int(row["every"])
    age = fair.chance.randrange(2, every * 28)
    if row["state"] == "stale":
        age = every * 31 + fair.chance.randrange(10, 60)
    confirmed = fair.now - timedelta(days=age)
    stated = fair.now - timedelta(days=fair.chance.randrange(1, 20), hours=2)
    yield added
    owner = _organization(fair, row, town, added)
    service = actions.add_service(
        organization=owner,
        described=_described(fair, row, town, _place(fair, owner, town, added)),
        confirm_every=every,
        by=SYSTEM,
        at=added,
    )
    yield confirmed
    actions.confirm_service(service=service, by=SYSTEM, at=confirmed)
    if row["code"] in TOGETHER:
        _pair(fair, service, town, at=confirmed)
    if row["dates"]:
        yield max(confirmed, fair.now - timedelta(weeks=WEEKS_BACK))
        _activity(fair, row, service, at=max(confirmed, fair.now - timedelta(weeks=WEEKS_BACK)))
    if row["free"]:
        yield stated
        actions.state_free_places(service=service, places=int(row["free"]), by=SYSTEM, at=stated)


def _pair(fair: Fair, service: Service, town: str, *, at: datetime) -> None:
    """Link it with the other of the pair in this town, once that is there too."""
    other = fair.paired.setdefault(town, service)
    if other != service:
        actions.link_offers(service=service, beside=other, by=SYSTEM, at=at)


def _organization(fair: Fair, row: dict[str, str], town: str, at: datetime) -> Organization:
    host = row["host"].format(town=town)
    counter = fair.network.counters.get(fair.towns[town].pk) if row["host"] == HOUSE else None
    if row["host"] == HOUSE:
        host = counter.organisation.name if counter else f"Huis van het Kind {town}"
    if host not in fair.listed:
        ours = _of_the_network(fair, host, row["sector"], at)
        fair.listed[host] = actions.list_organization(ours=ours, by=SYSTEM, at=at)
    return fair.listed[host]


def _of_the_network(fair: Fair, name: str, sector: str, at: datetime) -> Organisation:
    if name not in fair.network.organisations:
        fair.network.organisations[name] = network_actions.open_organisation(
            by=SYSTEM, at=at, name=name, sector=sector, invented=True
        )
    return fair.network.organisations[name]


def _place(fair: Fair, owner: Organization, town: str, at: datetime) -> Location:
    if (owner.pk, town) not in fair.places:
        values, parts = _lies(fair, town)
        fair.places[owner.pk, town] = actions.add_location(
            organization=owner, values=values, parts=parts, by=SYSTEM, at=at
        )
    return fair.places[owner.pk, town]


def _lies(fair: Fair, town: str) -> tuple[dict[str, object], list[Part]]:
    if town == REMOTE:
        return {"location_type": "virtual", "name": {"nl": "Telefoon en beeldbellen"}}, []
    here = fair.towns[town]
    street = f"Verzonnen straat {1 + fair.chance.randrange(90)}"
    values: dict[str, object] = {"name": {"nl": town}, "municipality": here}
    if here.latitude is not None and here.longitude is not None:
        values["latitude"] = round(here.latitude + fair.chance.uniform(-0.008, 0.008), 5)
        values["longitude"] = round(here.longitude + fair.chance.uniform(-0.012, 0.012), 5)
    code = min((one.code for one in here.postcodes.all()), default="2440")
    return values, [Address(address_1=street, city=town, postal_code=code)]


def _described(fair: Fair, row: dict[str, str], town: str, place: Location) -> actions.Description:
    values = {
        "name": _words(row, ""),
        "description": _words(row, "text_"),
        "email": f"{row['code'].replace('_', '.')}@example.org",
        "fees_description": BY_INCOME if row["cost"] == "by_income" else {},
        "pillar": row["pillar"],
        "reach": row["reach"],
        "entry": row["entry"],
    }
    return actions.Description(
        values=values,
        eligibility=_for_whom(row),
        typemodule=_typemodule(row),
        domains=_listed(row["domains"]),
        situations=_listed(row["situations"]),
        parts=_parts(fair, row, town),
        places=[actions.AtLocation(location=place)],
    )


def _parts(fair: Fair, row: dict[str, str], town: str) -> list[Part]:
    parts: list[Part] = [*_hours(row), *(Language(code=code) for code in row["languages"].split(";"))]
    parts.append(Phone(number=f"014 00 {fair.chance.randrange(10, 99)} {fair.chance.randrange(10, 99)}"))
    if row["cost"] != "by_income":
        parts.append(CostOption(amount=row["cost"], currency="EUR"))
    if row["area"] == "town":
        here = fair.towns[town]
        parts.append(ServiceArea(name={"nl": town}, extent=here.nis, extent_type="nis"))
    else:
        wide = FLANDERS if row["area"] == "flanders" else PROVINCE_OF_ANTWERP
        parts.append(ServiceArea(extent=wide, extent_type="nis"))
    return parts


def _words(row: dict[str, str], before: str) -> dict[str, str]:
    return {language: row[before + language] for language in LANGUAGES if row[before + language]}


def _listed(text: str) -> list[str]:
    return [code for code in text.split(";") if code]


def _for_whom(row: dict[str, str]) -> Eligibility:
    return Eligibility(
        minimum_months=int(row["from"]) if row["from"] else None,
        maximum_months=int(row["until"]) if row["until"] else None,
        expecting=bool(row["expecting"]),
    )


def _typemodule(row: dict[str, str]) -> TypeModule | None:
    if not row["module"]:
        return None
    function, frequency, intensity, duration = row["module"].split(",")
    return TypeModule(
        code=row["code"][:20],
        function=function,
        frequency=frequency,
        intensity=intensity,
        duration=duration,
    )


def _hours(row: dict[str, str]) -> list[Schedule]:
    """``MO,TU 9:00-12:00;WE 13:00-16:00``, or ``MONTHLY 1TU 19:30-21:30``."""
    found = []
    for line in _listed(row["hours"]):
        *often, days, hours = line.split(" ")
        opens, closes = (_clock(one) for one in hours.split("-"))
        freq = often[0] if often else "WEEKLY"
        found.append(Schedule(freq=freq, byday=days, opens_at=opens, closes_at=closes))
    return found


def _clock(text: str) -> time:
    hour, minute = text.split(":")
    return time(int(hour), int(minute))


def _activity(fair: Fair, row: dict[str, str], service: Service, *, at: datetime) -> None:
    """The days of the coming weeks, and for what one signs up for, some who come."""
    walk_in = row["dates"] == "walk"
    values = {
        "name": _words(row, ""),
        "minimum_months": int(row["from"]) if row["from"] else None,
        "maximum_months": int(row["until"]) if row["until"] else None,
        "expecting": bool(row["expecting"]),
        "sign_up": not walk_in,
    }
    there = service.service_at_locations.select_related("location").get()
    activity = actions.add_activity(
        service=service, location=there.location, values=values, by=SYSTEM, at=at
    )
    today = local_day(fair.now)
    before = today + timedelta(weeks=WEEKS_AHEAD)
    times = sorted(time for rule in _hours(row) for time in open_hours(rule, today, before))
    coming = [one for one in times if one[0] > fair.now][:MOST_COMING]
    seats = None if walk_in else int(row["dates"])
    actions.add_dates(activity=activity, times=coming, seats=seats, by=SYSTEM, at=at)
    if not walk_in:
        _who_comes(fair, activity, at=at)


def _who_comes(fair: Fair, activity: Activity, *, at: datetime) -> None:
    first = activity.dates.order_by("starts_at").first()
    for _time in range(fair.chance.randrange(4) if first else 0):
        name = f"{fair.chance.choice(names('woman'))} {fair.chance.choice(names('family'))}"
        reach_by = f"{name.split(maxsplit=1)[0].lower()}@example.org"
        if first:
            actions.sign_up(date=first, name=name, reach_by=reach_by, people=1, by=VISITOR, at=at)
