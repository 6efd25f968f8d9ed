"""A national number is checked, sealed, found again, and never confirmed to who may not know it."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from kring.foundation.journal.actor import SYSTEM
from kring.foundation.journal.models import JournalEntry, JournalPayload
from kring.registry.people.actions import (
    forget_national_number,
    register_person,
    set_national_number,
)
from kring.registry.people.models import Person
from kring.registry.people.queries import Identifiers, likely_same, national_number_of
from kring.registry.people.rules import check_national_number
from kring.registry.people.tests.people import NOW, invented_number

pytestmark = pytest.mark.django_db
BORN = date(1988, 3, 14)


@pytest.fixture
def sofia() -> Person:
    return register_person(by=SYSTEM, at=NOW, given_name="Sofia", birth_date=BORN)


def test_the_number_is_sealed_and_found_again(sofia: Person) -> None:
    number = invented_number(BORN)
    set_national_number(by=SYSTEM, at=NOW, person=sofia, number=f"{number[:6]} {number[6:]}")
    stored = Person.objects.get(pk=sofia.pk)
    assert number not in stored.sealed_national_number
    assert national_number_of(stored) == number
    assert likely_same(Identifiers(national_number=number))[0].person == sofia


@pytest.mark.parametrize("number", ["", "12345678901", "88.03.14-999.00", "abc"])
def test_a_number_that_fails_its_check_gets_a_sentence_without_the_number(number: str) -> None:
    with pytest.raises(ValidationError) as refused:
        check_national_number(number)
    sentence = refused.value.message_dict["national_number"][0]
    assert "klopt niet" in sentence
    assert number not in sentence or not number


def test_a_bis_number_is_accepted() -> None:
    base = "884314999"
    number = f"{base}{97 - int(base) % 97:02d}"
    assert check_national_number(number) == number


def test_a_number_of_somebody_else_gets_a_neutral_sentence(sofia: Person) -> None:
    set_national_number(by=SYSTEM, at=NOW, person=sofia, number=invented_number(BORN))
    other = register_person(by=SYSTEM, at=NOW, given_name="Mila")
    with pytest.raises(ValidationError) as refused:
        set_national_number(by=SYSTEM, at=NOW, person=other, number=invented_number(BORN))
    sentence = refused.value.message_dict["national_number"][0]
    assert "kan hier niet gebruikt worden" in sentence
    assert "Sofia" not in sentence
    assert Person.objects.get(pk=other.pk).national_number_index is None


def test_the_same_number_again_changes_nothing(sofia: Person) -> None:
    number = invented_number(BORN)
    set_national_number(by=SYSTEM, at=NOW, person=sofia, number=number)
    set_national_number(by=SYSTEM, at=NOW, person=sofia, number=number)
    assert JournalEntry.objects.filter(verb="person.number_set").count() == 1


def test_the_journal_does_not_hold_the_number(sofia: Person) -> None:
    set_national_number(by=SYSTEM, at=NOW, person=sofia, number=invented_number(BORN))
    bodies = [str(payload.body) for payload in JournalPayload.objects.order_by("pk")]
    assert not [body for body in bodies if invented_number(BORN) in body]


def test_a_forgotten_number_can_be_given_to_who_it_belongs_to(sofia: Person) -> None:
    number = invented_number(BORN)
    set_national_number(by=SYSTEM, at=NOW, person=sofia, number=number)
    forget_national_number(by=SYSTEM, at=NOW, person=sofia, because="verkeerde persoon")
    other = register_person(by=SYSTEM, at=NOW, given_name="Mila")
    set_national_number(by=SYSTEM, at=NOW, person=other, number=number)
    assert national_number_of(other) == number
