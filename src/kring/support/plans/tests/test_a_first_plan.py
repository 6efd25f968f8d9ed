"""A first plan is one goal, one action, one date; a family has one current plan."""

from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from tests.cast import MONDAY, Network, acting, kempen, person

from kring.registry.people.models import Family, FamilyMembership, Person
from kring.support.plans.actions import (
    add_action,
    add_goal,
    agree_on_goal,
    finish_action,
    leave_team,
    name_anchor,
    open_plan,
    score_goal,
)
from kring.support.plans.checks import goals_are_about_somebody, plans_have_an_anchor
from kring.support.plans.makers import Doer, Maker, NewAction, NewGoal
from kring.support.plans.models import Goal, LeftBecause, Moment, Plan, Said, TeamMember
from kring.support.plans.states import DONE, STARTED
from kring.trust.access.models import Involvement

pytestmark = pytest.mark.django_db


@pytest.fixture
def network() -> Network:
    return kempen()


def mother_of(family: Family) -> Person:
    found = person("Sofia", "Peeters", date(1990, 3, 1))
    FamilyMembership.objects.create(family=family, person=found, role="parent", starts_at=MONDAY)
    return found


@pytest.fixture
def family() -> Family:
    return Family.objects.create(name="Peeters", search_name="peeters", created_at=MONDAY)


@pytest.fixture
def plan(network: Network, family: Family) -> Plan:
    nele = network.nele
    owner = nele.roles.first().organisation
    return open_plan(family=family, owner=owner, anchor=nele, by=acting(nele), at=MONDAY)


def test_one_goal_one_action_one_date(network: Network, family: Family, plan: Plan) -> None:
    sofia, nele = mother_of(family), network.nele
    maker = Maker(worker=nele, organisation=plan.owner)
    wanted = NewGoal(words="Rustige ochtenden.", concerns=(sofia,), together=(sofia,), aim=7)
    goal = add_goal(plan=plan, goal=wanted, maker=maker, by=acting(nele), at=MONDAY)
    new = NewAction(words="Samen een ochtendkaart maken", doer=Doer(person=sofia), due_on=MONDAY.date())
    todo = add_action(goal=goal, new=new, maker=maker, by=acting(nele), at=MONDAY)
    agree_on_goal(goal=goal, person=sofia, said=Said.YES, maker=maker, by=acting(nele), at=MONDAY)
    finish_action(done=todo, by=acting(nele), at=MONDAY)
    goal.refresh_from_db()
    todo.refresh_from_db()
    assert (goal.state, todo.state) == (STARTED, DONE)
    assert [*plans_have_an_anchor(MONDAY), *goals_are_about_somebody(MONDAY)] == []


def test_sent_twice_it_is_one_goal(network: Network, family: Family, plan: Plan) -> None:
    sofia, nele = mother_of(family), network.nele
    wanted = NewGoal(words="Werk vinden", concerns=(sofia,), key=uuid4())
    for _ in range(2):
        add_goal(plan=plan, goal=wanted, maker=Maker(worker=nele), by=acting(nele), at=MONDAY)
    assert Goal.objects.count() == 1


def test_a_second_current_plan_is_refused(network: Network, family: Family, plan: Plan) -> None:
    nele = network.nele
    with pytest.raises(ValidationError, match="heeft al een plan"):
        open_plan(family=family, owner=plan.owner, anchor=nele, by=acting(nele), at=MONDAY)
    assert Plan.objects.count() == 1


def test_a_goal_without_words_is_refused(network: Network, family: Family, plan: Plan) -> None:
    empty = NewGoal(words="   ", concerns=(mother_of(family),))
    maker = Maker(worker=network.nele)
    with pytest.raises(ValidationError, match="Schrijf wat er moet veranderen"):
        add_goal(plan=plan, goal=empty, maker=maker, by=acting(network.nele), at=MONDAY)


def test_the_first_score_is_that_of_the_start(network: Network, family: Family, plan: Plan) -> None:
    sofia, nele = mother_of(family), network.nele
    maker = Maker(worker=nele)
    wanted = NewGoal(words="Rust", concerns=(sofia,))
    goal = add_goal(plan=plan, goal=wanted, maker=maker, by=acting(nele), at=MONDAY)
    for score in (3, 5):
        score_goal(goal=goal, person=sofia, score=score, maker=maker, by=acting(nele), at=MONDAY)
    said = list(goal.scores.order_by("pk").values_list("score", "moment"))
    assert said == [(3, Moment.START), (5, Moment.NOW)]


def test_the_anchor_leaves_only_once_another_is_named(network: Network, plan: Plan) -> None:
    nele, other = network.nele, network.lotte
    first = TeamMember.objects.get(plan=plan, anchor=True)
    leaving = {"because": LeftBecause.READY, "words": "", "by": acting(nele), "at": MONDAY}
    with pytest.raises(ValidationError, match="vaste begeleider"):
        leave_team(member=first, **leaving)
    name_anchor(plan=plan, worker=other, by=acting(nele), at=MONDAY)
    first.refresh_from_db()
    leave_team(member=first, **leaving)
    running = Involvement.objects.filter(ends_at__isnull=True, role=Involvement.Role.ANCHOR)
    assert [row.worker for row in running] == [other]
    assert list(plans_have_an_anchor(MONDAY)) == []
