"""Help that stops is seen before it stops: one task and one message for the anchor person."""

from datetime import date, timedelta

import pytest
from tests.cast import MONDAY, acting

from kring.foundation.outbox.models import Message
from kring.support.deployments.actions import (
    end_help,
    look_ahead,
    look_ahead_daily,
    replan_help,
    start_help,
)
from kring.support.deployments.gaps import Gap, Stretch, gap_ahead
from kring.support.deployments.models import Continuity
from kring.support.deployments.queries import gaps_for
from kring.support.deployments.tests.helping import Home, at_home
from kring.support.plans.models import Plan
from kring.trust.access.models import ItemHidden
from kring.trust.access.queries import reader_for

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 2)
DAY = timedelta(days=1)


def days(first: int, until: int | None) -> Stretch:
    return Stretch(TODAY + first * DAY, None if until is None else TODAY + until * DAY)


@pytest.mark.parametrize(
    ("past", "coming", "found"),
    [
        ([], [days(-5, None)], None),
        ([], [days(-5, 10)], (10, None)),
        ([], [days(-5, 40)], None),
        ([], [days(-5, 10), days(17, None)], (10, 17)),
        ([], [days(-5, 10), days(14, None)], None),
        ([], [days(-5, 10), days(9, None)], None),
        ([], [days(-5, 10), days(8, 20), days(60, None)], (20, 60)),
        ([days(-20, -8)], [], (-8, None)),
        ([days(-20, -2)], [], None),
        ([days(-20, -8)], [days(3, None)], (-8, 3)),
        ([], [], (-30, None)),
    ],
)
def test_days_without_help(
    past: list[Stretch], coming: list[Stretch], found: tuple[int, int | None] | None
) -> None:
    gap = gap_ahead(
        past,
        coming,
        since=TODAY - 30 * DAY if not coming and not past else TODAY - 20 * DAY,
        today=TODAY,
        horizon=TODAY + 28 * DAY,
        least_days=7,
    )
    wanted = Gap(*(None if day is None else TODAY + day * DAY for day in found)) if found else None
    assert gap == wanted


@pytest.fixture
def home() -> Home:
    return at_home()


def running(home: Home, until: date | None) -> None:
    one = home.help(TODAY, until)
    start_help(deployment=one, by=acting(home.network.lotte), at=MONDAY)


def told() -> int:
    return Message.objects.filter(text="gap_ahead").count()


def tasks(home: Home) -> list[date | None]:
    account = home.network.lotte.account
    assert account is not None
    return [row.gap_from for row in gaps_for(reader_for(account, MONDAY), MONDAY, 10)]


def test_help_without_an_end_is_no_task(home: Home) -> None:
    running(home, None)
    assert (tasks(home), told()) == ([], 0)


def test_help_that_will_stop_is_told_once(home: Home) -> None:
    running(home, date(2026, 11, 20))
    assert (tasks(home), told()) == ([date(2026, 11, 20)], 1)
    for later in range(3):
        at = MONDAY + timedelta(days=later)
        look_ahead_daily(at=at)
        look_ahead(plan=home.plan, by=acting(home.network.lotte), at=at)
    assert (Continuity.objects.count(), told()) == (1, 1)


def test_the_tick_looks_at_a_plan_once_a_day(home: Home) -> None:
    assert [look_ahead_daily(at=MONDAY) for _ in range(2)] == [1, 0]
    assert look_ahead_daily(at=MONDAY + DAY) == 1


def test_a_plan_without_any_help_is_a_task_after_a_week(home: Home) -> None:
    look_ahead_daily(at=MONDAY + 3 * DAY)
    assert tasks(home) == []
    look_ahead_daily(at=MONDAY + 7 * DAY)
    assert (tasks(home), told()) == ([TODAY], 1)


def test_planning_what_comes_settles_it(home: Home) -> None:
    running(home, date(2026, 11, 20))
    home.help(date(2026, 11, 21))
    assert tasks(home) == []


def test_going_on_longer_settles_it(home: Home) -> None:
    one = home.help(TODAY, date(2026, 11, 20))
    by = acting(home.network.lotte)
    start_help(deployment=one, by=by, at=MONDAY)
    replan_help(
        deployment=one,
        version=one.version,
        planned_from=TODAY,
        planned_until=None,
        intensity="2 uur per week",
        by=by,
        at=MONDAY,
    )
    assert tasks(home) == []


def test_help_that_ends_early_is_seen_when_a_week_went_by(home: Home) -> None:
    one, by = home.help(TODAY), acting(home.network.lotte)
    start_help(deployment=one, by=by, at=MONDAY)
    end_help(deployment=one, because="family", words="", by=by, at=MONDAY + 2 * DAY)
    assert tasks(home) == []
    look_ahead_daily(at=MONDAY + 9 * DAY)
    assert tasks(home) == [TODAY + 2 * DAY]


def test_a_plan_that_stands_still_asks_for_nothing(home: Home) -> None:
    running(home, date(2026, 11, 20))
    Plan.objects.filter(pk=home.plan.pk).update(state="on_hold")
    assert tasks(home) == []


def test_only_the_anchor_person_gets_the_task(home: Home) -> None:
    running(home, date(2026, 11, 20))
    account = home.network.nele.account
    assert account is not None
    assert gaps_for(reader_for(account, MONDAY), MONDAY, 10) == []


def test_help_that_the_anchor_may_not_read_tells_them_nothing(home: Home) -> None:
    """Two worlds that differ in hidden help have the same task."""
    running(home, date(2026, 11, 20))
    before = tasks(home)
    hidden = home.help(date(2026, 11, 10))
    hidden.item.private = True
    hidden.item.author = home.network.bram
    hidden.item.save()
    ItemHidden.objects.create(item=hidden.item, person=home.cast.sofia)
    look_ahead(plan=home.plan, by=acting(home.network.lotte), at=MONDAY)
    assert tasks(home) == before
