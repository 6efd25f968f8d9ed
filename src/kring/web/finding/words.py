"""Why something was found, for whom it is and when it opens, as people say it."""

from datetime import date
from functools import lru_cache

from babel import Locale
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from kring.foundation.records.local_text import choice_words
from kring.foundation.ui.words import short_day_words
from kring.offer.directory.models import LifeDomain
from kring.offer.directory.search.documents import Reason, Why

YEAR = 12
SMALL_KM = 1


def day_name(day: int) -> str:
    """The name of a day of the week, 1 for Monday."""
    return _days(get_language() or "nl")[day - 1]


@lru_cache(maxsize=16)
def _days(language: str) -> tuple[str, ...]:
    names = Locale.parse(language, sep="-").days["format"]["wide"]
    return tuple(str(names[number]) for number in range(7))


def language_name(code: str) -> str:
    """The name of a language on this screen; an unknown code as it stands."""
    return _language(code, get_language() or "nl")


@lru_cache(maxsize=1_000)
def _language(code: str, screen: str) -> str:
    names = Locale.parse(screen, sep="-").languages
    return str(names.get(code.lower().replace("-", "_")) or names.get(code[:2].lower()) or code)


def ages(lowest: int | None, highest: int | None, *, expecting: bool = False) -> str:
    """For which ages something is, from months; empty when it is for everybody."""
    if lowest is not None and lowest < 0:
        lowest, expecting = None, True
    if lowest is None and highest is None:
        return _("tijdens de zwangerschap") if expecting else ""
    if highest is None:
        said = _("vanaf %(age)s") % {"age": age(lowest or 0)}
    elif not lowest:
        said = _("tot %(age)s") % {"age": age(highest)}
    else:
        said = _("van %(from)s tot %(to)s") % {"from": age(lowest), "to": age(highest)}
    return _("zwangerschap, en %(ages)s") % {"ages": said} if expecting else said


def age(months: int) -> str:
    """An age in months, or in whole years."""
    if months and months % YEAR == 0:
        years = months // YEAR
        return ngettext("%(number)s jaar", "%(number)s jaar", years) % {"number": years}
    return ngettext("%(number)s maand", "%(number)s maanden", months) % {"number": months}


def distance(km: float) -> str:
    """About how far it is, as the crow flies."""
    if km < SMALL_KM:
        return _("op minder dan 1 km")
    return _("op ongeveer %(km)s km") % {"km": round(km)}


def reason(why: Reason, free: tuple[int, date] | None) -> str:
    """One reason as a few words; empty for one that speaks for itself beside the name."""
    words = {"word": why.word, "found": why.found or why.word}
    if why.code in SAID:
        return str(SAID[why.code]) % words
    if why.code == Why.NEAR:
        return distance(why.km or 0.0)
    if why.code == Why.AGE and why.months:
        return ages(*why.months)
    if why.code == Why.FREE_NOW and free:
        return free_words(*free)
    return _of_codes(why)


def _of_codes(why: Reason) -> str:
    if why.code == Why.LANGUAGE:
        return _("ze spreken %(language)s") % {"language": language_name(why.word)}
    if why.code == Why.DOMAIN:
        return choice_words(LifeDomain, why.word)
    if why.code == Why.OPEN and why.word.isdecimal():
        return _("open op %(day)s") % {"day": day_name(int(why.word))}
    return ""


def free_words(places: int, stated_on: date) -> str:
    """How many places the owner said were free, never without the day of it."""
    if not places:
        said = _("geen plaats vrij")
    else:
        said = ngettext("%(number)s plaats vrij", "%(number)s plaatsen vrij", places)
        said = said % {"number": places}
    return _("%(places)s (opgegeven op %(day)s)") % {"places": said, "day": short_day_words(stated_on)}


SAID = {
    Why.IN_NAME: __("“%(found)s” staat in de naam"),
    Why.IN_TEXT: __("“%(word)s” staat in de beschrijving"),
    Why.SYNONYM: __("“%(found)s” is een ander woord voor “%(word)s”"),
    Why.TYPO: __("“%(word)s” lazen we als “%(found)s”"),
    Why.PARTS: __("de delen van “%(word)s” staan erin"),
    Why.WITHOUT: __("“%(word)s” staat er misschien niet in"),
    Why.REMOTE: __("op afstand of aan huis"),
    Why.SPECIFIC_NEED: __("ook voor een kind dat extra ondersteuning nodig heeft"),
}
