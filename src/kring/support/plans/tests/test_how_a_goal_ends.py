"""A goal ends with what came of it; its aim and levels are said from a version."""

import pytest
from django.core.exceptions import ValidationError
from tests.cast import MONDAY

from kring.foundation.records.bases import StaleRecord
from kring.foundation.workflow.transitions import CannotMove
from kring.support.plans.actions import (
    describe_attainment,
    drop_goal,
    end_goal,
    reopen_goal,
    score_goal,
    set_aim,
    set_level,
)
from kring.support.plans.models import GoalScore, Outcome
from kring.support.plans.states import DROPPED, ENDED, STARTED
from kring.support.plans.tests.a_plan import APlan, a_plan

pytestmark = pytest.mark.django_db
LEVELS = {-2: "nooit", -1: "soms", 0: "de meeste dagen", 1: "bijna altijd", 2: "altijd"}


@pytest.fixture
def setting() -> APlan:
    return a_plan()


def test_it_ends_with_an_outcome_and_can_be_taken_up_again(setting: APlan) -> None:
    goal = setting.goal("Rust", setting.home.sofia)
    with pytest.raises(ValidationError, match="wat er van dit doel kwam"):
        end_goal(goal=goal, outcome="", words="", by=setting.by, at=MONDAY)
    end_goal(goal=goal, outcome=Outcome.ACHIEVED, words="Het lukt.", by=setting.by, at=MONDAY)
    goal.refresh_from_db()
    assert (goal.state, goal.outcome, goal.ends_at) == (ENDED, Outcome.ACHIEVED, MONDAY)
    with pytest.raises(CannotMove):
        drop_goal(goal=goal, words="", by=setting.by, at=MONDAY)
    reopen_goal(goal=goal, by=setting.by, at=MONDAY)
    goal.refresh_from_db()
    assert (goal.state, goal.outcome, goal.ends_at) == (STARTED, "", None)


def test_it_is_dropped_with_why(setting: APlan) -> None:
    goal = setting.goal("Rust", setting.home.sofia)
    drop_goal(goal=goal, words="Niet meer nodig.", by=setting.by, at=MONDAY)
    goal.refresh_from_db()
    assert (goal.state, goal.outcome_words) == (DROPPED, "Niet meer nodig.")


def test_an_aim_is_set_from_a_version(setting: APlan) -> None:
    goal = setting.goal("Rust", setting.home.sofia)
    set_aim(goal=goal, version=1, aim=7, by=setting.by, at=MONDAY)
    with pytest.raises(StaleRecord):
        set_aim(goal=goal, version=1, aim=3, by=setting.by, at=MONDAY)
    goal.refresh_from_db()
    assert goal.aim == 7


def test_attainment_has_words_for_each_level_it_stands_on(setting: APlan) -> None:
    goal = setting.goal("Op tijd op school", setting.home.noor)
    with pytest.raises(ValidationError, match="wat je verwacht"):
        describe_attainment(goal=goal, version=1, words={1: "vaak"}, by=setting.by, at=MONDAY)
    with pytest.raises(ValidationError, match="in woorden"):
        set_level(goal=goal, version=1, level=0, by=setting.by, at=MONDAY)
    describe_attainment(goal=goal, version=1, words=LEVELS, by=setting.by, at=MONDAY)
    set_level(goal=goal, version=2, level=-1, by=setting.by, at=MONDAY)
    goal.refresh_from_db()
    assert (goal.level, goal.attainment["0"]) == (-1, "de meeste dagen")


@pytest.mark.parametrize("score", [-1, 11])
def test_a_score_is_0_to_10(setting: APlan, score: int) -> None:
    goal, sofia = setting.goal("Rust", setting.home.sofia), setting.home.sofia
    with pytest.raises(ValidationError, match="van 0 tot 10"):
        score_goal(goal=goal, person=sofia, score=score, maker=setting.maker, by=setting.by, at=MONDAY)
    assert not GoalScore.objects.exists()


def test_only_whom_it_concerns_scores_it(setting: APlan) -> None:
    goal, noor = setting.goal("Rust", setting.home.sofia), setting.home.noor
    with pytest.raises(ValidationError, match="niet over deze persoon"):
        score_goal(goal=goal, person=noor, score=5, maker=setting.maker, by=setting.by, at=MONDAY)
