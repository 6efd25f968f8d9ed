"""What may be written down about a person; each refusal is a sentence beside its field."""

from datetime import date, datetime

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from stdnum.be import bis, nn
from stdnum.exceptions import ValidationError as WrongNumber

from kring.foundation.deadlines.calendar import LOCAL, local_day
from kring.foundation.deadlines.queries import due_for
from kring.registry.people.models import ContactChannel, Person

OLDEST_BIRTH_YEAR = 1900
COUNTRY = "BE"


def check_birth_date(birth_date: date | None, at: datetime) -> None:
    """A birth date lies today or earlier, in 1900 at the earliest."""
    if birth_date is None:
        return
    if birth_date > local_day(at):
        raise ValidationError(
            {
                "birth_date": _(
                    "Deze geboortedatum ligt in de toekomst. "
                    "Is het kind nog niet geboren? Vul dan de verwachte datum in."
                )
            }
        )
    if birth_date.year < OLDEST_BIRTH_YEAR:
        raise ValidationError({"birth_date": _("Kijk het jaar na: dit is voor 1900.")})


def check_expected_date(expected: date | None, at: datetime) -> None:
    """An expected birth date lies at most the term ``expected_birth_within`` before or after today.

    Before, because a child may be late and a birth may be told later.
    """
    if expected is None:
        return
    today = local_day(at)
    horizon = due_for("expected_birth_within", at).astimezone(LOCAL).date() - today
    if expected - today >= horizon:
        message = _("Deze verwachte datum ligt meer dan een jaar vooruit. Kijk het jaar na.")
        raise ValidationError({"expected_birth_date": message})
    if today - expected >= horizon:
        message = _("Deze verwachte datum is meer dan een jaar voorbij. Vul de geboortedatum in.")
        raise ValidationError({"expected_birth_date": message})


def check_born_or_expected(birth_date: date | None, expected: date | None) -> None:
    """Either born or expected, not both."""
    if birth_date and expected:
        message = _("Vul een geboortedatum in of een verwachte datum, niet allebei.")
        raise ValidationError({"expected_birth_date": message})


def check_dates(birth_date: date | None, expected: date | None, at: datetime) -> None:
    """All that is asked of the dates of one person."""
    check_birth_date(birth_date, at)
    check_expected_date(expected, at)
    check_born_or_expected(birth_date, expected)


def may_be_born_on(birth_date: date | None, at: datetime) -> bool:
    """Whether ``check_birth_date`` has nothing against it."""
    try:
        check_birth_date(birth_date, at)
    except ValidationError:
        return False
    return True


def check_national_number(text: str) -> str:
    """The eleven digits of a national or BIS number; raises ValidationError.

    The sentence does not repeat the number: it may stand in a log or on a shared screen.
    """
    for kind in (nn, bis):
        try:
            digits: str = kind.validate(text)
        except WrongNumber:
            continue
        return digits
    message = _("Dit rijksregisternummer klopt niet. Kijk de elf cijfers na.")
    raise ValidationError({"national_number": message})


def check_channel(kind: str, value: str) -> str:
    """The value of a contact channel as it is stored; raises ValidationError.

    Telephone numbers become E.164 (Belgian where no country is given).
    """
    value = value.strip()
    if kind == ContactChannel.Kind.COMES_BACK:
        return ""
    if kind == ContactChannel.Kind.EMAIL:
        return _checked_email(value)
    if kind in (ContactChannel.Kind.PHONE, ContactChannel.Kind.SMS):
        return checked_phone(value)
    raise ValidationError({"kind": _("Kies hoe we je kunnen bereiken.")})


def checked_phone(value: str, field: str = "value") -> str:
    """A telephone number as E.164; raises ValidationError on ``field``."""
    try:
        number = phonenumbers.parse(value, COUNTRY)
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_valid_number(number):
        message = _("Dit telefoonnummer klopt niet. Schrijf het zoals 0470 12 34 56.")
        raise ValidationError({field: message})
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _checked_email(value: str) -> str:
    try:
        validate_email(value)
    except ValidationError as error:
        message = _("Dit e-mailadres klopt niet. Schrijf het zoals naam@voorbeeld.be.")
        raise ValidationError({"value": message}) from error
    return value


def check_may_relate(person: Person, to: Person) -> None:
    """A relation is between two different persons."""
    if person.pk == to.pk:
        raise ValidationError({"to": _("Kies twee verschillende personen.")})


def check_ends_after_start(starts_at: datetime, ends_at: datetime) -> None:
    """A period does not end before it starts."""
    if ends_at < starts_at:
        raise ValidationError({"ends_at": _("Het einde ligt voor het begin.")})


def check_enough_to_recognise(
    *, given_name: str, family_name: str, birth_date: date | None, national_number: str
) -> None:
    """What the "already known?" check asks at least: a number, or a birth date with a full name."""
    if national_number:
        check_national_number(national_number)
        return
    if not (birth_date and given_name.strip() and family_name.strip()):
        message = _("Geef voornaam, naam en geboortedatum, of het rijksregisternummer.")
        raise ValidationError(message, code="not_enough")
