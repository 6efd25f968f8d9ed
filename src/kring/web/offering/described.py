"""From a service to the form of its keeper and back, so that what the form has no field for stays."""

from collections import defaultdict
from datetime import time
from typing import Any

from kring.offer.directory.actions import AtLocation, Description
from kring.offer.directory.models import (
    CostOption,
    Eligibility,
    Language,
    Part,
    Phone,
    Repeats,
    Schedule,
    Service,
    ServiceAtLocation,
)
from kring.offer.directory.rules import LANGUAGES, WEEKDAYS
from kring.web.offering.details import (
    areas_of,
    details_of,
    in_each_language,
    module_of,
    papers_of,
    text_of,
    texts_of,
)
from kring.web.offering.edit_form import ServiceForm

FREE = {"nl": "gratis", "fr": "gratuit", "en": "free"}
PLAIN = ("valid_from", "valid_to", "dtstart", "until", "count", "byweekno", "bymonthday", "byyearday")


def form_values(service: Service) -> dict[str, Any]:
    """What stands in the directory, as the form shows it; give a service that was read ``whole``."""
    given: dict[str, Any] = {
        name: getattr(service, name)
        for name in ("version", "email", "url", "reach", "pillar", "entry", "confirm_every")
    }
    for language in LANGUAGES:
        given[f"name_{language}"] = service.name.get(language, "")
        given[f"description_{language}"] = service.description.get(language, "")
    return given | _whom(service) | _about(service) | _hours(service) | details_of(service)


def _whom(service: Service) -> dict[str, Any]:
    known = getattr(service, "eligibility", None) or Eligibility()
    given = {name: getattr(known, name) for name in ("minimum_months", "maximum_months", "expecting")}
    return given | {
        **in_each_language("for_whom", known.words),
        "domains": [one.code for one in service.domains.all()],
        "situations": [one.code for one in service.situations.all()],
    }


def _about(service: Service) -> dict[str, Any]:
    phones = service.phones.all()
    return {
        "places": [str(there.location.key) for there in service.service_at_locations.all()],
        "languages": [one.code for one in service.languages.all() if one.code],
        "phone": phones[0].number if phones else "",
        "is_free": any(is_free(one) for one in service.cost_options.all()),
    }


def _hours(service: Service) -> dict[str, str]:
    lines: dict[str, list[str]] = defaultdict(list)
    for rule in filter(is_weekly, service.schedules.all()):
        for day in rule.byday.split(","):
            lines[f"day{day}"].append(f"{rule.opens_at:%H:%M}-{rule.closes_at:%H:%M}")
    return {name: ", ".join(slots) for name, slots in lines.items()}


def is_weekly(rule: Schedule) -> bool:
    """Whether the form can say this rule: the same hours on some days of every week."""
    every_week = rule.freq == Repeats.WEEKLY and rule.interval == 1 and bool(rule.opens_at)
    plain = not any(getattr(rule, name) for name in PLAIN) and not rule.also and not rule.description
    days = set(rule.byday.split(","))
    return every_week and bool(rule.closes_at) and plain and days <= set(WEEKDAYS)


def is_free(option: CostOption) -> bool:
    """Whether it says that nothing is paid."""
    return option.amount == 0 and not option.valid_from and not option.valid_to


def described_by(form: ServiceForm, service: Service) -> Description:
    """All that is said of the service now, with what the form has no field for as it stood."""
    given = form.cleaned_data
    values = {name: given[name] for name in ("email", "url", "reach", "pillar", "entry")}
    values |= {"name": form.text("name"), "description": form.text("description")}
    values |= texts_of(given, service)
    return Description(
        values=values,
        eligibility=_eligibility(service, given),
        typemodule=module_of(given),
        domains=given["domains"],
        situations=given["situations"],
        parts=_parts(service, given),
        places=_places(service, given["places"]),
    )


def _eligibility(service: Service, given: dict[str, Any]) -> Eligibility | None:
    known = getattr(service, "eligibility", None)
    said = {name: given[name] for name in ("minimum_months", "maximum_months", "expecting")}
    said["words"] = text_of(given, "for_whom", known.words if known else {})
    empty: dict[str, Any] = {
        "minimum_months": None,
        "maximum_months": None,
        "expecting": False,
        "words": {},
    }
    return None if known is None and said == empty else Eligibility(**said)


def _parts(service: Service, given: dict[str, Any]) -> list[Part]:
    schedules: list[Part] = [one for one in service.schedules.all() if not is_weekly(one)]
    spoken = {one.code: one for one in service.languages.all()}
    phones = list(service.phones.all())
    if given["phone"]:
        first = phones[0] if phones else Phone()
        first.number = given["phone"]
    costs: list[Part] = [one for one in service.cost_options.all() if not is_free(one)]
    if given["is_free"]:
        costs.append(CostOption(option=FREE, amount=0, currency="EUR"))
    kept = [*papers_of(given, service), *areas_of(given, service)]
    kept += [*service.contacts.all(), *(one for one in spoken.values() if not one.code)]
    kept += [spoken.get(code) or Language(code=code) for code in given["languages"]]
    kept += [first, *phones[1:]] if given["phone"] else phones[1:]
    return [fresh(part) for part in [*weekly(given), *schedules, *costs, *kept]]


def weekly(given: dict[str, Any]) -> list[Part]:
    """A rule for each pair of hours, with the days that have it."""
    days: dict[tuple[time, time], list[str]] = defaultdict(list)
    for day in WEEKDAYS:
        for slot in given[f"day{day}"]:
            days[slot].append(day)
    return [
        Schedule(freq=Repeats.WEEKLY, byday=",".join(found), opens_at=opens, closes_at=closes)
        for (opens, closes), found in days.items()
    ]


def _places(service: Service, keys: list[str]) -> list[AtLocation]:
    there = {str(one.location.key): one for one in service.service_at_locations.all()}
    chosen = service.organization.locations.filter(key__in=keys).order_by("pk")
    return [
        _as_it_was(there[str(one.key)]) if str(one.key) in there else AtLocation(location=one)
        for one in chosen
    ]


def _as_it_was(there: ServiceAtLocation) -> AtLocation:
    parts = [*there.schedules.all(), *there.contacts.all(), *there.phones.all()]
    return AtLocation(
        location=there.location,
        description=there.description,
        parts=[fresh(part) for part in parts],
        also=there.also,
    )


def fresh(part: Part) -> Part:
    """The same part as a row that is still to be written."""
    part.pk = None
    part._state.adding = True
    return part
