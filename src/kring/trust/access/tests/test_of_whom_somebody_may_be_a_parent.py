"""Of whom somebody may be a parent: by a tie with authority, or as parent of a family with the child."""

from datetime import timedelta

import pytest
from tests.cast import LONG_AGO, MONDAY, person

from kring.registry.people.models import FamilyMembership, Relation
from kring.trust.access.queries import minors_of
from kring.trust.access.tests.households import born, family_of, tie

pytestmark = pytest.mark.django_db


def test_a_parent_of_the_family_and_nobody_else_who_lives_there() -> None:
    mother, grandmother = person("An", "Bos", born(38)), person("Oma", "Bos", born(70))
    girl, boy, grown = (
        person(name, "Bos", born(age)) for name, age in (("Mila", 6), ("Jef", 17), ("Sam", 18))
    )
    elsewhere = person("Noa", "Claes", born(6))
    family_of("Bos", parent=[mother], child=[girl, boy, grown], other=[grandmother])
    family_of("Claes", child=[elsewhere])
    assert minors_of(mother, MONDAY) == {girl.pk, boy.pk}
    for nobody in (grandmother, girl, grown):
        assert minors_of(nobody, MONDAY) == set()


def test_a_child_of_another_home_of_hers_counts_too() -> None:
    mother, girl, boy = (
        person("An", "Bos", born(38)),
        person("Mila", "Bos", born(6)),
        person("Jef", "Bos", born(8)),
    )
    family_of("Bos", parent=[mother], child=[girl])
    family_of("Bos, bij oma", parent=[mother], child=[boy])
    assert minors_of(mother, MONDAY) == {girl.pk, boy.pk}


@pytest.mark.parametrize(
    ("kind", "is_one"),
    [("moeder", True), ("voogd", True), ("pleegmoeder", False), ("grootouder", False)],
)
def test_by_a_tie_that_carries_authority(kind, is_one) -> None:
    somebody, girl = person("An", "Bos", born(38)), person("Mila", "Bos", born(6))
    tie(somebody, girl, kind)
    assert (girl.pk in minors_of(somebody, MONDAY)) is is_one
    assert minors_of(girl, MONDAY) == set()


def test_only_while_it_runs() -> None:
    mother, girl, boy = (
        person("An", "Bos", born(38)),
        person("Mila", "Bos", born(6)),
        person("Jef", "Bos", born(8)),
    )
    family_of("Bos", parent=[mother], child=[girl])
    tie(mother, boy, "moeder")
    assert minors_of(mother, LONG_AGO) == {girl.pk, boy.pk}
    assert minors_of(mother, LONG_AGO - timedelta(seconds=1)) == set()
    Relation.objects.update(ends_at=MONDAY)
    assert minors_of(mother, MONDAY) == {girl.pk}
    FamilyMembership.objects.filter(person=girl).update(ends_at=MONDAY)
    assert minors_of(mother, MONDAY) == set()
    FamilyMembership.objects.filter(person=girl).update(ends_at=None)
    FamilyMembership.objects.filter(person=mother).update(ends_at=MONDAY)
    assert minors_of(mother, MONDAY) == set()
