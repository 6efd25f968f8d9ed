"""Families as people name themselves; a child may be in two; ties have a type and a period."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from kring.foundation.journal.actor import SYSTEM
from kring.foundation.records.bases import StaleRecord
from kring.registry.people.actions import (
    add_member,
    end_membership,
    end_relation,
    register_family,
    register_person,
    relate,
    rename_family,
)
from kring.registry.people.models import Family, Person
from kring.registry.people.queries import (
    AgeBand,
    age_band,
    age_on,
    families_of,
    first_day_of_age,
    members_of,
)
from kring.registry.people.tests.people import NOW

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=30)


@pytest.fixture
def noor() -> Person:
    return register_person(by=SYSTEM, at=NOW, given_name="Noor", birth_date=date(2020, 9, 21))


def family(name: str) -> Family:
    return register_family(by=SYSTEM, at=NOW, name=name)


def test_a_child_belongs_to_two_families(noor: Person) -> None:
    mum, dad = family("El Amrani"), family("Peeters")
    for one in (mum, dad):
        add_member(by=SYSTEM, at=NOW, family=one, person=noor, role="child")
    assert list(families_of(noor, NOW)) == [mum, dad]


def test_joining_twice_is_one_membership(noor: Person) -> None:
    one = family("Peeters")
    first = add_member(by=SYSTEM, at=NOW, family=one, person=noor, role="child")
    assert add_member(by=SYSTEM, at=LATER, family=one, person=noor, role="child") == first


def test_another_role_ends_the_first(noor: Person) -> None:
    one = family("Peeters")
    add_member(by=SYSTEM, at=NOW, family=one, person=noor, role="child")
    add_member(by=SYSTEM, at=LATER, family=one, person=noor, role="young_adult")
    assert [member.role for member in members_of(one, NOW)] == ["child"]
    assert [member.role for member in members_of(one, LATER)] == ["young_adult"]


def test_who_left_no_longer_belongs(noor: Person) -> None:
    one = family("Peeters")
    member = add_member(by=SYSTEM, at=NOW, family=one, person=noor, role="child")
    end_membership(by=SYSTEM, at=LATER, membership=member)
    assert not members_of(one, LATER)
    with pytest.raises(ValidationError):
        end_membership(by=SYSTEM, at=NOW, membership=member, ends_at=NOW - timedelta(days=1))


def test_a_role_outside_the_list_is_refused(noor: Person) -> None:
    with pytest.raises(ValidationError):
        add_member(by=SYSTEM, at=NOW, family=family("Peeters"), person=noor, role="baas")


def test_a_name_from_an_old_page_is_refused() -> None:
    one = family("Peeters")
    stale = Family.objects.get(pk=one.pk)
    rename_family(by=SYSTEM, at=NOW, family=one, version=1, name="Peeters – El Amrani")
    with pytest.raises(StaleRecord):
        rename_family(by=SYSTEM, at=NOW, family=stale, version=1, name="Janssens")


def test_a_family_without_a_name_is_refused() -> None:
    with pytest.raises(ValidationError) as refused:
        family("  ")
    assert "name" in refused.value.message_dict


def test_a_tie_is_said_once_and_can_end(noor: Person) -> None:
    sofia = register_person(by=SYSTEM, at=NOW, given_name="Sofia")
    first = relate(by=SYSTEM, at=NOW, person=sofia, to=noor, type="moeder", authority=True)
    assert relate(by=SYSTEM, at=LATER, person=sofia, to=noor, type="moeder") == first
    assert end_relation(by=SYSTEM, at=LATER, relation=first).ends_at == LATER


def test_nobody_is_their_own_relation(noor: Person) -> None:
    with pytest.raises(ValidationError) as refused:
        relate(by=SYSTEM, at=NOW, person=noor, to=noor, type="broer_zus")
    assert "to" in refused.value.message_dict


@pytest.mark.parametrize(
    ("born", "band"),
    [
        (date(2026, 3, 5), AgeBand.UNBORN),
        (date(2026, 3, 4), AgeBand.BABY),
        (date(2023, 3, 5), AgeBand.BABY),
        (date(2023, 3, 4), AgeBand.TODDLER),
        (date(2008, 3, 5), AgeBand.TEENAGER),
        (date(2008, 3, 4), AgeBand.YOUNG_ADULT),
        (date(2000, 3, 4), AgeBand.ADULT),
    ],
)
def test_an_age_band_turns_on_the_birthday(born: date, band: AgeBand) -> None:
    assert age_band(Person(birth_date=born), NOW.date()) == band


def test_an_expected_child_is_unborn_and_an_unknown_age_stays_unknown() -> None:
    assert age_band(Person(expected_birth_date=NOW.date()), NOW.date()) == AgeBand.UNBORN
    assert age_band(Person(), NOW.date()) is None


def test_a_leap_day_child_is_a_year_older_on_the_first_of_march() -> None:
    born = date(2012, 2, 29)
    assert age_on(born, date(2025, 2, 28)) == 12
    assert age_on(born, date(2025, 3, 1)) == 13
    assert first_day_of_age(born, 13) == date(2025, 3, 1)
