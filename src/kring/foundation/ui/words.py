"""Time in words, as people say it: nog 3 dagen, gisteren om 14.10 uur, vrijdag 4 december.

Days are local days. Month and day names come from CLDR in the language of the page; the rest are
catalogue texts. Nothing here reads the clock: now comes in.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

import phonenumbers
from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import format_date
from django.utils.timezone import get_default_timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

SOON_DAYS = 5
"""From this many days before the last day a promise is shown as urgent."""


@dataclass(frozen=True)
class Clock:
    """A promise as shown: how full its bar is (0 to 100), what it says and in which colour."""

    percent: int
    words: str
    kind: str

    @property
    def chip(self) -> str:
        """The colour of the words; a clock that stands still has none."""
        return "" if self.kind == "still" else self.kind


def _local(at: datetime) -> datetime:
    """An instant in the time of Belgium; no page is ever shown in another."""
    return at.astimezone(get_default_timezone())


def local_date(at: datetime | date) -> date:
    """The local calendar day of an instant; a day stays itself."""
    return _local(at).date() if isinstance(at, datetime) else at


def days_to_go(due: datetime, at: datetime) -> int:
    """Whole days from today to the last day; ``due`` is the first instant after it."""
    last = _local(due - timedelta(microseconds=1)).date()
    return (last - local_date(at)).days


def days_left_words(due: datetime, at: datetime) -> str:
    """How long a promise still has, or how late it is."""
    return words_of_days(days_to_go(due, at))


def days_left_kind(due: datetime, at: datetime) -> str:
    """The colour of a promise: ok, soon or late (late from the last day on)."""
    return kind_of_days(days_to_go(due, at))


def words_of_days(days: int) -> str:
    """This many days to go, or too late, in words."""
    return _words_of_days(days, get_language())


@lru_cache(maxsize=1024)
def _words_of_days(days: int, _language: str | None) -> str:
    if days == 0:
        return _("vandaag bekijken")
    if days > 0:
        return ngettext("nog %(days)d dag", "nog %(days)d dagen", days) % {"days": days}
    return ngettext("%(days)d dag te laat", "%(days)d dagen te laat", -days) % {"days": -days}


def kind_of_days(days: int) -> str:
    """The colour of a promise with this many days to go."""
    if days <= 0:
        return "late"
    return "soon" if days <= SOON_DAYS else "ok"


def percent_gone(starts: datetime, due: datetime, at: datetime) -> int:
    """How much of the time is used, from 0 to 100."""
    whole = (due - starts).total_seconds()
    if whole <= 0:
        return 100
    return max(0, min(100, round((at - starts).total_seconds() * 100 / whole)))


def after_days_words(start: datetime, end: datetime) -> str:
    """How long something took: na 9 dagen."""
    days = (local_date(end) - local_date(start)).days
    if days <= 0:
        return _("dezelfde dag")
    return ngettext("na %(days)d dag", "na %(days)d dagen", days) % {"days": days}


def day_words(day: datetime | date, at: datetime | None = None) -> str:
    """A day in words with its weekday; the year is left out when it is this year."""
    on = local_date(day)
    this_year = at is not None and local_date(at).year == on.year
    return _said(on, _pattern(with_year=not this_year, weekday=True), get_language())


def short_day_words(day: datetime | date, at: datetime | None = None) -> str:
    """A day in few signs: 3 nov., or 3 nov. 2025 in another year."""
    on = local_date(day)
    this_year = at is not None and local_date(at).year == on.year
    return _said(on, "d MMM" if this_year else "d MMM y", get_language())


def birthday_words(day: date) -> str:
    """The day somebody was born: 23 november 2019. Its weekday tells nobody anything."""
    return _said(day, _pattern(with_year=True, weekday=False), get_language())


def short_month_words(day: date) -> str:
    """A month in few signs: nov."""
    return _said(day, "MMM", get_language())


def clock_words(at: datetime) -> str:
    """The time of day: 10 uur, 14.10 uur; 14 h 10 in French; 14:10 in English."""
    local = _local(at)
    language = page_locale().language
    if language == "nl":
        return f"{local.hour}.{local.minute:02} uur" if local.minute else f"{local.hour} uur"
    if language == "fr":
        return f"{local.hour} h {local.minute:02}" if local.minute else f"{local.hour} h"
    return f"{local.hour:02}:{local.minute:02}"


def moment_words(when: datetime, at: datetime | None = None) -> str:
    """Day and time: vandaag om 10 uur, gisteren om 14.10 uur, 3 november 2025 om 9 uur."""
    time = clock_words(when)
    if at is not None:
        near = _near_words((local_date(when) - local_date(at)).days, time)
        if near:
            return near
    this_year = at is not None and local_date(at).year == local_date(when).year
    pattern = _pattern(with_year=not this_year, weekday=False)
    day = _said(local_date(when), pattern, get_language())
    return _("%(day)s om %(time)s") % {"day": day, "time": time}


def page_locale() -> Locale:
    """The CLDR locale of the page's language, Dutch when it is not known."""
    return _locale_of(get_language())


@lru_cache(maxsize=64)
def _locale_of(language: str | None) -> Locale:
    try:
        return Locale.parse((language or "nl").replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale("nl")


@lru_cache(maxsize=4096)
def _said(on: date, pattern: str, language: str | None) -> str:
    """A day by its pattern; a list says the same days over and over."""
    return format_date(on, pattern, locale=_locale_of(language))


def _near_words(days: int, time: str) -> str:
    if days == 0:
        return _("vandaag om %(time)s") % {"time": time}
    if days == -1:
        return _("gisteren om %(time)s") % {"time": time}
    if days == 1:
        return _("morgen om %(time)s") % {"time": time}
    return ""


def _pattern(*, with_year: bool, weekday: bool) -> str:
    return ("EEEE d MMMM" if weekday else "d MMMM") + (" y" if with_year else "")


def language_name(code: str) -> str:
    """The name of a language in the language of the page; a code nobody knows as it stands."""
    return _language_name(code, get_language() or "nl")


@lru_cache(maxsize=1_000)
def _language_name(code: str, page: str) -> str:
    names = Locale.parse(page, sep="-").languages
    whole = code.lower()
    return str(names.get(whole.replace("-", "_")) or names.get(whole.partition("-")[0]) or code)


def phone_words(number: str) -> str:
    """A telephone number as people here write it: 0470 12 34 56; what is no number as it stands.

    Its parts stay on one line, and in this order where a page reads from the right.
    """
    try:
        parsed = phonenumbers.parse(number, "BE")
    except phonenumbers.NumberParseException:
        return number
    form = phonenumbers.PhoneNumberFormat
    here = parsed.country_code == phonenumbers.country_code_for_region("BE")
    written = phonenumbers.format_number(parsed, form.NATIONAL if here else form.INTERNATIONAL)
    return written.replace(" ", "\u00a0")
