"""A plan pauses, ends with what came of each goal, or gives way to a new one."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from tests.cast import MONDAY

from kring.foundation.outbox.models import Message
from kring.foundation.workflow.transitions import CannotMove
from kring.registry.people.actions import add_channel
from kring.support.plans.actions import (
    ask_after_care,
    close_plan,
    join_team,
    pause_plan,
    plan_evaluation,
    resume_plan,
    supersede_plan,
    tell_after_care,
    tell_child_line,
)
from kring.support.plans.checks import plans_have_an_anchor
from kring.support.plans.makers import Doer, NewChildLine, Result
from kring.support.plans.models import (
    AfterCare,
    Evaluation,
    FrozenBecause,
    LeftBecause,
    Outcome,
    Plan,
    PlanEnd,
    Revision,
    TeamMember,
)
from kring.support.plans.queries import after_care_due, current_plan, ended_within_a_year, plan_page
from kring.support.plans.states import COMPLETED, LEFT, REVOKED
from kring.support.plans.tests.a_plan import APlan, a_plan, at_desk
from kring.support.plans.texts import AFTER_CARE_DUE, KEPT
from kring.trust.access.models import Involvement

pytestmark = pytest.mark.django_db
IN_THREE_MONTHS = MONDAY + timedelta(days=93)


@pytest.fixture
def setting() -> APlan:
    found = a_plan()
    for child in (found.home.younes, found.home.noor):
        tell_child_line(
            plan=found.plan,
            child=child,
            line=NewChildLine(not_spoken_because="ziek"),
            maker=found.maker,
            by=found.by,
            at=MONDAY,
        )
    return found


def close(setting: APlan, because: str = PlanEnd.REACHED, **results: Result) -> None:
    keys = {goal.key: Result(Outcome.ACHIEVED) for goal in setting.plan.goals.all()}
    close_plan(
        plan=setting.plan,
        because=because,
        words="Het lukt.",
        results={} if "none" in results else keys,
        present=(setting.home.sofia,),
        worker=setting.network.nele,
        by=setting.by,
        at=MONDAY,
    )


def test_on_hold_it_changes_no_more(setting: APlan) -> None:
    pause_plan(plan=setting.plan, by=setting.by, at=MONDAY)
    with pytest.raises(ValidationError, match="loopt niet"):
        setting.goal("Rust", setting.home.sofia)
    assert current_plan(setting.home.family) == setting.plan
    resume_plan(plan=setting.plan, by=setting.by, at=MONDAY)
    setting.goal("Rust", setting.home.sofia)
    with pytest.raises(CannotMove):
        resume_plan(plan=setting.plan, by=setting.by, at=MONDAY)


def test_every_open_goal_says_what_came_of_it(setting: APlan) -> None:
    setting.goal("Rust", setting.home.sofia)
    with pytest.raises(ValidationError, match="elk doel"):
        close(setting, none=Result(""))
    setting.plan.refresh_from_db()
    assert setting.plan.ends_at is None


def test_it_closes_with_an_end_evaluation_and_is_frozen(setting: APlan) -> None:
    goal = setting.goal("Rust", setting.home.sofia)
    call = setting.action(goal, "Bellen", Doer(person=setting.home.sofia))
    close(setting)
    goal.refresh_from_db()
    call.refresh_from_db()
    plan, held = Plan.objects.get(), Evaluation.objects.get()
    assert (plan.state, plan.ended_because, plan.ends_at) == (COMPLETED, PlanEnd.REACHED, MONDAY)
    assert (goal.outcome, call.state) == (Outcome.ACHIEVED, LEFT)
    assert Revision.objects.get().because == FrozenBecause.CLOSING
    assert held.revision == Revision.objects.get()
    assert list(plans_have_an_anchor(MONDAY)) == []


def test_no_child_is_forgotten_at_the_end(setting: APlan) -> None:
    setting.plan.child_lines.filter(child=setting.home.noor).delete()
    with pytest.raises(ValidationError, match="Noor"):
        close(setting)


def test_the_team_leaves_and_the_anchor_stays_to_look_back(setting: APlan) -> None:
    bram = setting.network.bram
    join_team(plan=setting.plan, worker=bram, because="test", by=setting.by, at=MONDAY)
    close(setting)
    (anchor,) = TeamMember.objects.filter(ends_at__isnull=True)
    assert anchor.worker == setting.network.nele
    assert TeamMember.objects.get(worker=bram).left_because == LeftBecause.PLAN_ENDED
    checks = list(AfterCare.objects.order_by("months"))
    assert [(one.months, one.due_on.isoformat()) for one in checks] == [
        (3, "2027-02-02"),
        (6, "2027-05-02"),
        (12, "2027-11-02"),
    ]
    for check in checks:
        ask_after_care(
            check=check,
            goes_well=True,
            words="",
            worker=setting.network.nele,
            by=setting.by,
            at=IN_THREE_MONTHS,
        )
    assert not TeamMember.objects.filter(ends_at__isnull=True).exists()
    assert not Involvement.objects.running(IN_THREE_MONTHS).exists()
    with pytest.raises(CannotMove):
        ask_after_care(
            check=checks[0],
            goes_well=False,
            words="",
            worker=setting.network.nele,
            by=setting.by,
            at=IN_THREE_MONTHS,
        )


def test_the_clock_tells_the_desk_once_when_it_is_time(setting: APlan) -> None:
    close(setting)
    reader = at_desk(setting.network.nele)
    assert tell_after_care(at=MONDAY) == 0
    assert after_care_due(reader, MONDAY, today=MONDAY.date()) == []
    assert [tell_after_care(at=IN_THREE_MONTHS) for _ in range(2)] == [1, 0]
    assert [
        one.months for one in after_care_due(reader, IN_THREE_MONTHS, today=IN_THREE_MONTHS.date())
    ] == [3]
    assert Message.objects.filter(text=AFTER_CARE_DUE).count() == 1


def test_who_stopped_is_left_in_peace(setting: APlan) -> None:
    close(setting, because=PlanEnd.STOPPED)
    assert not AfterCare.objects.exists()
    assert not TeamMember.objects.filter(ends_at__isnull=True).exists()


def test_who_decides_and_stands_in_it_is_told_how_long_it_is_kept(setting: APlan) -> None:
    for who in (setting.home.sofia, setting.home.noor):
        add_channel(by=setting.by, at=MONDAY, person=who, kind="email", value="a@example.org", safe=True)
    setting.goal("Samen eten", setting.home.sofia, setting.home.noor, setting.home.younes)
    close(setting)
    told = Message.objects.filter(text=KEPT).values_list("recipient_key", flat=True)
    assert list(told) == [setting.home.sofia.key]


def test_a_family_that_comes_back_within_a_year_is_known(setting: APlan) -> None:
    close(setting)
    family = setting.home.family.pk
    within, later = MONDAY + timedelta(days=300), MONDAY + timedelta(days=400)
    assert ended_within_a_year([family], within) == {family: setting.plan}
    assert ended_within_a_year([family], later) == {}


def test_a_new_plan_takes_the_open_goals_along(setting: APlan) -> None:
    bram = setting.network.bram
    join_team(plan=setting.plan, worker=bram, because="test", by=setting.by, at=MONDAY)
    goal = setting.goal("Rust", setting.home.sofia)
    plan_evaluation(plan=setting.plan, on=IN_THREE_MONTHS.date(), by=setting.by, at=MONDAY)
    made = supersede_plan(
        plan=setting.plan,
        owner=setting.plan.owner,
        anchor=setting.network.lotte,
        words="Opnieuw beginnen",
        by=setting.by,
        at=MONDAY,
    )
    setting.plan.refresh_from_db()
    goal.refresh_from_db()
    assert (setting.plan.state, made.follows, goal.plan) == (REVOKED, setting.plan, made)
    assert current_plan(setting.home.family) == made
    page = plan_page(at_desk(setting.network.lotte), made, MONDAY)
    assert [one.goal.words for one in page.goals] == ["Rust"]
    running = TeamMember.objects.filter(plan=made, ends_at__isnull=True)
    assert {one.worker for one in running} == {setting.network.lotte, setting.network.nele, bram}
    assert [one.worker for one in running.filter(anchor=True)] == [setting.network.lotte]
    assert list(plans_have_an_anchor(MONDAY)) == []
