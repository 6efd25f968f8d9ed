"""Writing down who somebody is, and correcting it."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.foundation.keys.sealing import seal
from kring.registry.people.models import Person
from kring.registry.people.names import search_name
from kring.registry.people.queries import address_row, national_number_of, number_index, number_row
from kring.registry.people.rules import check_dates, check_national_number
from kring.registry.places.models import Municipality

NAMES = ("given_name", "family_name", "nickname")
CORRECTABLE = frozenset(
    {
        *NAMES,
        *("birth_date", "expected_birth_date", "gender", "preferred_language", "known_languages"),
        *("interpreter_needed", "municipality", "address"),
    }
)


@action
def register_person(
    *,
    by: Actor,
    at: datetime,
    given_name: str = "",
    family_name: str = "",
    nickname: str = "",
    birth_date: date | None = None,
    expected_birth_date: date | None = None,
    gender: str = "",
    preferred_language: str = "",
    known_languages: Iterable[str] = (),
    interpreter_needed: bool = False,
    municipality: Municipality | None = None,
    address: str = "",
    protected_address: bool = False,
) -> Person:
    """Write a person down; everything may be unknown. Raises ValidationError."""
    check_dates(birth_date, expected_birth_date, at)
    person = Person(
        given_name=given_name.strip(),
        family_name=family_name.strip(),
        nickname=nickname.strip(),
        search_name=search_name(given_name, family_name, nickname),
        birth_date=birth_date,
        expected_birth_date=expected_birth_date,
        gender=gender,
        preferred_language=preferred_language,
        known_languages=list(known_languages),
        interpreter_needed=interpreter_needed,
        protected_address=protected_address,
        municipality=municipality,
        created_at=at,
    )
    person.sealed_address = _sealed_address(person, address)
    _check_fields(person)
    person.save(force_insert=True)
    record(by=by, at=at, did="person.registered", about=[("person", person.key)])
    return person


@action
def correct_person(*, by: Actor, at: datetime, person: Person, version: int, **changes: Any) -> Person:
    """Correct what is known of a person, seen at ``version``; ``changes`` are the fields to set.

    A birth date takes the place of an expected one. Raises StaleRecord when another save came
    first, ValidationError for impossible values.
    """
    unknown = changes.keys() - CORRECTABLE
    if unknown:
        raise TypeError(f"not to be corrected here: {sorted(unknown)}")
    told = sorted(changes)
    if "address" in changes:
        changes["sealed_address"] = _sealed_address(person, changes.pop("address"))
    if changes.get("birth_date") and "expected_birth_date" not in changes:
        changes["expected_birth_date"] = None
    draft = Person(**{**_fields(person), **_without(changes, "municipality")})
    check_dates(draft.birth_date, draft.expected_birth_date, at)
    if changes.keys() & set(NAMES):
        changes.update({name: getattr(draft, name).strip() for name in NAMES})
        changes["search_name"] = search_name(*(changes[name] for name in NAMES))
    _check_fields(draft)
    person.save_from(version, **changes)
    record(by=by, at=at, did="person.corrected", about=[("person", person.key)], fields=told)
    return person


@action
def record_birth(*, by: Actor, at: datetime, person: Person, birth_date: date) -> Person:
    """An expected child is born: the expected date gives way to the birth date."""
    check_dates(birth_date, None, at)
    person.save_from(person.version, birth_date=birth_date, expected_birth_date=None)
    record(by=by, at=at, did="person.born", about=[("person", person.key)])
    return person


@action
def set_national_number(*, by: Actor, at: datetime, person: Person, number: str) -> Person:
    """Store a national or BIS number, sealed for this person.

    Raises ValidationError when it fails its check or cannot be used; that sentence does not say
    that, or for whom, the number is known.
    """
    digits = check_national_number(number)
    if national_number_of(person) == digits:
        nothing_changed()
        return person
    sealed = seal(digits, row=number_row(person))
    values = {"sealed_national_number": sealed, "national_number_index": number_index(digits)}
    try:
        with transaction.atomic():
            person.save_from(person.version, **values)
    except IntegrityError as error:
        message = _("Dit nummer kan hier niet gebruikt worden. Kijk het na, of vraag je coördinator.")
        raise ValidationError({"national_number": message}) from error
    record(by=by, at=at, did="person.number_set", about=[("person", person.key)])
    return person


@action
def forget_national_number(*, by: Actor, at: datetime, person: Person, because: str) -> Person:
    """Take a national number away again."""
    values = {"sealed_national_number": "", "national_number_index": None}
    person.save_from(person.version, **values)
    about = [("person", person.key)]
    record(by=by, at=at, did="person.number_forgotten", about=about, because=because)
    return person


@action
def protect_address(*, by: Actor, at: datetime, person: Person, because: str = "") -> Person:
    """From now on where this person lives, and what follows from it, is a protected address."""
    return _set_protected(by, at, person, because=because, protected=True)


@action
def unprotect_address(*, by: Actor, at: datetime, person: Person, because: str = "") -> Person:
    """The address of this person need no longer be protected."""
    return _set_protected(by, at, person, because=because, protected=False)


def _set_protected(by: Actor, at: datetime, person: Person, *, because: str, protected: bool) -> Person:
    if person.protected_address == protected:
        nothing_changed()
        return person
    person.save_from(person.version, protected_address=protected)
    did = "person.address_protected" if protected else "person.address_unprotected"
    record(by=by, at=at, did=did, about=[("person", person.key)], because=because)
    return person


def _sealed_address(person: Person, address: str) -> str:
    return seal(address.strip(), row=address_row(person)) if address.strip() else ""


def _fields(person: Person) -> dict[str, Any]:
    return {field.attname: getattr(person, field.attname) for field in person._meta.concrete_fields}


def _without(changes: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in changes.items() if key != name}


def _check_fields(person: Person) -> None:
    """Lengths and kinds of the fields; the sentences stand beside their field."""
    person.clean_fields(exclude=["municipality", "sealed_address", "known_languages", "search_name"])
