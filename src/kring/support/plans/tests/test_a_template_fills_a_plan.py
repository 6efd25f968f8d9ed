"""A template puts goals on a plan with actions due from today, and twice it is there once."""

from datetime import timedelta

import pytest
from tests.cast import LONG_AGO, MONDAY

from kring.registry.network.models import PartnershipMember
from kring.support.plans.actions import apply_template
from kring.support.plans.domains import domains_of
from kring.support.plans.models import Action, Goal, PlanTemplate
from kring.support.plans.queries import templates_for
from kring.support.plans.tests.a_plan import APlan, a_plan

pytestmark = pytest.mark.django_db
TODAY = MONDAY.date()


@pytest.fixture
def setting() -> APlan:
    return a_plan()


def fill(setting: APlan, code: str, **how: str) -> list[Goal]:
    return apply_template(
        plan=setting.plan,
        template=PlanTemplate.objects.get(code=code),
        concerns=(setting.home.sofia,),
        maker=setting.maker,
        by=setting.by,
        at=MONDAY,
        **how,
    )


def test_its_actions_are_due_so_many_days_from_today(setting: APlan) -> None:
    fill(setting, "calm_at_home")
    due = Action.objects.order_by("goal__position", "position").values_list("words", "due_on")
    assert list(due) == [
        ("Samen een ochtendkaart maken", TODAY + timedelta(days=7)),
        ("De tas de avond voordien klaarzetten", TODAY + timedelta(days=14)),
        ("Gesprek met de leerkracht", TODAY + timedelta(days=21)),
    ]
    assert {one.doer_worker for one in Action.objects.all()} == {setting.network.nele}


def test_in_the_language_of_the_family(setting: APlan) -> None:
    (goal,) = fill(setting, "first_plan", language="fr")
    assert (goal.words, goal.words_language) == (
        "Savoir qui nous aide et qui nous pouvons appeler",
        "fr",
    )


def test_applied_twice_it_is_there_once(setting: APlan) -> None:
    assert fill(setting, "home_and_papers") == fill(setting, "home_and_papers")
    assert (Goal.objects.count(), Action.objects.count()) == (2, 3)


def test_the_way_to_work_comes_with_its_conditions(setting: APlan) -> None:
    goals = fill(setting, "way_to_work")
    assert {"work", "childcare"} == {goal.domain for goal in goals}
    first = Action.objects.order_by("due_on").values_list("words", "due_on").first()
    assert first == ("Opvang vragen bij het lokaal loket kinderopvang", TODAY + timedelta(days=7))


def test_every_template_names_known_domains() -> None:
    used = {goal["domain"] for one in PlanTemplate.objects.all() for goal in one.goals}
    assert used <= set(domains_of())


def test_a_template_of_a_partnership_is_for_its_partners(setting: APlan) -> None:
    region = setting.network.region
    own = PlanTemplate.objects.create(
        code="own", partnership=region, name={"nl": "Van ons"}, valid_from=TODAY
    )
    old = PlanTemplate.objects.create(
        code="old", name={"nl": "Van toen"}, valid_from=LONG_AGO.date(), valid_until=TODAY
    )
    assert not {own, old} & set(templates_for(setting.plan, TODAY))
    PartnershipMember.objects.create(
        partnership=region, organisation=setting.plan.owner, role="member", starts_at=LONG_AGO
    )
    found = templates_for(setting.plan, TODAY)
    assert own in found
    assert old not in found
