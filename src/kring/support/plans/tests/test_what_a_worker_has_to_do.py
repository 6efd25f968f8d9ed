"""A worker's own list of actions: the nearest first, only what they may read, in as many queries."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.cast import MONDAY

from kring.registry.people.models import Person
from kring.support.plans.actions import add_action, finish_action, join_team, leave_team
from kring.support.plans.makers import Doer, NewAction
from kring.support.plans.models import LeftBecause
from kring.support.plans.queries import own_actions, plan_of
from kring.support.plans.tests.a_plan import APlan, a_plan, at_desk
from kring.trust.access.readers import Reader
from kring.trust.access.tests.households import born, tie

pytestmark = pytest.mark.django_db
TODAY = MONDAY.date()
LATER = MONDAY + timedelta(minutes=1)


@pytest.fixture
def setting() -> APlan:
    return a_plan()


def give(setting: APlan, words: str, days: int | None) -> object:
    goal = setting.goal(f"Doel bij {words}", setting.home.sofia)
    due = TODAY + timedelta(days=days) if days is not None else None
    new = NewAction(words=words, doer=Doer(worker=setting.network.nele), due_on=due)
    return add_action(goal=goal, new=new, maker=setting.maker, by=setting.by, at=MONDAY)


def listed(setting: APlan, **how: object) -> list[tuple[str, bool]]:
    found = own_actions(at_desk(setting.network.nele), MONDAY, today=TODAY, **how)
    return [(one.action.words, one.late) for one in found]


def test_the_nearest_day_first(setting: APlan) -> None:
    for words, days in (("ooit", None), ("later", 30), ("te laat", -2), ("morgen", 1)):
        give(setting, words, days)
    finish_action(done=give(setting, "klaar", 0), by=setting.by, at=MONDAY)
    everything = [("te laat", True), ("morgen", False), ("later", False), ("ooit", False)]
    assert listed(setting) == everything
    assert listed(setting, until=TODAY + timedelta(days=7)) == everything[:2]


def test_who_left_the_team_sees_no_action_any_more(setting: APlan) -> None:
    bram = setting.network.bram
    member = join_team(plan=setting.plan, worker=bram, because="test", by=setting.by, at=MONDAY)
    goal = setting.goal("Rust", setting.home.sofia)
    call = setting.action(goal, "bellen", Doer(worker=bram))
    assert [one.action for one in own_actions(at_desk(bram), MONDAY, today=TODAY)] == [call]
    leave_team(member=member, because=LeftBecause.READY, words="", by=setting.by, at=MONDAY)
    assert own_actions(at_desk(bram), LATER, today=TODAY) == []


def test_as_many_queries_for_one_as_for_many(setting: APlan) -> None:
    def counted() -> int:
        reader = at_desk(setting.network.nele)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            own_actions(reader, MONDAY, today=TODAY)
        return len(queries)

    give(setting, "bellen", 1)
    few = counted()
    for number in range(12):
        give(setting, f"mail {number}", number)
    assert counted() == few


def test_a_stranger_is_told_of_no_plan(setting: APlan) -> None:
    noor = setting.home.noor
    goal = setting.goal("Noor gaat graag naar school", noor)
    rita, cousin = Person.objects.bulk_create(
        Person(given_name=name, family_name="Peeters", birth_date=born(60), created_at=MONDAY)
        for name in ("Rita", "Bert")
    )
    for one in (rita, cousin):
        tie(one, noor, "grootouder")
    setting.action(goal, "Noor brengen", Doer(person=rita))
    assert plan_of(Reader(person=setting.home.sofia), MONDAY) == setting.plan
    assert plan_of(Reader(person=rita), MONDAY) == setting.plan
    assert plan_of(Reader(person=cousin), MONDAY) is None
