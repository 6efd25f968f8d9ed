"""Each reader finds in a plan what the one reader table lets them, and no more a moment later."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from tests.cast import MONDAY, acting, kempen, person

from kring.registry.network.models import Worker
from kring.registry.people.models import Person
from kring.support.plans.actions import add_goal, freeze, join_team, open_plan, score_goal
from kring.support.plans.makers import Maker, NewGoal
from kring.support.plans.models import Goal, Plan, Revision
from kring.support.plans.queries import plan_page, plans_of, revision_page
from kring.support.plans.tests.a_plan import at_desk, employer
from kring.trust.access.models import Item, ParentSafety
from kring.trust.access.readers import Reader
from kring.trust.access.tests.households import (
    born,
    called_safe,
    family_of,
    said_yes,
    shares_with,
    tie,
)

pytestmark = pytest.mark.django_db
BOTH, OF_JEF, OF_MILA, OF_AN, WITH_PIET = "beide", "van Jef", "van Mila", "van An", "met Piet"


@dataclass(frozen=True)
class House:
    """An with Mila (14) and Jef (6); Piet lives elsewhere and has authority over Jef alone."""

    mother: Person
    girl: Person
    boy: Person
    ex: Person
    plan: Plan
    anchor: Worker
    coach: Worker
    frozen: Revision


@pytest.fixture
def house() -> House:
    network = kempen()
    mother, ex = person("An", "Bos", born(38)), person("Piet", "Vos", born(39))
    girl, boy = person("Mila", "Bos", born(14)), person("Jef", "Vos", born(6))
    family = family_of("Bos", parent=[mother], child=[girl, boy])
    tie(ex, boy, "vader", authority=True)
    called_safe(boy, mother, ex, network.nele)
    nele, by = network.nele, acting(network.nele)
    plan = open_plan(family=family, owner=employer(nele), anchor=nele, by=by, at=MONDAY)
    join_team(plan=plan, worker=network.bram, because="test", by=by, at=MONDAY)
    maker = Maker(worker=nele, organisation=plan.owner)
    goals = (
        (BOTH, (girl, boy), (girl, ex)),
        (OF_JEF, (boy,), ()),
        (OF_MILA, (girl,), ()),
        (OF_AN, (mother,), ()),
        (WITH_PIET, (boy,), (ex,)),
    )
    for words, concerns, together in goals:
        wanted = NewGoal(words=words, concerns=concerns, together=together)
        goal = add_goal(plan=plan, goal=wanted, maker=maker, by=by, at=MONDAY)
        score_goal(goal=goal, person=concerns[0], score=4, maker=maker, by=by, at=MONDAY)
    frozen = freeze(plan=plan, because="agreement", worker=nele, by=by, at=MONDAY)
    return House(mother, girl, boy, ex, plan, nele, network.bram, frozen)


def seen(reader: Person | Reader, house: House) -> set[str]:
    """The goals of the page; those of the frozen plan are always the same."""
    whole = reader if isinstance(reader, Reader) else Reader(person=reader)
    page = plan_page(whole, house.plan, MONDAY)
    words = {one.goal.words for one in page.goals}
    assert {one.words for one in revision_page(whole, house.frozen, MONDAY).goals} == words
    return words


def test_each_at_home(house: House) -> None:
    assert seen(house.mother, house) == {OF_JEF, OF_AN, WITH_PIET}
    assert seen(house.girl, house) == {BOTH, OF_MILA}
    assert seen(house.boy, house) == set()


def test_an_ex_partner_reads_of_his_own_child_what_he_takes_part_in(house: House) -> None:
    assert seen(house.ex, house) == {WITH_PIET}
    assert [plan.key for plan in plans_of(Reader(person=house.ex), MONDAY)] == [house.plan.key]


def test_no_longer_safe_he_reads_nothing_at_the_next_read(house: House) -> None:
    ParentSafety.objects.update(ends_at=MONDAY - timedelta(minutes=1))
    assert seen(house.ex, house) == set()
    assert plans_of(Reader(person=house.ex), MONDAY) == []


def test_a_mother_reads_of_a_girl_who_decides_what_she_lets_her_read(house: House) -> None:
    assert OF_MILA not in seen(house.mother, house)
    said_yes(house.girl, house.mother)
    assert OF_MILA in seen(house.mother, house)


def test_the_anchor_reads_all_and_a_member_of_the_team_what_was_agreed(house: House) -> None:
    anchor, coach = at_desk(house.anchor), at_desk(house.coach)
    assert seen(anchor, house) == {BOTH, OF_JEF, OF_MILA, OF_AN, WITH_PIET}
    assert seen(coach, house) == set()
    shares_with(house.girl, coach)
    assert seen(coach, house) == {OF_MILA}
    shares_with(house.girl, coach, outcome="no")
    assert seen(coach, house) == set()


def test_after_a_no_the_anchor_keeps_only_what_the_own_organisation_wrote(house: House) -> None:
    anchor, goal = at_desk(house.anchor), Goal.objects.get(words=OF_AN)
    shares_with(house.mother, anchor, outcome="no")
    assert OF_AN in seen(anchor, house)
    Item.objects.filter(pk=goal.item_id).update(owner=house.coach.roles.get().organisation, author=None)
    assert OF_AN not in seen(anchor, house)
