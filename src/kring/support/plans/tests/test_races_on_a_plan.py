"""Many who act on one plan at once: one current plan, one anchor, no save lost without a word."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from tests.cast import MONDAY, acting

from kring.foundation.records.bases import StaleRecord
from kring.foundation.workflow.transitions import CannotMove
from kring.registry.people.models import Family
from kring.support.plans.actions import (
    freeze,
    hold_evaluation,
    join_team,
    name_anchor,
    open_plan,
    reword_goal,
)
from kring.support.plans.checks import plans_have_an_anchor
from kring.support.plans.models import (
    Decision,
    Evaluation,
    FrozenBecause,
    Goal,
    Plan,
    Revision,
    TeamMember,
)
from kring.support.plans.tests.a_plan import APlan, a_plan, employer
from kring.support.plans.tests.test_an_evaluation_hears_every_child import hear

pytestmark = pytest.mark.django_db(transaction=True)
RUNNERS = 4
PAIRS = 2000 if os.environ.get("KRING_FULL") == "1" else 60
TOO_LATE = (ValidationError, StaleRecord, CannotMove)

type Deed = Callable[[], object]
type Race = Callable[[list[Deed]], list[str]]


@pytest.fixture
def race() -> Iterator[Race]:
    """Runs deeds at once, each on a connection of its own; says for each what stopped it."""
    pool, barrier = ThreadPoolExecutor(RUNNERS), Barrier(RUNNERS)

    def run(deed: Deed) -> str:
        barrier.wait(timeout=60)
        try:
            deed()
        except TOO_LATE as late:
            return type(late).__name__
        return ""

    def hang_up(_number: int) -> None:
        barrier.wait(timeout=60)
        connection.close()

    yield lambda deeds: list(pool.map(run, deeds))
    list(pool.map(hang_up, range(RUNNERS)))
    pool.shutdown()


@pytest.fixture
def setting() -> APlan:
    return a_plan()


def test_a_family_has_one_current_plan(setting: APlan, race: Race) -> None:
    nele = setting.network.nele
    owner, by = employer(nele), acting(nele)
    for number in range(PAIRS // 6):
        family = Family.objects.create(
            name=f"Bos {number}", search_name=f"bos {number}", created_at=MONDAY
        )
        told = race(
            [lambda: open_plan(family=family, owner=owner, anchor=nele, by=by, at=MONDAY)] * RUNNERS  # noqa: B023
        )
        assert sorted(told) == ["", *["ValidationError"] * (RUNNERS - 1)]
        assert Plan.objects.filter(family=family).count() == 1
    assert list(plans_have_an_anchor(MONDAY)) == []


def test_of_saves_of_one_goal_one_holds_and_the_others_are_told(setting: APlan, race: Race) -> None:
    goals = [setting.goal("Rust", setting.home.sofia), setting.goal("Werk", setting.home.sofia)]

    def saved(number: int, which: int, version: int) -> Deed:
        goal, words = Goal.objects.get(pk=goals[which].pk), f"Van {number}"
        return lambda: reword_goal(goal=goal, version=version, words=words, by=setting.by, at=MONDAY)

    for _pair in range(PAIRS):
        version = Goal.objects.get(pk=goals[0].pk).version
        told = race([saved(number, number % 2, version) for number in range(RUNNERS)])
        for which, goal in enumerate(goals):
            goal.refresh_from_db()
            held = [number for number in range(which, RUNNERS, 2) if not told[number]]
            assert [f"Van {number}" for number in held] == [goal.words]
            assert goal.version == version + 1


def test_freezing_at_once_gives_each_a_number(setting: APlan, race: Race) -> None:
    setting.goal("Rust", setting.home.sofia)
    nele = setting.network.nele

    def frozen() -> object:
        plan = Plan.objects.get(pk=setting.plan.pk)
        because = FrozenBecause.AGREEMENT
        return freeze(plan=plan, because=because, worker=nele, by=setting.by, at=MONDAY)

    assert race([frozen] * RUNNERS) == [""] * RUNNERS
    assert list(Revision.objects.order_by("number").values_list("number", flat=True)) == [1, 2, 3, 4]


def test_held_at_once_it_is_held_once(setting: APlan, race: Race) -> None:
    for child in (setting.home.younes, setting.home.noor):
        hear(setting, child)
    nele = setting.network.nele

    def held() -> object:
        plan = Plan.objects.get(pk=setting.plan.pk)
        decided = Decision.GO_ON
        return hold_evaluation(
            plan=plan, decided=decided, present=(nele,), worker=nele, by=setting.by, at=MONDAY
        )

    assert sorted(race([held] * RUNNERS)) == ["", *["ValidationError"] * (RUNNERS - 1)]
    assert (Evaluation.objects.count(), Revision.objects.count()) == (1, 1)


def test_there_is_one_anchor_and_each_is_once_in_the_team(setting: APlan, race: Race) -> None:
    lotte, bram = setting.network.lotte, setting.network.bram

    def named(who: object) -> Deed:
        plan = Plan.objects.select_related("family").get(pk=setting.plan.pk)
        return lambda: name_anchor(plan=plan, worker=who, by=setting.by, at=MONDAY)

    def joined() -> object:
        plan = Plan.objects.select_related("family").get(pk=setting.plan.pk)
        return join_team(plan=plan, worker=bram, because="test", by=setting.by, at=MONDAY)

    told = race([named(lotte), named(bram), joined, named(lotte)])
    assert told == [""] * RUNNERS
    running = TeamMember.objects.filter(plan=setting.plan, ends_at__isnull=True)
    assert running.filter(anchor=True).count() == 1
    assert running.count() == len(set(running.values_list("worker", flat=True)))
