"""Who of a family and around it reads what, in the cases that go wrong elsewhere; on real rows."""

from datetime import timedelta

import pytest
from tests.cast import MONDAY, kempen, person

from kring.foundation.classes.facts import DataClass
from kring.trust.access.items import hand_over
from kring.trust.access.tests.households import (
    born,
    called_safe,
    family_of,
    judged,
    open_item,
    reads,
    said_yes,
    tie,
)
from kring.trust.consent.queries import deciders_among, parents_among

pytestmark = pytest.mark.django_db


def test_a_minor_mother_of_sixteen_her_baby_her_parents_and_the_father() -> None:
    network = kempen()
    oma, opa = person("Greet", "Maes", born(40)), person("Luc", "Maes", born(42))
    mother = person("Jana", "Maes", born(16))
    baby, father = person("Lou", "Maes", born(0, 90)), person("Dries", "Bal", born(18))
    family_of("Maes", parent=[oma, opa], child=[mother, baby])
    tie(mother, baby, "moeder")
    tie(father, baby, "vader")
    tie(father, mother, "partner")
    assert parents_among([baby.pk], MONDAY)[baby.pk] == [mother.pk, father.pk]
    assert deciders_among([mother], MONDAY)[mother.pk] == {mother.pk}
    of_her, of_baby, of_both = open_item(mother), open_item(baby), open_item(mother, baby)
    table = [
        (mother, (True, True, True)),
        (oma, (False, False, False)),
        (opa, (False, False, False)),
        (father, (False, False, False)),
        (baby, (False, False, False)),
    ]
    for reader, expected in table:
        found = tuple(reads(reader, item) for item in (of_her, of_baby, of_both))
        assert found == expected, reader.name
    said_yes(mother, oma)
    assert reads(oma, of_her)
    assert not reads(oma, of_baby)
    called_safe(baby, mother, father, network.nele)
    assert not reads(father, of_baby)
    hand_over(of_baby, father)
    assert reads(father, of_baby)
    assert not reads(father, of_her)


def test_the_parents_of_a_minor_mother_decide_nothing_about_the_baby_before_it_is_born_either() -> None:
    oma, mother = person("Greet", "Maes", born(40)), person("Jana", "Maes", born(16))
    unborn = person("Kleintje", "Maes")
    unborn.expected_birth_date = MONDAY.date() + timedelta(days=90)
    unborn.save(update_fields=["expected_birth_date"])
    family_of("Maes", parent=[oma], child=[mother, unborn])
    tie(mother, unborn, "moeder")
    assert deciders_among([unborn], MONDAY)[unborn.pk] == {mother.pk}
    assert reads(mother, open_item(unborn))
    assert not reads(oma, open_item(unborn))
    assert not reads(unborn, open_item(unborn))


@pytest.mark.parametrize(
    ("years", "able", "child_reads", "parent_reads"),
    [
        (11, None, False, True),
        (11, True, True, False),
        (12, None, True, False),
        (13, None, True, False),
        (13, False, False, True),
        (17, False, False, True),
    ],
)
def test_ability_is_presumed_by_age_and_a_judgement_overrides_it(
    years, able, child_reads, parent_reads
) -> None:
    network = kempen()
    child, mother = person("Mila", "Bos", born(years)), person("An", "Bos", born(38))
    family_of("Bos", parent=[mother], child=[child])
    if able is not None:
        judged(child, network.nele, able=able)
    item = open_item(child)
    assert (reads(child, item), reads(mother, item)) == (child_reads, parent_reads)
    said_yes(child, mother)
    assert reads(mother, item)


@pytest.mark.parametrize(("days", "parent_reads"), [(-1, True), (0, False), (1, False)])
def test_the_day_of_twelve(days, parent_reads) -> None:
    child, mother = person("Mila", "Bos", born(12, days)), person("An", "Bos", born(38))
    family_of("Bos", parent=[mother], child=[child])
    assert reads(mother, open_item(child)) is parent_reads


def test_two_parents_in_conflict_each_have_an_own_view() -> None:
    network = kempen()
    mother, father = person("An", "Bos", born(38)), person("Piet", "Bos", born(39))
    girl, boy = person("Mila", "Bos", born(6)), person("Jef", "Bos", born(8))
    family_of("Bos", parent=[mother], child=[girl, boy])
    tie(father, girl, "vader")
    tie(father, boy, "vader", authority=False)
    of_girl, of_boy, of_mother = open_item(girl), open_item(boy), open_item(mother)
    both = open_item(girl, boy)
    assert [reads(mother, item) for item in (of_girl, of_boy, of_mother, both)] == [True] * 4
    for item in (of_girl, of_boy, of_mother, both):
        hand_over(item, father)
    assert not any(reads(father, item) for item in (of_girl, of_boy, of_mother, both))
    called_safe(girl, mother, father, network.nele)
    found = [reads(father, item) for item in (of_girl, of_boy, of_mother, both)]
    assert found == [True, False, False, False]
    fresh = open_item(girl)
    assert not reads(father, fresh)


def test_foster_parents_read_what_is_handed_over_though_the_child_lives_with_them() -> None:
    mother, child = person("An", "Bos", born(38)), person("Mila", "Bos", born(6))
    foster = person("Rita", "Claes", born(50))
    family_of("Bos", parent=[mother], child=[child])
    family_of("Claes", parent=[foster], child=[child])
    tie(mother, child, "moeder")
    tie(foster, child, "pleegmoeder")
    assert parents_among([child.pk], MONDAY)[child.pk] == [mother.pk]
    item, harm = open_item(child), open_item(child, data_class=DataClass.HARM)
    assert not reads(foster, item)
    hand_over(item, foster)
    hand_over(harm, foster)
    assert (reads(foster, item), reads(foster, harm)) == (True, False)
    assert reads(mother, open_item(child))


def test_a_step_parent_is_no_parent_by_living_there() -> None:
    mother, child = person("An", "Bos", born(38)), person("Mila", "Bos", born(6))
    step = person("Koen", "Smet", born(41))
    family_of("Bos", parent=[mother, step], child=[child])
    tie(step, child, "plusvader")
    assert deciders_among([child], MONDAY)[child.pk] == {mother.pk}
    assert not reads(step, open_item(child))


@pytest.mark.parametrize(
    ("years", "days", "own", "mother_reads", "harm"),
    [
        (17, 364, True, False, False),
        (18, 0, True, False, False),
        (24, 364, True, False, False),
        (25, 0, True, False, False),
    ],
)
def test_a_young_adult_decides_alone_and_the_parents_read_nothing(
    years, days, own, mother_reads, harm
) -> None:
    mother, child = person("An", "Bos", born(50)), person("Mila", "Bos", born(years, days))
    family_of("Bos", parent=[mother], young_adult=[child])
    tie(mother, child, "moeder")
    item = open_item(child)
    assert (reads(child, item), reads(mother, item)) == (own, mother_reads)
    assert reads(child, open_item(child, data_class=DataClass.HARM)) is harm


def test_at_eighteen_a_yes_to_a_parent_opens_nothing_but_what_is_handed_over() -> None:
    mother, child = person("An", "Bos", born(50)), person("Mila", "Bos", born(18))
    family_of("Bos", parent=[mother], young_adult=[child])
    tie(mother, child, "moeder")
    said_yes(child, mother)
    item = open_item(child)
    assert not reads(mother, item)
    hand_over(item, mother)
    assert reads(mother, item)


def test_shared_context_is_the_young_adults_and_at_25_the_other_adults_to_agree() -> None:
    mother = person("An", "Bos", born(50))
    young, grown = person("Mila", "Bos", born(24)), person("Jef", "Bos", born(25))
    for child in (young, grown):
        tie(mother, child, "moeder")
        tie(child, mother, "broer_zus")
    assert not reads(grown, open_item(grown, mother))
    said_yes(mother, grown)
    assert reads(grown, open_item(grown, mother))
    assert reads(young, open_item(young, mother))


def test_a_steunfiguur_and_a_volunteer_read_what_is_handed_over_a_trusted_person_reads_along() -> None:
    child = person("Mila", "Bos", born(14))
    around = {
        "steunfiguur": person("Sam", "Mertens", born(30)),
        "buur": person("Fien", "Raes", born(60)),
        "vertrouwenspersoon": person("Leen", "Wuyts", born(45)),
    }
    for kind, one in around.items():
        tie(one, child, kind)
    told, harm = open_item(child), open_item(child, data_class=DataClass.HARM)
    confidence = open_item(child, data_class=DataClass.CONFIDENCE)
    for kind in ("steunfiguur", "buur"):
        assert not any(reads(around[kind], item) for item in (told, harm, confidence))
        said_yes(child, around[kind])
        assert not reads(around[kind], told)
        for item in (told, harm, confidence):
            hand_over(item, around[kind])
        assert [reads(around[kind], item) for item in (told, harm, confidence)] == [True, False, False]
    trusted = around["vertrouwenspersoon"]
    assert [reads(trusted, item) for item in (told, harm, confidence)] == [True, True, False]
