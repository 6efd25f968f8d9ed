"""What may be written in the directory; each refusal is a sentence beside its field."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from kring.offer.directory.linked import is_held_back
from kring.offer.directory.models import (
    ActivityDate,
    Entry,
    Organization,
    Part,
    Schedule,
    Service,
    ServiceArea,
    WrongAbout,
)
from kring.offer.directory.models.services import MOST_MONTHS, OLDEST_MONTHS
from kring.offer.directory.states import DEFUNCT, OPEN
from kring.registry.network.rules import NETWORK_MANAGE
from kring.registry.places.models import Municipality, Province
from kring.trust.access.readers import Reader

LANGUAGES = ("nl", "fr", "en")
LONGEST_NAME, LONGEST_TEXT = 200, 10_000
MOST_PEOPLE = 20
MOST_REPORTS, LONGEST_REPORT = 20, 2_000
NOT_TEXTS = {"also", "phones"}
BY_DAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
NIS, BELGIUM = "nis", "01000"
FIRST_YEAR, LAST_YEAR = 1950, 2199
REGIONS = ("02000", "03000", "04000")


def text_fields(model: type[models.Model]) -> list[str]:
    """The fields of a model that hold ``{nl, fr, en}``."""
    return [
        field.name
        for field in model._meta.local_fields
        if isinstance(field, models.JSONField) and field.name not in NOT_TEXTS
    ]


def check_texts(model: type[models.Model], values: Mapping[str, Any]) -> None:
    """Texts are in the languages of the screen and not endless; raises ValidationError."""
    for name in text_fields(model):
        _check_text(name, values.get(name) or {})


def _check_text(name: str, text: Any) -> None:
    if not isinstance(text, dict) or not all(isinstance(words, str) for words in text.values()):
        raise ValidationError({name: _("Dit is geen tekst.")})
    if not set(text) <= set(LANGUAGES):
        raise ValidationError({name: _("Schrijf dit in het Nederlands, Frans of Engels.")})
    most = LONGEST_NAME if name == "name" else LONGEST_TEXT
    if any(len(words) > most for words in text.values()):
        raise ValidationError({name: _("Dit is te lang. Hou het bij %(most)s tekens.") % {"most": most}})


def check_named(name: Any) -> None:
    """It has a name in one language at least; raises ValidationError."""
    if not isinstance(name, dict) or not any(str(words).strip() for words in name.values()):
        raise ValidationError({"name": _("Schrijf hoe dit heet.")})


def check_is_own(entry: Entry) -> None:
    """What somebody else keeps is changed there; raises ValidationError."""
    if entry.foreign and entry.source is not None:
        message = _("Dit komt van %(source)s. Verbeter het daar.") % {"source": entry.source.name}
        raise ValidationError(message, code="foreign")


def check_goes_on(service: Service) -> None:
    """What has stopped for good is not changed any more; raises ValidationError."""
    if service.state == DEFUNCT:
        raise ValidationError(_("Dit aanbod is gestopt. Voeg het opnieuw toe."), code="defunct")


def check_may_link(service: Service, beside: Service) -> None:
    """Two services of ours that both go on may go together; raises ValidationError."""
    for one in (service, beside):
        check_is_own(one)
        check_goes_on(one)
    if service.pk == beside.pk:
        raise ValidationError(_("Kies twee verschillende aanbiedingen."))


def check_may_keep(reader: Reader, organization: Organization) -> None:
    """Its own workers keep the offer of an organisation, and who manages the network."""
    check_is_own(organization)
    if organization.ours_id not in reader.organisation_ids and not reader.may(NETWORK_MANAGE):
        raise ValidationError(_("Alleen wie bij deze organisatie werkt, past haar aanbod aan."))


def may_keep(reader: Reader, organization: Organization) -> bool:
    """Whether ``check_may_keep`` has nothing against it."""
    return _allows(lambda: check_may_keep(reader, organization))


def check_ages(minimum: int | None, maximum: int | None) -> None:
    """Ages in months are of people and in order; raises ValidationError."""
    for months in (minimum, maximum):
        if months is not None and not 0 <= months <= OLDEST_MONTHS:
            raise ValidationError({"minimum_months": _("Deze leeftijd bestaat niet.")})
    if minimum is not None and maximum is not None and maximum <= minimum:
        raise ValidationError({"maximum_months": _("De hoogste leeftijd ligt onder de laagste.")})


def check_confirm_every(months: int | None) -> None:
    """The owner confirms each 1 to 12 months; raises ValidationError."""
    if months is None or not 1 <= months <= MOST_MONTHS:
        raise ValidationError({"confirm_every": _("Kies 1 tot 12 maanden.")})


def check_free_places(places: int | None) -> None:
    """Free places are counted from none; empty takes the statement back. ValidationError."""
    if places is not None and not 0 <= places <= 9999:  # noqa: PLR2004 - more than any house has
        raise ValidationError({"free_places": _("Schrijf hoeveel plaatsen er vrij zijn.")})


def lies_on_earth(latitude: float, longitude: float) -> bool:
    """Whether these degrees (WGS 84) are a place; what is no number is none."""
    return -90 <= latitude <= 90 and -180 <= longitude <= 180  # noqa: PLR2004 - degrees


def check_part(part: Part) -> None:
    """A part of an entry says something that can be stored; raises ValidationError."""
    check_texts(type(part), {name: getattr(part, name) for name in text_fields(type(part))})
    owners = [field.name for field in part._meta.local_fields if field.many_to_one]
    part.clean_fields(exclude=owners)
    if isinstance(part, Schedule):
        check_schedule(part)
    if isinstance(part, ServiceArea):
        check_area(part)


def check_schedule(schedule: Schedule) -> None:
    """The rule is one of RFC 5545 as HSDS takes it; raises ValidationError."""
    _check_days_in_order(schedule)
    if schedule.closes_at is not None and schedule.opens_at is None:
        raise ValidationError({"opens_at": _("Schrijf vanaf welk uur het open is.")})
    if schedule.wkst and schedule.wkst not in WEEKDAYS:
        raise ValidationError({"wkst": _("Deze dag bestaat niet.")})
    if any(not BY_DAY.fullmatch(day) for day in _listed(schedule.byday)):
        raise ValidationError({"byday": _("Deze dag bestaat niet.")})
    for name, most in (("byweekno", 53), ("bymonthday", 31), ("byyearday", 366)):
        if not all(_counts(number, most) for number in _listed(getattr(schedule, name))):
            raise ValidationError({name: _("Deze dag bestaat niet.")})


def _check_days_in_order(schedule: Schedule) -> None:
    """Days that no service has are refused: a rule is walked from its first day."""
    given = (schedule.dtstart, schedule.until, schedule.valid_from, schedule.valid_to)
    if any(day and not FIRST_YEAR <= day.year <= LAST_YEAR for day in given):
        raise ValidationError({"dtstart": _("Deze dag bestaat niet.")})
    if schedule.until and schedule.count:
        raise ValidationError({"until": _("Kies een einddag of een aantal keer, niet allebei.")})
    if schedule.dtstart and schedule.until and schedule.until < schedule.dtstart:
        raise ValidationError({"until": _("De laatste dag ligt voor de eerste.")})
    if schedule.valid_from and schedule.valid_to and schedule.valid_to < schedule.valid_from:
        raise ValidationError({"valid_to": _("De laatste dag ligt voor de eerste.")})
    if schedule.count and not schedule.dtstart:
        raise ValidationError({"dtstart": _("Schrijf op welke dag het begint.")})


def _listed(text: str) -> list[str]:
    return [one.strip().upper() for one in text.split(",")] if text.strip() else []


def _counts(number: str, most: int) -> bool:
    return bool(re.fullmatch(r"[+-]?[0-9]{1,3}", number)) and 1 <= abs(int(number)) <= most


def check_area(area: ServiceArea) -> None:
    """An area told by a code names a place that there is; raises ValidationError."""
    if area.extent_type != NIS or area.extent in (BELGIUM, *REGIONS):
        return
    known = Municipality.objects.filter(nis=area.extent).exists()
    if not known and not Province.objects.filter(nis=area.extent).exists():
        raise ValidationError({"extent": _("Deze gemeente of provincie bestaat niet.")})


def check_codes(name: str, given: Iterable[str], known: Iterable[str]) -> None:
    """Codes stand in their list; raises ValidationError."""
    if not set(given) <= set(known):
        raise ValidationError({name: _("Kies uit de lijst.")})


def check_may_sign_up(date: ActivityDate, people: int, at: datetime) -> None:
    """One signs up for what has room, and is offered now; raises ValidationError."""
    check_has_room(date, people, at)
    if is_held_back(date.activity.service):
        raise ValidationError(_("Wat hierbij hoort, is volzet. Daarom kan dit nu niet."), code="full")


def check_has_room(date: ActivityDate, people: int, at: datetime) -> None:
    """What one signs up for is still to come, goes on, and has room; raises ValidationError."""
    if not date.activity.sign_up:
        raise ValidationError(_("Hier hoef je niet in te schrijven. Kom gewoon langs."), code="walk_in")
    if date.cancelled_at is not None or date.activity.stopped_at is not None:
        raise ValidationError(_("Deze activiteit gaat niet door."), code="cancelled")
    if date.starts_at <= at:
        raise ValidationError(_("Deze activiteit is al begonnen."), code="past")
    if not 1 <= people <= MOST_PEOPLE:
        message = _("Schrijf met hoeveel je komt: 1 tot %(most)s.") % {"most": MOST_PEOPLE}
        raise ValidationError({"people": message})
    if date.seats is not None and date.taken + people > date.seats:
        raise ValidationError(_("Er is niet genoeg plaats meer. Kies een andere dag."), code="full")


def may_sign_up(date: ActivityDate, people: int, at: datetime) -> bool:
    """Whether ``check_may_sign_up`` has nothing against it."""
    return _allows(lambda: check_may_sign_up(date, people, at))


def has_room(date: ActivityDate, people: int, at: datetime) -> bool:
    """Whether ``check_has_room`` has nothing against it."""
    return _allows(lambda: check_has_room(date, people, at))


def may_join(service: Service, dates: Iterable[ActivityDate], at: datetime) -> set[int]:
    """The numbers of those of these dates of one service for which one more may sign up."""
    open_now = {date.pk for date in dates if has_room(date, 1, at)}
    return set() if open_now and is_held_back(service) else open_now


def check_report(service: Service, about: str, words: str) -> None:
    """A report says what is wrong, of what is kept here, and finds room; raises ValidationError."""
    check_is_own(service)
    if about == WrongAbout.OTHER and not words.strip():
        raise ValidationError({"words": _("Schrijf wat er niet klopt.")})
    if len(words) > LONGEST_REPORT:
        message = _("Dit is te lang. Hou het bij %(most)s tekens.") % {"most": LONGEST_REPORT}
        raise ValidationError({"words": message})
    if service.reports.filter(state=OPEN).count() >= MOST_REPORTS:
        raise ValidationError(_("Dit werd al vaak gemeld. Er wordt naar gekeken."), code="full")


def may_report(service: Service, about: str, words: str) -> bool:
    """Whether ``check_report`` has nothing against it."""
    return _allows(lambda: check_report(service, about, words))


def _allows(check: Callable[[], None]) -> bool:
    try:
        check()
    except ValidationError:
        return False
    return True
