"""The list of a desk, with the deputy in place of who is away, within its hours."""

from datetime import UTC, datetime, time, timedelta

import pytest

from kring.registry.network.models import Absence, Desk, Duty, OpeningHours, Worker
from kring.registry.network.queries import OnDuty, desks_of, is_open, next_open, on_duty
from kring.registry.network.tests.small_network import NOW, desk, region

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> Desk:
    made = desk("Huis van het Kind Geel", region("Kempen", "Geel"), "Geel")
    for weekday in (0, 2):
        OpeningHours.objects.create(desk=made, weekday=weekday, opens=time(9), closes=time(12))
    return made


def worker(name: str, on: Desk | None = None) -> Worker:
    made = Worker.objects.create(name=name)
    if on:
        Duty.objects.create(desk=on, worker=made, starts_at=NOW)
    return made


def test_the_deputy_is_on_duty_for_who_is_away(house: Desk) -> None:
    lotte, amina = worker("Lotte", house), worker("Amina")
    Absence.objects.create(worker=lotte, deputy=amina, starts_at=NOW)
    assert on_duty(house, NOW) == [OnDuty(amina, lotte)]
    assert list(desks_of(amina, NOW)) == [house]


def test_away_without_a_deputy_leaves_the_list_empty(house: Desk) -> None:
    Absence.objects.create(worker=worker("Lotte", house), starts_at=NOW)
    assert on_duty(house, NOW) == []


def test_a_deputy_who_is_away_has_a_deputy_too(house: Desk) -> None:
    lotte, amina, joris = worker("Lotte", house), worker("Amina"), worker("Joris")
    Absence.objects.create(worker=lotte, deputy=amina, starts_at=NOW)
    Absence.objects.create(worker=amina, deputy=joris, starts_at=NOW)
    assert on_duty(house, NOW) == [OnDuty(joris, lotte)]


def test_two_who_stand_in_for_each_other_are_both_away(house: Desk) -> None:
    lotte, amina = worker("Lotte", house), worker("Amina", house)
    Absence.objects.create(worker=lotte, deputy=amina, starts_at=NOW)
    Absence.objects.create(worker=amina, deputy=lotte, starts_at=NOW)
    assert on_duty(house, NOW) == []


def test_a_deputy_on_the_list_stands_there_once_under_their_own_name(house: Desk) -> None:
    lotte, amina = worker("Lotte", house), worker("Amina", house)
    Absence.objects.create(worker=lotte, deputy=amina, starts_at=NOW)
    assert on_duty(house, NOW) == [OnDuty(amina)]


def test_who_left_is_no_longer_on_duty(house: Desk) -> None:
    Worker.objects.filter(pk=worker("Lotte", house).pk).update(left_at=NOW)
    assert on_duty(house, NOW) == []


def test_after_the_absence_the_worker_is_back(house: Desk) -> None:
    lotte = worker("Lotte", house)
    Absence.objects.create(worker=lotte, starts_at=NOW, ends_at=NOW + timedelta(days=2))
    assert on_duty(house, NOW + timedelta(days=2)) == [OnDuty(lotte)]


@pytest.mark.parametrize(
    ("at", "opened"),
    [
        (datetime(2026, 3, 4, 7, 59, tzinfo=UTC), False),
        (datetime(2026, 3, 4, 8, 0, tzinfo=UTC), True),
        (datetime(2026, 3, 4, 11, 0, tzinfo=UTC), False),
        (datetime(2026, 3, 5, 9, 0, tzinfo=UTC), False),
        (datetime(2026, 4, 6, 8, 0, tzinfo=UTC), False),
    ],
    ids=["before", "at the opening", "at the closing", "another day", "Easter Monday"],
)
def test_a_desk_is_open_within_its_hours(house: Desk, at: datetime, *, opened: bool) -> None:
    assert is_open(house, at) is opened


def test_the_next_opening_skips_closed_days(house: Desk) -> None:
    thursday = datetime(2026, 4, 2, 9, 0, tzinfo=UTC)
    assert next_open(house, thursday) == datetime(2026, 4, 8, 7, 0, tzinfo=UTC)


def test_a_desk_without_hours_has_no_next_opening() -> None:
    assert next_open(desk("Team", region("Kempen")), NOW) is None
