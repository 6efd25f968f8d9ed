"""From eighteen everybody decides alone, from twelve it is presumed, and a judgement says otherwise."""

from datetime import timedelta

import pytest
from tests.cast import LONG_AGO, MONDAY, kempen, person

from kring.registry.people.models import Person
from kring.trust.access.tests.households import born, family_of, judged
from kring.trust.consent.models import AbilityJudgement
from kring.trust.consent.queries import (
    able_among,
    able_to_decide,
    deciders_among,
    is_minor,
    must_agree_to_court,
)

pytestmark = pytest.mark.django_db
SOON = MONDAY.date() + timedelta(days=30)


def expected_on(day: object) -> Person:
    found = person("Kleintje", "Bos")
    found.expected_birth_date = day  # type: ignore[assignment]
    found.save()
    return found


@pytest.mark.parametrize(
    ("years", "days", "judgement", "able", "minor"),
    [
        (11, 364, None, False, True),
        (12, 0, None, True, True),
        (13, 0, None, True, True),
        (13, 0, False, False, True),
        (11, 0, True, True, True),
        (17, 364, False, False, True),
        (18, 0, False, True, False),
        (40, 0, None, True, False),
    ],
)
def test_by_age_and_judgement(years, days, judgement, able, minor) -> None:
    network = kempen()
    somebody, other = person("Mila", "Bos", born(years, days)), person("Ander", "Bos", born(6))
    if judgement is not None:
        judged(somebody, network.nele, able=judgement)
    assert (able_to_decide(somebody, MONDAY), is_minor(somebody, MONDAY)) == (able, minor)
    assert able_among([somebody, other], MONDAY) == ({somebody.pk} if able else set())


@pytest.mark.parametrize("judgement", [None, True, False])
def test_somebody_of_unknown_age_is_taken_at_their_word(judgement) -> None:
    network, somebody = kempen(), person("Iemand", "Bos")
    if judgement is not None:
        judged(somebody, network.nele, able=judgement)
    assert able_to_decide(somebody, MONDAY) is (judgement is not False)
    assert not is_minor(somebody, MONDAY)


def test_who_is_not_born_yet_decides_nothing_whatever_was_judged() -> None:
    network = kempen()
    unborn, future = expected_on(SOON), person("Later", "Bos", SOON)
    for one in (unborn, future):
        judged(one, network.nele, able=True)
    assert able_among([unborn, future], MONDAY) == set()
    assert is_minor(unborn, MONDAY)
    assert not able_to_decide(expected_on(SOON), MONDAY)


def test_a_judgement_counts_while_it_runs() -> None:
    network, girl = kempen(), person("Mila", "Bos", born(14))
    judged(girl, network.nele, able=False)
    AbilityJudgement.objects.update(ends_at=MONDAY)
    assert able_to_decide(girl, LONG_AGO - timedelta(seconds=1))
    assert not able_to_decide(girl, LONG_AGO)
    assert able_to_decide(girl, MONDAY)


def test_the_deciders_are_themselves_or_their_parents() -> None:
    mother, girl, boy = (
        person(name, "Bos", born(age)) for name, age in (("An", 38), ("Mila", 14), ("Jef", 6))
    )
    alone = person("Noa", "Bos", born(5))
    family_of("Bos", parent=[mother], child=[girl, boy])
    assert deciders_among([mother, girl, boy, alone], MONDAY) == {
        mother.pk: {mother.pk},
        girl.pk: {girl.pk},
        boy.pk: {mother.pk},
        alone.pk: set(),
    }


def test_whose_yes_a_court_needs() -> None:
    mother, girl, boy = (
        person(name, "Bos", born(age)) for name, age in (("An", 38), ("Mila", 14), ("Jef", 6))
    )
    alone, grown = person("Noa", "Bos", born(14)), person("Sam", "Bos", born(18))
    family_of("Bos", parent=[mother], child=[girl, boy, grown])
    expected = {mother: {mother}, girl: {girl, mother}, boy: {mother}, alone: set(), grown: {grown}}
    for about, who in expected.items():
        assert must_agree_to_court(about, MONDAY) == {one.pk for one in who}, about.name
