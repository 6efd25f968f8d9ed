"""Making what a feed says fit our fields; what does not fit is set aside as it was said."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.utils.translation import gettext as _

from kring.offer.directory.rules import FIRST_YEAR, LAST_YEAR

type Convert = Callable[[Any, str], Any]
type Spec = Mapping[str, tuple[str, Convert]]
"""The name in HSDS, to our field and how its value is made."""

LONGEST_TEXT, LONGEST_NAME, LONGEST_LINK, LONGEST_EMAIL = 10_000, 200, 500, 254
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""Signs that stand in no text."""
UNKEPT = re.compile(r"[\x00\ud800-\udfff]")
UNKNOWN_SIGN = "\N{REPLACEMENT CHARACTER}"
_is_link = URLValidator(schemes=["http", "https"])
_is_email = EmailValidator()


class UnfitError(ValueError):
    """What a feed says cannot be what it should be; the message is a sentence."""


def line(most: int) -> Convert:
    """A text without a language of at most so many signs."""

    def converted(value: Any, _language: str) -> str:
        if not isinstance(value, str):
            raise UnfitError(_("Dit is geen tekst."))
        if UNSEEN.search(value):
            raise UnfitError(_("Hier staan tekens in die geen tekst zijn."))
        if len(value) > most:
            raise UnfitError(_("Dit is te lang. Hou het bij %(most)s tekens.") % {"most": most})
        return value

    return converted


def text(most: int = LONGEST_TEXT) -> Convert:
    """A text in the language of the feed."""
    as_line = line(most)
    return lambda value, language: {language: as_line(value, language)}


def link(value: Any, language: str) -> str:
    """An address of the web."""
    found: str = line(LONGEST_LINK)(value, language)
    return _valid(_is_link, found, _("Dit is geen webadres."))


def email(value: Any, language: str) -> str:
    """An e-mail address."""
    found: str = line(LONGEST_EMAIL)(value, language)
    return _valid(_is_email, found, _("Dit is geen e-mailadres."))


def _valid(check: Callable[[str], None], value: str, why: str) -> str:
    try:
        check(value)
    except ValidationError as error:
        raise UnfitError(why) from error
    return value


def day(value: Any, _language: str) -> date:
    """A day as ISO 8601 writes it, of a year in which there are services."""
    try:
        found = date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise UnfitError(_("Dit is geen dag.")) from error
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise UnfitError(_("Dit is geen dag."))
    return found


def hour(value: Any, _language: str) -> time:
    """An hour as ISO 8601 writes it; it is read as local time."""
    try:
        return time.fromisoformat(value).replace(tzinfo=None)
    except (TypeError, ValueError) as error:
        raise UnfitError(_("Dit is geen uur.")) from error


def number(least: float, most: float) -> Convert:
    """A number between two others, both taken in."""

    def converted(value: Any, _language: str) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise UnfitError(_("Dit is geen getal."))
        if not least <= value <= most:
            raise UnfitError(_("Dit getal kan niet."))
        return value

    return converted


def whole_number(least: int, most: int) -> Convert:
    """A number without a fraction."""
    as_number = number(least, most)

    def converted(value: Any, language: str) -> int:
        found = as_number(value, language)
        if found != int(found):
            raise UnfitError(_("Dit getal kan niet."))
        return int(found)

    return converted


def objects(value: Any, _language: str) -> list[dict[str, Any]]:
    """A list of objects, kept as it is said."""
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise UnfitError(_("Dit is geen lijst."))
    return value


def money(value: Any, language: str) -> Decimal:
    """An amount with cents."""
    found = Decimal(str(number(0, 99_999_999)(value, language)))
    if found != found.quantize(Decimal("0.01")):
        raise UnfitError(_("Dit bedrag kan niet."))
    return found


def one_of(codes: Collection[str]) -> Convert:
    """A code of a list, in capitals or not."""
    known = {code.casefold(): code for code in codes}

    def converted(value: Any, _language: str) -> str:
        if not isinstance(value, str) or value.casefold() not in known:
            raise UnfitError(_("Kies uit de lijst."))
        return known[value.casefold()]

    return converted


def plain(said: Any) -> Any:
    """What is said, with signs that no database keeps made into the sign for an unknown one."""
    if isinstance(said, str):
        return UNKEPT.sub(UNKNOWN_SIGN, said)
    if isinstance(said, list):
        return [plain(one) for one in said]
    if isinstance(said, dict):
        return {plain(name): plain(value) for name, value in said.items()}
    return said


@dataclass(slots=True)
class Fitted:
    """A record made to fit: values of our fields, and what it says besides."""

    values: dict[str, Any]
    also: dict[str, Any]
    unfit: dict[str, str]

    def set_aside(self, spec: Spec, raw: Mapping[str, Any], fields: Collection[str], why: str) -> bool:
        """Keep these fields as they were said and use them no more; False when none was used."""
        found = [
            name for name, (field, _convert) in spec.items() if field in fields and field in self.values
        ]
        for name in found:
            del self.values[spec[name][0]]
            self.also[name], self.unfit[name] = raw[name], why
        return bool(found)


def fit(spec: Spec, raw: Mapping[str, Any], language: str, handled: Collection[str] = ()) -> Fitted:
    """Make a record fit; ``handled`` are the names that are read elsewhere."""
    fitted = Fitted({}, {}, {})
    for name, value in raw.items():
        if name in handled or value is None or value == "":
            continue
        if name not in spec:
            fitted.also[name] = value
            continue
        field, convert = spec[name]
        try:
            fitted.values[field] = convert(value, language)
        except UnfitError as error:
            fitted.also[name], fitted.unfit[name] = value, str(error)
    return fitted


FALL_TOGETHER = {
    "latitude": ("latitude", "longitude"),
    "opens_at": ("opens_at", "closes_at"),
    "dtstart": ("dtstart", "until", "valid_from", "valid_to", "count"),
}
"""What is set aside with a field that is refused, because neither says anything alone."""


def fit_checked(
    spec: Spec,
    raw: Mapping[str, Any],
    language: str,
    check: Callable[[dict[str, Any]], None],
    handled: Collection[str] = (),
) -> Fitted:
    """Make a record fit and hold by our rules; a field they refuse is set aside.

    Raises ValidationError for what they refuse whatever is set aside.
    """
    fitted = fit(spec, raw, language, handled)
    for _field in range(len(spec) + 1):
        try:
            check(fitted.values)
        except ValidationError as error:
            refused = getattr(error, "message_dict", None) or {}
            why = " ".join(error.messages)
            names = {name for field in refused for name in FALL_TOGETHER.get(field, (field,))}
            if not fitted.set_aside(spec, raw, names, why):
                raise
        else:
            break
    return fitted
