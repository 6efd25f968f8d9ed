"""Whether somebody may be known already: by number, or by birth date and a name that is alike."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from kring.foundation.journal.actor import SYSTEM
from kring.registry.people.actions import register_family, register_person
from kring.registry.people.models import Family, Person
from kring.registry.people.names import alike, search_name
from kring.registry.people.queries import Ground, Identifiers, likely_same, named_like
from kring.registry.people.rules import check_enough_to_recognise
from kring.registry.people.tests.people import NOW

pytestmark = pytest.mark.django_db
BORN = date(1988, 3, 4)


@pytest.fixture
def jef() -> Person:
    return register_person(
        by=SYSTEM, at=NOW, given_name="Jef", family_name="Van den Berghe", birth_date=BORN
    )


@pytest.mark.parametrize(
    ("given", "family", "born"),
    [
        ("Jef", "Vandenberghe", BORN),
        ("JEF", "VAN DEN BERGHE", BORN),
        ("Jeff", "Vandenberge", BORN),
        ("Vandenberghe", "Jef", BORN),
        ("Jef", "Van den Berghe", date(1988, 4, 3)),
    ],
    ids=["glued", "capitals", "misspelt", "turned round", "day and month turned round"],
)
def test_the_same_person_is_recognised(jef: Person, given: str, family: str, born: date) -> None:
    found = likely_same(Identifiers(given, family, born))
    assert [(likely.person, likely.ground) for likely in found] == [(jef, Ground.BIRTH_AND_NAME)]


@pytest.mark.parametrize(
    ("given", "family", "born"),
    [("Jef", "Vandenberghe", date(1989, 3, 4)), ("Sofia", "El Amrani", BORN), ("", "", BORN)],
)
def test_somebody_else_is_not(jef: Person, given: str, family: str, born: date) -> None:
    assert likely_same(Identifiers(given, family, born)) == []


def test_the_most_alike_comes_first(jef: Person) -> None:
    register_person(by=SYSTEM, at=NOW, given_name="Jef", family_name="Vandenberg", birth_date=BORN)
    found = likely_same(Identifiers("Jef", "Van den Berghe", BORN))
    assert found[0].person == jef
    assert len(found) == 2


def test_without_birth_date_nobody_is_recognised(jef: Person) -> None:
    assert likely_same(Identifiers("Jef", "Van den Berghe")) == []


def test_a_name_alone_is_not_enough_to_ask() -> None:
    with pytest.raises(ValidationError):
        check_enough_to_recognise(given_name="Jef", family_name="", birth_date=BORN, national_number="")


@pytest.mark.parametrize("typed", ["amrani", "el amrani", "El-Amrani", "sofia am", "SÓFIA"])
def test_a_name_is_found_with_or_without_its_particle(typed: str) -> None:
    sofia = register_person(by=SYSTEM, at=NOW, given_name="Sofia", family_name="El Amrani")
    assert list(named_like(Person.objects.order_by("pk"), typed)) == [sofia]


def test_a_family_is_found_by_each_of_its_names() -> None:
    family = register_family(by=SYSTEM, at=NOW, name="Peeters – El Amrani")
    assert list(named_like(Family.objects.order_by("pk"), "amrani peeters")) == [family]


def test_nothing_typed_finds_nobody(jef: Person) -> None:
    assert not named_like(Person.objects.order_by("pk"), "  –  ").exists()


def test_names_fold_to_one_form() -> None:
    assert search_name("Jef", "Van den Berghe") == "jef vandenberghe berghe"
    assert alike("Jef Van den Berghe", "jef VANDENBERGHE") == 1.0
