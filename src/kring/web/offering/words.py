"""What the directory says of a service, as lines a keeper can look through in a minute."""

from collections.abc import Iterator
from functools import lru_cache

from babel import Locale
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kring.foundation.records.local_text import choice_words, in_language
from kring.offer.directory.models import HelpFunction, Location, Pillar, Repeats, Schedule, Service
from kring.offer.directory.rules import BY_DAY, WEEKDAYS

YEAR = 12


def facts_of(service: Service) -> list[tuple[str, str]]:
    """Label and words of what stands in the directory; give a service that was read ``whole``."""
    lines = [
        (_("Wat"), in_language(service.description)),
        (_("Waar"), "; ".join(_places(service))),
        (_("Wanneer"), "; ".join(_hours(service))),
        (_("Voor wie"), _for_whom(service)),
        (_("Kosten"), _cost(service)),
        (_("Bereikbaar"), " · ".join(_reached(service))),
        (_("Talen"), ", ".join(language_name(one.code) or one.name for one in service.languages.all())),
    ]
    return [(label, words or _("niet ingevuld")) for label, words in lines] + list(_details(service))


def _details(service: Service) -> Iterator[tuple[str, str]]:
    """What is told besides, where it is."""
    papers = "; ".join(in_language(one.document) for one in service.required_documents.all())
    told = {
        _("Hoe begin je eraan?"): in_language(service.application_process),
        _("Breng mee"): papers,
        _("Wachten"): in_language(service.wait_time),
        _("Tolk"): in_language(service.interpretation_services),
        _("Toegankelijk"): "; ".join(_accessible(service)),
        _("Pijler"): choice_words(Pillar, service.pillar) if service.pillar else "",
        _("Typemodule"): _module(service),
    }
    yield from ((label, words) for label, words in told.items() if words)


def _accessible(service: Service) -> Iterator[str]:
    for there in service.service_at_locations.all():
        yield from (in_language(one.description) for one in there.location.accessibility.all())


def _module(service: Service) -> str:
    module = getattr(service, "typemodule", None)
    if module is None:
        return ""
    said = (module.code, choice_words(HelpFunction, module.function))
    return ", ".join(filter(None, (*said, module.frequency, module.intensity, module.duration)))


def _places(service: Service) -> Iterator[str]:
    yield from (place_words(there.location) for there in service.service_at_locations.all())


def place_words(location: Location) -> str:
    """Where a place is: its addresses, else its name."""
    lines = [f"{one.address_1}, {one.postal_code} {one.city}" for one in location.addresses.all()]
    return "; ".join(lines) or in_language(location.name) or _("op afstand")


def _hours(service: Service) -> Iterator[str]:
    there = service.service_at_locations.all()
    yield from (hours_words(one) for one in service.schedules.all())
    yield from (hours_words(one) for place in there for one in place.schedules.all())


def hours_words(schedule: Schedule) -> str:
    """The days and hours of a rule, in words."""
    days = ", ".join(_day(day) for day in schedule.byday.split(",") if day.strip())
    if schedule.freq == Repeats.MONTHLY:
        days = _("elke maand %(days)s") % {"days": days}
    if schedule.opens_at is None:
        return days or in_language(schedule.description)
    closes = f"–{schedule.closes_at:%H:%M}" if schedule.closes_at else ""
    return f"{days} {schedule.opens_at:%H:%M}{closes}".strip()


def _day(text: str) -> str:
    found = BY_DAY.fullmatch(text.strip().upper())
    if found is None:
        return text
    name = day_names()[WEEKDAYS.index(found[2])]
    return f"{found[1]}e {name}" if found[1] else name


def day_names() -> tuple[str, ...]:
    """The days of the week from Monday, in the language of the screen."""
    return _day_names(get_language() or "nl")


@lru_cache(maxsize=16)
def _day_names(language: str) -> tuple[str, ...]:
    names = Locale.parse(language, sep="-").days["format"]["wide"]
    return tuple(str(names[number]) for number in range(7))


def language_name(code: str) -> str:
    """The name of a language on this screen; an unknown code as it stands."""
    names = Locale.parse(get_language() or "nl", sep="-").languages
    return str(names.get(code, code))


def _for_whom(service: Service) -> str:
    if not hasattr(service, "eligibility"):
        return ""
    eligible = service.eligibility
    said = [in_language(eligible.words)]
    if eligible.minimum_months is not None or eligible.maximum_months is not None:
        said.append(_ages(eligible.minimum_months or 0, eligible.maximum_months))
    if eligible.expecting:
        said.append(_("ouders die een kind verwachten"))
    return "; ".join(filter(None, said)) or _("voor iedereen")


def _ages(lowest: int, highest: int | None) -> str:
    if highest is None:
        return _("vanaf %(from)s") % {"from": age(lowest)}
    if not lowest:
        return _("tot %(to)s") % {"to": age(highest)}
    return _("van %(from)s tot %(to)s") % {"from": age(lowest), "to": age(highest)}


def age(months: int | None) -> str:
    """An age in months, or in whole years; empty for none."""
    if months is None:
        return ""
    if months >= YEAR and months % YEAR == 0:
        return _("%(years)s jaar") % {"years": months // YEAR}
    return _("%(months)s maanden") % {"months": months}


def _cost(service: Service) -> str:
    said = [in_language(service.fees_description)]
    for option in service.cost_options.all():
        words = in_language(option.option) or in_language(option.amount_description)
        amount = "" if option.amount is None else f"€ {option.amount}"
        said.append(" ".join(filter(None, [words, "" if option.amount == 0 and words else amount])))
    return "; ".join(filter(None, said))


def _reached(service: Service) -> Iterator[str]:
    yield from (phone.number for phone in service.phones.all())
    if service.email or service.organization.email:
        yield service.email or service.organization.email
    if service.url:
        yield service.url
