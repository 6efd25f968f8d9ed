"""Who is given an action reads that action; who no longer does it reads it no longer."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from tests.cast import LONG_AGO, MONDAY, person

from kring.foundation.records.bases import StaleRecord
from kring.foundation.workflow.transitions import CannotMove
from kring.registry.network.models import Worker
from kring.registry.people.models import Person
from kring.support.plans.actions import (
    change_action,
    finish_action,
    leave_action,
    start_action,
)
from kring.support.plans.makers import ActionChange, Doer
from kring.support.plans.queries import action_for, goal_for
from kring.support.plans.states import DONE, LEFT, RUNNING
from kring.support.plans.tests.a_plan import APlan, a_plan
from kring.trust.access.readers import Reader
from kring.trust.access.tests.households import born, tie

pytestmark = pytest.mark.django_db


@pytest.fixture
def setting() -> APlan:
    return a_plan()


def grandmother_of(child: Person) -> Person:
    found = person("Rita", "Peeters", born(68))
    tie(found, child, "grootouder")
    return found


def test_a_grandmother_reads_what_she_does_and_not_the_goal(setting: APlan) -> None:
    rita = grandmother_of(setting.home.noor)
    goal = setting.goal("Noor gaat graag naar school", setting.home.noor)
    ride = setting.action(goal, "Noor naar school brengen", Doer(person=rita))
    assert action_for(Reader(person=rita), ride.key, MONDAY) == ride
    assert goal_for(Reader(person=rita), goal.key, MONDAY) is None


def test_another_doer_takes_the_reading_along(setting: APlan) -> None:
    rita, sofia = grandmother_of(setting.home.noor), setting.home.sofia
    goal = setting.goal("Noor gaat graag naar school", setting.home.noor)
    ride = setting.action(goal, "Noor naar school brengen", Doer(person=rita))
    to = ActionChange(words="Noor met de fiets brengen", doer=Doer(person=sofia))
    change_action(changed=ride, version=ride.version, to=to, by=setting.by, at=MONDAY)
    assert action_for(Reader(person=rita), ride.key, MONDAY) is None
    read = action_for(Reader(person=sofia), ride.key, MONDAY)
    assert read is not None
    assert (read.words, read.doer_person) == ("Noor met de fiets brengen", sofia)


def test_who_takes_part_in_the_goal_goes_on_reading(setting: APlan) -> None:
    rita, sofia = grandmother_of(setting.home.noor), setting.home.sofia
    goal = setting.goal("Noor gaat graag naar school", setting.home.noor, together=(rita,))
    ride = setting.action(goal, "Noor naar school brengen", Doer(person=rita))
    to = ActionChange(words=ride.words, doer=Doer(person=sofia))
    change_action(changed=ride, version=ride.version, to=to, by=setting.by, at=MONDAY)
    assert action_for(Reader(person=rita), ride.key, MONDAY) == ride


def test_two_changes_of_one_action_do_not_overwrite(setting: APlan) -> None:
    goal = setting.goal("Rust", setting.home.sofia)
    ride = setting.action(goal, "Bellen", Doer(words="de buurvrouw"))
    first = ActionChange(words="Bellen op maandag", doer=Doer(words="de buurvrouw"))
    change_action(changed=ride, version=1, to=first, by=setting.by, at=MONDAY)
    late = ActionChange(words="Mailen", doer=Doer(words="de buurvrouw"))
    with pytest.raises(StaleRecord):
        change_action(changed=ride, version=1, to=late, by=setting.by, at=MONDAY)
    ride.refresh_from_db()
    assert ride.words == "Bellen op maandag"


def test_nobody_who_left_is_given_anything(setting: APlan) -> None:
    bram = setting.network.bram
    Worker.objects.filter(pk=bram.pk).update(left_at=LONG_AGO + timedelta(days=9))
    bram.refresh_from_db()
    with pytest.raises(ValidationError, match="werkt hier niet meer"):
        setting.action(setting.goal("Rust", setting.home.sofia), "Bellen", Doer(worker=bram))


def test_an_action_is_begun_done_or_left(setting: APlan) -> None:
    goal = setting.goal("Rust", setting.home.sofia)
    call = setting.action(goal, "Bellen", Doer(person=setting.home.sofia))
    start_action(started=call, by=setting.by, at=MONDAY)
    start_action(started=call, by=setting.by, at=MONDAY)
    assert call.state == RUNNING
    finish_action(done=call, by=setting.by, at=MONDAY)
    assert call.state == DONE
    with pytest.raises(CannotMove):
        leave_action(left=call, by=setting.by, at=MONDAY)
    other = setting.action(goal, "Mailen", Doer(person=setting.home.sofia))
    leave_action(left=other, by=setting.by, at=MONDAY)
    assert other.state == LEFT
