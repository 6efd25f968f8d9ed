"""The folded choices of the search form, as lists for a template."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kring.offer.directory.models import LifeDomain, Reach
from kring.web.finding.asked import KM, LANGUAGES, Asked
from kring.web.finding.words import age, day_name, language_name

type Option = tuple[str, str, bool]
"""The value, its words, and whether it is chosen."""

GROWN_UP = 18


@dataclass(frozen=True, slots=True)
class Choice:
    """One list to choose from."""

    name: str
    label: str
    options: list[Option]


def choices(asked: Asked) -> list[Choice]:
    """Every list with what is chosen now."""
    lists = [
        ("maanden", _("Leeftijd van je jongste kind"), _ages(), _said(asked.maanden)),
        ("domein", _("Waarover gaat het?"), _with_all(LifeDomain.choices), asked.domein),
        ("taal", _("Taal"), _languages(asked.taal), asked.taal),
        ("dag", _("Open op"), _days(), _said(asked.dag)),
        ("bereik", _("Voor wie"), _with_all(Reach.choices), asked.bereik),
        ("km", _("Hoe ver?"), _distances(asked.km), str(asked.km)),
    ]
    return [
        Choice(name, label, [(value, words, value == chosen) for value, words in options])
        for name, label, options, chosen in lists
    ]


def _said(number: int | None) -> str:
    return "" if number is None else str(number)


def _with_all(options: Sequence[tuple[str, object]]) -> list[tuple[str, str]]:
    return [("", _("alles")), *((value, str(words)) for value, words in options)]


def _ages() -> list[tuple[str, str]]:
    """Whole years, with the first in parts: what is for babies changes with the month."""
    first = [("", _("maakt niet uit")), ("-1", _("nog niet geboren")), ("3", _("jonger dan 6 maanden"))]
    first.append(("9", _("6 tot 12 maanden")))
    years = [(str(year * 12 + 6), age(year * 12)) for year in range(1, GROWN_UP)]
    return [*first, *years, (str(GROWN_UP * 12), _("18 jaar of ouder"))]


def _languages(chosen: str) -> list[tuple[str, str]]:
    codes = [*LANGUAGES, *([chosen] if chosen and chosen not in LANGUAGES else [])]
    return [("", _("maakt niet uit")), *((code, language_name(code)) for code in codes)]


def _days() -> list[tuple[str, str]]:
    return [("", _("maakt niet uit")), *((str(day), day_name(day)) for day in range(1, 8))]


def _distances(chosen: int) -> list[tuple[str, str]]:
    return [(str(km), _("tot %(km)s km") % {"km": km}) for km in sorted({*KM, chosen})]
