"""Values of terms and their grounds as people say them."""

import re

from django.utils.translation import gettext as _

from kring.foundation.deadlines.models import Term

PARTS = re.compile(r"(\d+)([YMWD])")
PRACTICE = "Practice of this network"
FIELD = "General knowledge of the field"


def value_words(value: str) -> str:
    """``P1M`` as one month, ``3WD`` as three working days, a number as itself."""
    if value.endswith("WD"):
        return _working_days(int(value.removesuffix("WD")))
    if value.isdecimal():
        return value
    return ", ".join(_span(int(count), unit) for count, unit in PARTS.findall(value))


def ground_words(term: Term) -> str:
    """What a term rests on: an agreement in plain words, a source as it is called."""
    if term.ground.startswith(PRACTICE):
        return _("Afspraak van dit netwerk")
    return _("Algemene kennis van het veld") if term.ground == FIELD else term.ground


def _working_days(count: int) -> str:
    if count == 0:
        return _("dezelfde werkdag")
    return _("één werkdag") if count == 1 else _("%(count)d werkdagen") % {"count": count}


def _span(count: int, unit: str) -> str:
    one = {"Y": _("één jaar"), "M": _("één maand"), "W": _("één week"), "D": _("één dag")}
    more = {
        "Y": _("%(count)d jaar"),
        "M": _("%(count)d maanden"),
        "W": _("%(count)d weken"),
        "D": _("%(count)d dagen"),
    }
    return one[unit] if count == 1 else more[unit] % {"count": count}
