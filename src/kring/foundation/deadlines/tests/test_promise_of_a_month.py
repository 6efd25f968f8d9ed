"""A promise of a month ends on the same day of the next month, when that day does."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kring.foundation.deadlines.calendar import (
    LOCAL,
    days_left,
    due_at,
    last_day,
    last_day_of,
    local_day,
    start_of_day,
)

instants = st.datetimes(
    min_value=datetime(2000, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    max_value=datetime(2099, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=LOCAL)


@pytest.mark.parametrize(
    ("asked", "kept_until"),
    [
        (date(2026, 1, 31), date(2026, 2, 28)),
        (date(2028, 1, 31), date(2028, 2, 29)),
        (date(2026, 1, 30), date(2026, 2, 28)),
        (date(2026, 2, 28), date(2026, 3, 28)),
        (date(2026, 3, 31), date(2026, 4, 30)),
        (date(2026, 12, 15), date(2027, 1, 15)),
        (date(2026, 12, 31), date(2027, 1, 31)),
    ],
)
def test_a_month_is_the_same_day_or_the_last_of_a_shorter_month(asked: date, kept_until: date) -> None:
    assert last_day(noon(asked), "P1M") == kept_until


@pytest.mark.parametrize(
    ("asked", "ends_utc"),
    [
        # winter both ends: midnight in Belgium is 23:00 UTC
        (datetime(2026, 1, 10, 9, tzinfo=UTC), datetime(2026, 2, 10, 23, tzinfo=UTC)),
        # asked in winter time, ends in summer time (29 March 2026)
        (datetime(2026, 3, 10, 9, tzinfo=UTC), datetime(2026, 4, 10, 22, tzinfo=UTC)),
        # the last day is the day the clock goes forward: it still ends at its own midnight
        (datetime(2026, 2, 28, 23, 30, tzinfo=UTC), datetime(2026, 4, 1, 22, tzinfo=UTC)),
        (datetime(2026, 2, 28, 12, tzinfo=UTC), datetime(2026, 3, 28, 23, tzinfo=UTC)),
        # asked in summer time, ends on the day the clock goes back (25 October 2026)
        (datetime(2026, 9, 25, 9, tzinfo=UTC), datetime(2026, 10, 25, 23, tzinfo=UTC)),
    ],
)
def test_it_ends_with_the_local_day(asked: datetime, ends_utc: datetime) -> None:
    assert due_at(asked, "P1M") == ends_utc


def test_a_question_just_after_midnight_belongs_to_the_new_day() -> None:
    assert local_day(datetime(2026, 1, 31, 23, 30, tzinfo=UTC)) == date(2026, 2, 1)
    assert last_day(datetime(2026, 1, 31, 23, 30, tzinfo=UTC), "P1M") == date(2026, 3, 1)


def test_the_last_day_counts_until_its_last_moment() -> None:
    due = due_at(noon(date(2026, 5, 7)), "P1M")
    assert days_left(due, start_of_day(date(2026, 6, 7))) == 0
    assert days_left(due, due - timedelta(seconds=1)) == 0
    assert days_left(due, due) == -1


@given(instants, st.sampled_from(["P1D", "P8D", "P2W", "P1M", "P12M", "P1Y", "0WD", "3WD", "5WD"]))
@settings(deadline=None)
def test_last_day_and_due_instant_tell_the_same(start: datetime, term: str) -> None:
    due = due_at(start, term)
    assert last_day_of(due) == last_day(start, term)
    assert due > start
    assert due.astimezone(LOCAL).hour == 0


@given(instants, instants)
@settings(deadline=None)
def test_who_asks_later_is_never_promised_earlier(one: datetime, other: datetime) -> None:
    first, second = sorted([one, other])
    assert due_at(first, "P1M") <= due_at(second, "P1M")


@given(instants)
@settings(deadline=None)
def test_a_month_is_twenty_eight_to_thirty_one_days(start: datetime) -> None:
    assert 28 <= (last_day(start, "P1M") - local_day(start)).days <= 31


def test_a_term_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="soon"):
        last_day(noon(date(2026, 1, 1)), "soon")
