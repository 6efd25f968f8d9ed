"""A plan is looked at together only once every child was heard; that freezes it."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from tests.cast import MONDAY

from kring.registry.people.models import Person
from kring.support.plans.actions import hold_evaluation, plan_evaluation, tell_child_line
from kring.support.plans.makers import NewChildLine
from kring.support.plans.models import Decision, Evaluation, FrozenBecause, Plan, Revision
from kring.support.plans.queries import evaluations_due, evaluations_of, present_at
from kring.support.plans.tests.a_plan import APlan, a_plan, at_desk
from kring.trust.access.readers import Reader

pytestmark = pytest.mark.django_db
NEXT_MONTH = MONDAY + timedelta(days=30)


@pytest.fixture
def setting() -> APlan:
    return a_plan()


def hear(setting: APlan, child: Person, at=MONDAY) -> None:
    tell_child_line(
        plan=setting.plan,
        child=child,
        line=NewChildLine(words="Het gaat.", spoken_alone_on=at.date()),
        maker=setting.maker,
        by=setting.by,
        at=at,
    )


def hold(setting: APlan, at=MONDAY, **how: object) -> Evaluation:
    held = {"decided": Decision.GO_ON, "present": (), "worker": setting.network.nele, **how}
    return hold_evaluation(plan=setting.plan, by=setting.by, at=at, **held)


def test_while_a_child_was_not_heard_it_is_refused(setting: APlan) -> None:
    hear(setting, setting.home.younes)
    with pytest.raises(ValidationError, match="Noor"):
        hold(setting)
    assert not Revision.objects.exists()
    hear(setting, setting.home.noor)
    held = hold(setting)
    assert held.revision is not None
    assert (held.decided, held.revision.because) == (Decision.GO_ON, FrozenBecause.EVALUATION)


def test_each_time_anew(setting: APlan) -> None:
    for child in (setting.home.younes, setting.home.noor):
        hear(setting, child)
    hold(setting)
    hear(setting, setting.home.younes, NEXT_MONTH)
    with pytest.raises(ValidationError, match="Noor"):
        hold(setting, NEXT_MONTH)


def test_who_is_of_age_needs_no_line(setting: APlan) -> None:
    Person.objects.filter(pk=setting.home.younes.pk).update(birth_date="2008-01-01")
    hear(setting, setting.home.noor)
    assert hold(setting).held_at == MONDAY


def test_the_planned_day_is_held_and_the_next_one_planned(setting: APlan) -> None:
    first = plan_evaluation(plan=setting.plan, on=MONDAY.date(), by=setting.by, at=MONDAY)
    again = plan_evaluation(plan=setting.plan, on=MONDAY.date(), by=setting.by, at=MONDAY)
    assert first == again
    reader = at_desk(setting.network.nele)
    assert evaluations_due(reader, MONDAY, until=MONDAY.date()) == [first]
    for child in (setting.home.younes, setting.home.noor):
        hear(setting, child)
    held = hold(setting, next_on=NEXT_MONTH.date())
    assert held == first
    assert [one.planned_on for one in evaluations_of(setting.plan)] == [NEXT_MONTH.date(), MONDAY.date()]
    assert Plan.objects.get().review_on == NEXT_MONTH.date()
    assert evaluations_due(reader, MONDAY, until=MONDAY.date()) == []


def test_a_day_that_passed_is_not_planned(setting: APlan) -> None:
    with pytest.raises(ValidationError, match="nog komt"):
        plan_evaluation(
            plan=setting.plan, on=MONDAY.date() - timedelta(days=1), by=setting.by, at=MONDAY
        )


def test_who_was_there_is_told_to_helpers_and_to_oneself(setting: APlan) -> None:
    for child in (setting.home.younes, setting.home.noor):
        hear(setting, child)
    nele, sofia, younes = setting.network.nele, setting.home.sofia, setting.home.younes
    held = hold(setting, present=(nele, sofia, younes))
    assert present_at(at_desk(nele), held) == [nele, sofia, younes]
    assert present_at(Reader(person=sofia), held) == [nele, sofia]
