"""Scores are kept as each said them, in order, and never averaged; comparing tells each person's own."""

from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.cast import MONDAY

from kring.support.plans.actions import score_goal
from kring.support.plans.models import GoalScore, Moment
from kring.support.plans.queries import (
    FrozenAction,
    FrozenGoal,
    FrozenPage,
    FrozenScore,
    changes_between,
    plan_as_it_stands,
    plan_page,
)
from kring.support.plans.tests.a_plan import APlan, a_plan, at_desk

SCORES = st.lists(st.tuples(st.booleans(), st.integers(0, 10)), min_size=1, max_size=8)


@pytest.fixture
def setting() -> APlan:
    return a_plan()


@pytest.mark.django_db
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=SCORES)
def test_the_history_is_what_was_said(setting: APlan, told: list[tuple[bool, int]]) -> None:
    GoalScore.objects.all().delete()
    sofia, younes = setting.home.sofia, setting.home.younes
    goal = setting.plan.goals.first() or setting.goal("Samen eten", sofia, younes)
    for mother, score in told:
        who = sofia if mother else younes
        score_goal(goal=goal, person=who, score=score, maker=setting.maker, by=setting.by, at=MONDAY)
    reader = at_desk(setting.network.nele)
    (page,) = plan_page(reader, setting.plan, MONDAY).goals
    assert [(one.person == sofia, one.score) for one in page.scores] == told
    (now,) = plan_as_it_stands(reader, setting.plan, MONDAY).goals
    for mother, who in ((True, sofia), (False, younes)):
        own = [score for by_mother, score in told if by_mother == mother]
        shown = [(one.first, one.last) for one in now.scores if one.who == who.key]
        assert shown == ([(own[0], own[-1])] if own else [])
        starts = GoalScore.objects.filter(person=who, moment=Moment.START)
        assert list(starts.values_list("score", flat=True)) == own[:1]


WHO = uuid4()


def _once(keys: list[UUID]) -> bool:
    """An action hangs under one goal."""
    return len(set(keys)) == len(keys)


GOALS = st.lists(
    st.builds(
        FrozenGoal,
        key=st.sampled_from([uuid4() for _ in range(4)]),
        words=st.sampled_from(["Rust", "Werk", "Vrienden"]),
        language=st.just("nl"),
        state=st.sampled_from(["proposed", "active", "completed", "cancelled"]),
        outcome=st.just(""),
        outcome_words=st.just(""),
        aim=st.none(),
        level=st.none(),
        scores=st.integers(0, 10).map(lambda last: (FrozenScore(WHO, "Sofia", 1, last),)),
        said=st.just(()),
        actions=st.lists(
            st.builds(
                FrozenAction,
                key=st.sampled_from([uuid4() for _ in range(3)]),
                words=st.sampled_from(["Bellen", "Mailen"]),
                doer=st.sampled_from(["", "oma"]),
                due_on=st.none(),
                state=st.sampled_from(["to_do", "done", "left"]),
            ),
            max_size=2,
            unique_by=lambda one: one.key,
        ),
    ),
    max_size=4,
    unique_by=lambda one: one.key,
).filter(lambda goals: _once([one.key for goal in goals for one in goal.actions]))


@given(older=GOALS, newer=GOALS)
def test_comparing_tells_of_nothing_a_page_does_not_show(
    older: list[FrozenGoal], newer: list[FrozenGoal]
) -> None:
    before, after = FrozenPage(goals=older), FrozenPage(goals=newer)
    assert changes_between(before, before) == []
    told = changes_between(before, after)
    known = {goal.key for goal in older}
    new = [goal for goal in newer if goal.key not in known]
    assert [one for one in told if one.startswith("Nieuw doel")] == [
        f"Nieuw doel: “{goal.words}”." for goal in new
    ]
    shown = {goal.words for goal in [*older, *newer]}
    shown |= {one.words for goal in [*older, *newer] for one in goal.actions}
    for sentence in told:
        quoted = [part.split("”")[0] for part in sentence.split("“")[1:]]
        assert set(quoted) <= shown
