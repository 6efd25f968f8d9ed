"""When a term may be changed, and what a value may be."""

import re
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kring.foundation.deadlines.calendar import local_day

NUMBER = re.compile(r"[0-9]{1,9}")
WORKING = re.compile(r"[0-9]{1,3}WD")
DURATION = re.compile(r"P(?=[0-9])(?:[0-9]{1,3}Y)?(?:[0-9]{1,4}M)?(?:[0-9]{1,4}W)?(?:[0-9]{1,5}D)?")


def kind_of_value(value: str) -> str:
    """``number`` or ``term``; raises ValidationError when ``value`` is neither."""
    if NUMBER.fullmatch(value):
        return "number"
    if WORKING.fullmatch(value) or DURATION.fullmatch(value):
        return "term"
    raise ValidationError(
        _("Schrijf een duur als P1M (een maand), P8D (acht dagen) of 3WD (drie werkdagen)."),
        code="value",
    )


def check_may_change_term(*, old: str, new: str, valid_from: date, at: datetime) -> None:
    """A new value is of the same kind as the old one and starts tomorrow at the earliest.

    So no promise made today gets another end. Raises ValidationError.
    """
    if kind_of_value(new) != kind_of_value(old):
        raise ValidationError(
            _("Dit is nu %(old)s. Kies een waarde van dezelfde soort."), "kind", {"old": old}
        )
    if valid_from <= local_day(at):
        raise ValidationError(_("Een nieuwe waarde begint ten vroegste morgen."), code="start")


def may_change_term(*, old: str, new: str, valid_from: date, at: datetime) -> bool:
    """Whether ``check_may_change_term`` has nothing against it."""
    try:
        check_may_change_term(old=old, new=new, valid_from=valid_from, at=at)
    except ValidationError:
        return False
    return True
