"""A goal is shared with the yes of everybody it concerns; what is taken back is gone at once."""

import pytest
from django.core.exceptions import ValidationError
from tests.cast import MONDAY, person

from kring.foundation.journal.actor import Actor, ActorKind
from kring.registry.people.models import Person
from kring.support.plans.actions import join_team, share_goal, unshare_goal
from kring.support.plans.makers import Doer, Maker
from kring.support.plans.queries import action_for, goal_for
from kring.support.plans.tests.a_plan import APlan, a_plan, at_desk
from kring.trust.access.readers import Reader
from kring.trust.access.tests.households import born, called_safe, said_yes, shares_with, tie

pytestmark = pytest.mark.django_db


@pytest.fixture
def setting() -> APlan:
    return a_plan()


def themself(who: Person) -> tuple[Maker, Actor]:
    return Maker(person=who), Actor(ActorKind.PERSON, who.key, who.name)


def test_a_girl_of_14_shares_with_her_coach_and_not_with_her_father(setting: APlan) -> None:
    younes, karim = setting.home.younes, person("Karim", "Peeters", born(40))
    tie(karim, younes, "vader")
    called_safe(younes, setting.home.sofia, karim, setting.network.nele)
    coach = setting.network.bram
    join_team(plan=setting.plan, worker=coach, because="test", by=setting.by, at=MONDAY)
    goal = setting.goal("Ik wil een eigen kamer", younes)
    assert goal_for(at_desk(coach), goal.key, MONDAY) is None
    maker, by = themself(younes)
    share_goal(goal=goal, to=coach, maker=maker, by=by, at=MONDAY)
    assert goal_for(at_desk(coach), goal.key, MONDAY) == goal
    for parent in (karim, setting.home.sofia):
        assert goal_for(Reader(person=parent), goal.key, MONDAY) is None


def test_a_helper_shares_only_with_the_yes_of_everybody(setting: APlan) -> None:
    younes, sofia = setting.home.younes, setting.home.sofia
    rita = person("Rita", "Peeters", born(68))
    for one in (younes, sofia):
        tie(rita, one, "grootouder")
    goal = setting.goal("Samen eten", sofia, younes)
    sharing = {"goal": goal, "to": rita, "maker": setting.maker, "by": setting.by, "at": MONDAY}
    said_yes(sofia, rita)
    with pytest.raises(ValidationError, match="een ja nodig"):
        share_goal(**sharing)
    said_yes(younes, rita)
    share_goal(**sharing)
    assert goal_for(Reader(person=rita), goal.key, MONDAY) == goal


def test_a_second_parent_who_is_not_called_safe_is_refused(setting: APlan) -> None:
    noor, karim = setting.home.noor, person("Karim", "Peeters", born(40))
    tie(karim, noor, "vader")
    said_yes(noor, karim)
    goal = setting.goal("Noor gaat graag naar school", noor)
    with pytest.raises(ValidationError, match="onder vier ogen"):
        share_goal(goal=goal, to=karim, maker=setting.maker, by=setting.by, at=MONDAY)


def test_shared_no_longer_only_the_own_action_stays(setting: APlan) -> None:
    sofia, rita = setting.home.sofia, person("Rita", "Peeters", born(68))
    tie(rita, sofia, "grootouder")
    goal = setting.goal("Rust in huis", sofia)
    bakes = setting.action(goal, "Elke vrijdag koken", Doer(person=rita))
    other = setting.action(goal, "Naar de dokter", Doer(person=sofia))
    maker, by = themself(sofia)
    share_goal(goal=goal, to=rita, maker=maker, by=by, at=MONDAY)
    reader = Reader(person=rita)
    assert action_for(reader, other.key, MONDAY) == other
    unshare_goal(goal=goal, reader=rita, by=by, at=MONDAY)
    assert goal_for(reader, goal.key, MONDAY) is None
    assert action_for(reader, other.key, MONDAY) is None
    assert action_for(reader, bakes.key, MONDAY) == bakes


def test_withdrawal_holds_at_the_next_read(setting: APlan) -> None:
    younes, coach = setting.home.younes, setting.network.bram
    join_team(plan=setting.plan, worker=coach, because="test", by=setting.by, at=MONDAY)
    reader = at_desk(coach)
    shares_with(younes, reader)
    goal = setting.goal("Ik wil een eigen kamer", younes)
    assert goal_for(reader, goal.key, MONDAY) == goal
    shares_with(younes, reader, outcome="no")
    assert goal_for(reader, goal.key, MONDAY) is None
