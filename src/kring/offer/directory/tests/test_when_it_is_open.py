"""The days and hours of a schedule, by the recurrence rules of RFC 5545."""

from datetime import UTC, date, datetime, time

import pytest

from kring.offer.directory.models import Schedule
from kring.offer.directory.opening import open_hours, open_weekdays, opening_days

MONDAY = date(2026, 11, 2)
NEW_YEAR = date(2027, 1, 1)


def days(before: date = date(2026, 12, 1), **rule: object) -> list[int]:
    """The days of November on which this opens."""
    return [day.day for day in opening_days(Schedule(**rule), MONDAY, before)]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({"freq": "WEEKLY", "byday": "TU,TH"}, [3, 5, 10, 12, 17, 19, 24, 26]),
        ({"freq": "WEEKLY", "byday": "tu, th", "until": date(2026, 11, 5)}, [3, 5]),
        ({"freq": "WEEKLY", "byday": "TU", "interval": 2, "dtstart": date(2026, 10, 27)}, [10, 24]),
        ({"freq": "WEEKLY", "byday": "WE", "count": 3, "dtstart": date(2026, 10, 28)}, [4, 11]),
        ({"freq": "MONTHLY", "byday": "2TU"}, [10]),
        ({"freq": "MONTHLY", "byday": "-1FR"}, [27]),
        ({"freq": "MONTHLY", "bymonthday": "15,-1"}, [15, 30]),
        ({"freq": "WEEKLY", "byday": "MO", "valid_from": date(2026, 11, 10)}, [16, 23, 30]),
        ({"freq": "WEEKLY", "byday": "MO", "valid_to": date(2026, 11, 9)}, [2, 9]),
        ({"dtstart": date(2026, 11, 11)}, [11]),
        ({"dtstart": date(2026, 10, 11)}, []),
        ({}, []),
    ],
)
def test_the_days_of_a_rule(rule, expected):
    assert days(**rule) == expected


@pytest.mark.parametrize("interval", [1, 2, 3])
@pytest.mark.parametrize("byday", ["", "MO,SU", "WE"])
@pytest.mark.parametrize("wkst", ["", "SU"])
def test_a_rule_of_long_ago_is_walked_from_nearby(interval, byday, wkst):
    """With a count it is walked from its first day; the days are the same."""
    for day in range(1, 8):
        rule = {"freq": "WEEKLY", "interval": interval, "byday": byday, "wkst": wkst}
        rule["dtstart"] = date(2019, 5, day)
        walked = Schedule(**rule, count=32_000)
        assert opening_days(Schedule(**rule), MONDAY, NEW_YEAR) == opening_days(walked, MONDAY, NEW_YEAR)


def test_a_rule_that_never_comes_true_ends():
    assert days(before=NEW_YEAR, freq="MONTHLY", bymonthday="31", byyearday="1") == []


def test_hours_are_local():
    summer = Schedule(freq="WEEKLY", byday="TU", opens_at=time(9), closes_at=time(12))
    (winter_day,) = open_hours(summer, MONDAY, date(2026, 11, 8))
    (summer_day,) = open_hours(summer, date(2026, 7, 6), date(2026, 7, 12))
    assert winter_day[0] == datetime(2026, 11, 3, 8, tzinfo=UTC)
    assert summer_day[0] == datetime(2026, 7, 7, 7, tzinfo=UTC)


def test_a_night_closes_on_the_next_day():
    night = Schedule(dtstart=MONDAY, opens_at=time(20), closes_at=time(6))
    assert open_hours(night, MONDAY, date(2026, 11, 3)) == [
        (datetime(2026, 11, 2, 19, tzinfo=UTC), datetime(2026, 11, 3, 5, tzinfo=UTC))
    ]


def test_on_which_weekdays_it_opens():
    monthly = Schedule(freq="MONTHLY", byday="1SA")
    weekly = Schedule(freq="WEEKLY", byday="WE")
    assert open_weekdays([monthly, weekly], MONDAY) == {2, 5}
