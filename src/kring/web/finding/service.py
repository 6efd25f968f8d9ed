"""One service as its page tells it: for whom, where, when, what it costs, and how fresh that is."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils.translation import gettext as _

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.records.local_text import choice_words, in_language
from kring.offer.directory.documents import hours_at
from kring.offer.directory.linked import beside_of, is_held_back
from kring.offer.directory.models import (
    Activity,
    ActivityDate,
    HelpFunction,
    LifeDomain,
    Location,
    LocationType,
    Pillar,
    Reach,
    Schedule,
    Service,
    ServiceAtLocation,
    Situation,
    WayIn,
)
from kring.offer.directory.opening import opening_days
from kring.offer.directory.queries import activities_of, coming_dates, is_stale
from kring.offer.directory.rules import may_join
from kring.offer.directory.states import CLOSED_FOR_NOW, SHOWN
from kring.web.finding.words import ages, day_name, free_words, language_name

WEEKS, MOST_DATES = 5, 6


@dataclass(frozen=True, slots=True)
class Spot:
    """One place: its name, its address, when it is open there, and how one gets in."""

    name: str
    lines: tuple[str, ...]
    remote: bool
    hours: tuple[str, ...]
    telling: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """An activity with the dates that are to come, and whether one may still sign up for each."""

    name: str
    description: str
    ages: str
    where: str
    sign_up: bool
    dates: tuple[tuple[ActivityDate, bool], ...]


def shown_service(service: Service, at: datetime) -> dict[str, Any]:
    """What the page of one service shows; give one that was read ``whole``."""
    today = local_day(at)
    free = service.free_places_at and (service.free_places or 0, local_day(service.free_places_at))
    return {
        "service": service,
        "name": in_language(service.name),
        "of": in_language(service.organization.name),
        "text": in_language(service.description) if service.description else "",
        "alert": in_language(service.alert) if service.alert else "",
        "closed": service.state == CLOSED_FOR_NOW,
        "for_whom": list(_for_whom(service)),
        "free": free_words(*free) if free else "",
        "free_now": bool(service.free_places),
        "spots": [_spot(service, place, today) for place in service.service_at_locations.all()],
        "hours": _hours(service.schedules.all(), today),
        "how": _said([service.application_process, service.wait_time]),
        "way_in": choice_words(WayIn, service.entry) if service.entry else "",
        "costs": list(_costs(service, today)),
        "languages": _languages(service),
        "interpreter": in_language(service.interpretation_services)
        if service.interpretation_services
        else "",
        "papers": _said(one.document for one in service.required_documents.all()),
        "domains": [choice_words(LifeDomain, one.code) for one in service.domains.all()],
        "happenings": list(_happenings(service, at)),
        "stale": is_stale(service, at),
        "beside": [
            (one.key, in_language(one.name), in_language(one.organization.name))
            for one in beside_of(service)
            if one.state in SHOWN
        ],
        "held_back": is_held_back(service),
        "for_workers": list(_for_workers(service)),
        **_contact(service),
    }


def _for_whom(service: Service) -> Iterable[str]:
    eligibility = getattr(service, "eligibility", None)
    if eligibility is not None:
        said = ages(
            eligibility.minimum_months, eligibility.maximum_months, expecting=eligibility.expecting
        )
        if said:
            yield said
        if eligibility.words:
            yield in_language(eligibility.words)
    yield from (choice_words(Situation, one.code) for one in service.situations.all())
    if service.reach:
        yield choice_words(Reach, service.reach)
    areas = _said(one.name for one in service.service_areas.all())
    if areas:
        yield _("voor wie woont in %(areas)s") % {"areas": ", ".join(areas)}


def _for_workers(service: Service) -> Iterable[tuple[str, str]]:
    """What a professional looks for: the pillar, and the typemodule with what it holds."""
    if service.pillar:
        yield _("Pijler van het Huis van het Kind"), choice_words(Pillar, service.pillar)
    module = getattr(service, "typemodule", None)
    if module is None:
        return
    yield _("Typemodule"), f"{module.code}, {choice_words(HelpFunction, module.function)}"
    told = {
        _("Frequentie"): module.frequency,
        _("Intensiteit"): module.intensity,
        _("Duur"): module.duration,
    }
    yield from ((label, words) for label, words in told.items() if words)


def _spot(service: Service, place: ServiceAtLocation, today: date) -> Spot:
    location = place.location
    own = hours_at(
        list(place.schedules.all()), list(service.schedules.all()), list(location.schedules.all())
    )
    eased = [text for one in location.accessibility.all() for text in (one.description, one.details)]
    return Spot(
        name=in_language(location.name) if location.name else "",
        lines=tuple(_address(location)),
        remote=location.location_type == LocationType.VIRTUAL,
        hours=_hours(own, today),
        telling=tuple(_said([place.description, location.transportation, *eased])),
    )


def _address(location: Location) -> Iterable[str]:
    for address in location.addresses.all()[:1]:
        yield from (line for line in (address.address_1, address.address_2) if line)
        yield f"{address.postal_code} {address.city}".strip()
        return
    if location.municipality is not None:
        yield location.municipality.name_nl


def _hours(schedules: Iterable[Schedule], today: date) -> tuple[str, ...]:
    """When it opens in the next weeks, a line for each hour with its days."""
    lines: dict[str, set[int]] = {}
    for schedule in schedules:
        days = opening_days(schedule, today, today + timedelta(weeks=WEEKS))
        said = _clock(schedule)
        lines.setdefault(said, set()).update(1 + day.weekday() for day in days)
    told = [
        f"{', '.join(day_name(day) for day in sorted(days))}{': ' if said else ''}{said}"
        for said, days in lines.items()
        if days
    ]
    return (*told, *_said(one.description for one in schedules))


def _clock(schedule: Schedule) -> str:
    if schedule.opens_at is None:
        return ""
    opens = _hour(schedule.opens_at)
    if schedule.closes_at is None:
        return _("vanaf %(opens)s uur") % {"opens": opens}
    return _("%(opens)s tot %(closes)s uur") % {"opens": opens, "closes": _hour(schedule.closes_at)}


def _hour(clock: time) -> str:
    return f"{clock.hour}.{clock.minute:02}" if clock.minute else str(clock.hour)


def _costs(service: Service, today: date) -> Iterable[str]:
    if service.fees_description:
        yield in_language(service.fees_description)
    for cost in service.cost_options.all():
        ended = cost.valid_to is not None and cost.valid_to < today
        if ended or (cost.valid_from is not None and cost.valid_from > today):
            continue
        parts = _said([cost.option, cost.amount_description])
        if cost.amount is not None:
            money = f"{cost.amount:.2f}".replace(".", ",")
            parts.insert(0, _("gratis") if cost.amount == 0 else f"{money} {cost.currency or '€'}")
        if parts:
            yield " · ".join(parts)


def _languages(service: Service) -> list[str]:
    rows = list(service.languages.all())
    for place in service.service_at_locations.all():
        rows += place.location.languages.all()
    return list(dict.fromkeys(one.name or language_name(one.code) for one in rows))


def _contact(service: Service) -> dict[str, Any]:
    """Whom to call or write to: what is said of the service, of its places, else of the organisation."""
    owner = service.organization
    phones = list(service.phones.all())
    for place in service.service_at_locations.all():
        phones += [*place.phones.all(), *place.location.phones.all()]
    return {
        "phones": list(dict.fromkeys(one.number for one in phones or owner.phones.all())),
        "email": service.email or owner.email,
        "site": service.url or owner.website,
        "contacts": [
            (one.name or in_language(one.title), one.email)
            for one in service.contacts.all()
            if one.name or one.title
        ],
    }


def _happenings(service: Service, at: datetime) -> Iterable[Happening]:
    rows: Iterable[Activity] = activities_of(service).prefetch_related("location__addresses")
    coming = [(activity, list(coming_dates(activity, at)[:MOST_DATES])) for activity in rows]
    open_now = may_join(service, (date for _one, dates in coming for date in dates), at)
    places = {place.location_id for place in service.service_at_locations.all()}
    for activity, dates in coming:
        yield Happening(
            name=in_language(activity.name),
            description=in_language(activity.description) if activity.description else "",
            ages=ages(activity.minimum_months, activity.maximum_months, expecting=activity.expecting),
            where=_elsewhere(activity, places),
            sign_up=activity.sign_up,
            dates=tuple((date, date.pk in open_now) for date in dates),
        )


def _elsewhere(activity: Activity, places: Collection[int]) -> str:
    """Where it happens, unless that is the one place the page tells."""
    location = activity.location
    if location is None or places == {location.pk}:
        return ""
    name = in_language(location.name) if location.name else ""
    return ", ".join(dict.fromkeys(part for part in (name, *_address(location)) if part))


def _said(texts: Iterable[dict[str, str]]) -> list[str]:
    """The texts that say something, in the language of the screen."""
    return [words for text in texts if text and (words := in_language(text))]
