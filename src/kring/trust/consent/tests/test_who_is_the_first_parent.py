"""The first parent belongs longest to a family with the child; who came later is a second parent."""

from datetime import timedelta

import pytest
from tests.cast import LONG_AGO, MONDAY, person

from kring.registry.people.models import Family, FamilyMembership, Person, Relation
from kring.trust.access.tests.households import born, family_of, tie
from kring.trust.consent.queries import parents_among

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def child() -> Person:
    return person("Mila", "Bos", born(6))


def came(family: Family, who: Person, days: int, role: str = "parent") -> FamilyMembership:
    since = LONG_AGO + days * DAY
    return FamilyMembership.objects.create(family=family, person=who, role=role, starts_at=since)


def parents(child: Person, at: object = MONDAY) -> list[int]:
    return parents_among([child.pk], at)[child.pk]  # type: ignore[arg-type]


def test_who_came_first_whatever_the_number(child: Person) -> None:
    late, early = person("Piet", "Bos", born(39)), person("An", "Bos", born(38))
    home = family_of("Bos", child=[child])
    came(home, late, 2)
    came(home, early, 1)
    assert parents(child) == [early.pk, late.pk]


def test_of_two_homes_the_oldest_counts(child: Person) -> None:
    mother, father = person("An", "Bos", born(38)), person("Piet", "Bos", born(39))
    one, other = family_of("Bos", child=[child]), family_of("Bos, elders", child=[child])
    came(one, mother, 9)
    came(one, father, 5)
    came(other, mother, 1)
    assert parents(child) == [mother.pk, father.pk]
    FamilyMembership.objects.filter(family=other, person=mother).update(ends_at=MONDAY)
    assert parents(child) == [father.pk, mother.pk]


def test_a_tie_alone_comes_after_who_lives_there(child: Person) -> None:
    father, mother = person("Piet", "Bos", born(39)), person("An", "Bos", born(38))
    tie(father, child, "vader")
    home = family_of("Bos", child=[child])
    came(home, mother, 100)
    assert parents(child) == [mother.pk, father.pk]
    came(home, father, 1, role="other")
    assert parents(child) == [father.pk, mother.pk]


def test_without_a_home_the_one_who_was_known_first(child: Person) -> None:
    one, other = person("Piet", "Bos", born(39)), person("An", "Bos", born(38))
    tie(other, child, "moeder")
    tie(one, child, "vader")
    assert parents(child) == [one.pk, other.pk]


def test_who_lost_authority_decides_nothing_by_any_tie_and_without_a_word_has_it(child: Person) -> None:
    mother = person("An", "Bos", born(38))
    home = family_of("Bos", child=[child], parent=[mother])
    tie(mother, child, "moeder", authority=True)
    assert parents(child) == [mother.pk]
    tie(mother, child, "voogd", authority=False)
    assert parents(child) == []
    FamilyMembership.objects.filter(family=home, person=mother).delete()
    assert parents(child) == []


def test_another_tie_beside_that_of_a_parent_takes_nothing(child: Person) -> None:
    mother = person("An", "Bos", born(38))
    tie(mother, child, "moeder")
    tie(mother, child, "pleegmoeder", authority=False)
    assert parents(child) == [mother.pk]


@pytest.mark.parametrize(("role", "is_parent"), [("parent", True), ("other", False), ("child", False)])
def test_living_there_makes_a_parent_of_a_parent_alone(child: Person, role, is_parent) -> None:
    somebody = person("Iemand", "Bos", born(40))
    came(family_of("Bos", child=[child]), somebody, 1, role)
    assert parents(child) == ([somebody.pk] if is_parent else [])


def test_a_family_in_which_the_child_is_no_child_makes_nobody_its_parent(child: Person) -> None:
    somebody = person("Iemand", "Bos", born(40))
    family_of("Bos", other=[child], parent=[somebody])
    assert parents(child) == []


@pytest.mark.parametrize("role", ["child", "young_adult"])
def test_in_the_family_where_its_own_parent_is_a_child_the_others_are_none(child: Person, role) -> None:
    young, grandmother = person("Jana", "Bos", born(18)), person("Oma", "Bos", born(45))
    home = family_of("Bos", child=[child], parent=[grandmother])
    came(home, young, 1, role)
    assert parents(child) == [grandmother.pk]
    tie(young, child, "moeder")
    assert parents(child) == [young.pk]


def test_each_child_has_its_own_and_only_those_that_run(child: Person) -> None:
    mother, other = person("An", "Bos", born(38)), person("Noa", "Claes", born(40))
    neighbour = person("Jef", "Claes", born(8))
    family_of("Bos", child=[child], parent=[mother])
    family_of("Claes", child=[neighbour], parent=[other])
    tie(other, child, "moeder")
    found = parents_among([child.pk, neighbour.pk], MONDAY)
    assert found == {child.pk: [mother.pk, other.pk], neighbour.pk: [other.pk]}
    Relation.objects.update(ends_at=MONDAY)
    assert parents(child) == [mother.pk]
    assert parents(child, MONDAY - timedelta(seconds=1)) == [mother.pk, other.pk]
    FamilyMembership.objects.filter(person=child).update(ends_at=MONDAY)
    assert parents(child) == []
    assert parents_among([], MONDAY) == {}
    assert parents_among([neighbour.pk], LONG_AGO - DAY) == {neighbour.pk: []}
