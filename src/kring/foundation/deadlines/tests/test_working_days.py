"""Working days are Monday to Friday without the legal holidays of Belgium."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kring.foundation.deadlines.calendar import LOCAL, add_working_days, is_working_day, last_day

days = st.dates(date(2000, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 1, 1), False),  # New Year
        (date(2026, 4, 3), True),  # Good Friday is no legal holiday
        (date(2026, 4, 6), False),  # Easter Monday
        (date(2026, 5, 1), False),  # Labour Day
        (date(2026, 5, 14), False),  # Ascension
        (date(2026, 5, 15), True),  # the Friday after it
        (date(2026, 5, 25), False),  # Whit Monday
        (date(2026, 7, 21), False),  # national day
        (date(2025, 8, 15), False),  # Assumption
        (date(2024, 11, 1), False),  # All Saints
        (date(2026, 11, 11), False),  # Armistice
        (date(2026, 12, 25), False),  # Christmas
        (date(2026, 12, 26), False),  # a Saturday
        (date(2026, 7, 11), False),  # a Saturday
        (date(2025, 7, 11), True),  # feast of the Community: no legal holiday for all
        (date(2026, 11, 23), True),  # a Monday
    ],
)
def test_the_calendar_of_belgium(day: date, *, works: bool) -> None:
    assert is_working_day(day) is works


@pytest.mark.parametrize(
    ("asked", "term", "kept_until"),
    [
        (date(2026, 11, 21), "0WD", date(2026, 11, 23)),  # Saturday: Monday
        (date(2026, 11, 23), "0WD", date(2026, 11, 23)),  # Monday: the same day
        (date(2026, 4, 4), "0WD", date(2026, 4, 7)),  # Saturday before Easter: Tuesday
        (date(2026, 11, 20), "3WD", date(2026, 11, 25)),  # Friday: Wednesday
        (date(2026, 4, 2), "3WD", date(2026, 4, 8)),  # over Easter Monday
        (date(2026, 5, 13), "1WD", date(2026, 5, 15)),  # over Ascension
        (date(2026, 7, 20), "5WD", date(2026, 7, 28)),  # over 21 July
        (date(2026, 12, 31), "1WD", date(2027, 1, 4)),  # over New Year and a weekend
    ],
)
def test_terms_in_working_days(asked: date, term: str, kept_until: date) -> None:
    start = datetime(asked.year, asked.month, asked.day, 10, tzinfo=LOCAL)
    assert last_day(start, term) == kept_until


@given(days, st.integers(0, 30))
@settings(deadline=None)
def test_the_count_is_right_and_ends_on_a_working_day(day: date, count: int) -> None:
    end = add_working_days(day, count)
    between = (day + timedelta(days=step) for step in range(1, (end - day).days + 1))
    worked = sum(is_working_day(each) for each in between)
    assert is_working_day(end)
    assert worked == count or (count == 0 and worked <= 1)
