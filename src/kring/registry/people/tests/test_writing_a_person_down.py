"""Everything about a person may be unknown; what is told must be possible."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from kring.foundation.journal.actor import SYSTEM
from kring.foundation.journal.models import JournalEntry, JournalPayload, JournalSubject
from kring.foundation.records.bases import StaleRecord
from kring.registry.people.actions import (
    correct_person,
    protect_address,
    record_birth,
    register_person,
    unprotect_address,
)
from kring.registry.people.models import Person
from kring.registry.people.queries import address_of
from kring.registry.people.tests.people import NOW

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


def written(**known: object) -> Person:
    return register_person(by=SYSTEM, at=NOW, **known)  # type: ignore[arg-type]


def test_somebody_of_whom_nothing_is_known_can_be_written_down() -> None:
    assert written().name == ""


def test_a_nickname_is_enough_to_speak_of_somebody() -> None:
    assert written(nickname="Jojo").name == "Jojo"


def test_a_birth_date_in_the_future_is_refused_beside_its_field() -> None:
    with pytest.raises(ValidationError) as refused:
        written(birth_date=TODAY + timedelta(days=1))
    assert "in de toekomst" in refused.value.message_dict["birth_date"][0]
    assert Person.objects.count() == 0


def test_a_child_born_today_is_accepted() -> None:
    assert written(birth_date=TODAY).birth_date == TODAY


@pytest.mark.parametrize("days", [0, 280, 365, -60])
def test_an_expected_date_within_a_year_is_accepted(days: int) -> None:
    expected = TODAY + timedelta(days=days)
    assert written(expected_birth_date=expected).expected_birth_date == expected


@pytest.mark.parametrize("days", [367, -400])
def test_an_expected_date_further_away_is_refused(days: int) -> None:
    with pytest.raises(ValidationError) as refused:
        written(expected_birth_date=TODAY + timedelta(days=days))
    assert "expected_birth_date" in refused.value.message_dict


def test_an_expected_child_is_born() -> None:
    child = written(expected_birth_date=TODAY)
    record_birth(by=SYSTEM, at=NOW, person=child, birth_date=TODAY)
    child.refresh_from_db()
    assert (child.birth_date, child.expected_birth_date) == (TODAY, None)


def test_a_name_that_is_too_long_is_refused_beside_its_field() -> None:
    with pytest.raises(ValidationError) as refused:
        written(given_name="a" * 81)
    assert "given_name" in refused.value.message_dict


def test_a_correction_from_an_old_page_is_refused() -> None:
    person = written(given_name="Sofia")
    other_page = Person.objects.get(pk=person.pk)
    correct_person(by=SYSTEM, at=NOW, person=person, version=1, family_name="El Amrani")
    with pytest.raises(StaleRecord) as stale:
        correct_person(by=SYSTEM, at=NOW, person=other_page, version=1, family_name="Amrani")
    assert isinstance(stale.value.current, Person)
    assert stale.value.current.family_name == "El Amrani"


def test_a_corrected_name_is_found_under_the_new_one() -> None:
    person = written(given_name="Sofia", family_name="Peeters")
    correct_person(by=SYSTEM, at=NOW, person=person, version=1, family_name="El Amrani")
    assert person.search_name == "sofia elamrani amrani"


def test_a_street_is_sealed_and_opens_for_its_own_row_only() -> None:
    person = written(address="Markt 1")
    assert "Markt" not in person.sealed_address
    assert address_of(Person.objects.get(pk=person.pk)) == "Markt 1"


def test_protecting_an_address_twice_is_written_down_once() -> None:
    person = written()
    protect_address(by=SYSTEM, at=NOW, person=person, because="vraagt het zelf")
    protect_address(by=SYSTEM, at=NOW, person=person, because="vraagt het zelf")
    assert JournalEntry.objects.filter(verb="person.address_protected").count() == 1
    unprotect_address(by=SYSTEM, at=NOW, person=person)
    assert not Person.objects.get(pk=person.pk).protected_address


def test_the_journal_tells_which_fields_and_not_what_they_said() -> None:
    person = written(given_name="Sofia")
    correct_person(by=SYSTEM, at=NOW, person=person, version=1, birth_date=date(1988, 3, 14))
    entry = JournalEntry.objects.get(verb="person.corrected")
    body = str(JournalPayload.objects.get(entry=entry).body)
    assert "birth_date" in body
    assert "1988" not in body
    assert JournalSubject.objects.get(entry=entry).subject_key == person.key
