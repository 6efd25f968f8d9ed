"""Hours in the words of people are read, and what cannot be read is not guessed at."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kring.foundation.deadlines.calendar import LOCAL
from kring.foundation.outbox.hours import Hours

MONDAY = datetime(2026, 11, 23, tzinfo=LOCAL)


def opens(words: str, day: int, hour: int) -> str:
    hours = Hours.read(words)
    assert hours is not None
    return (
        hours.next_open(MONDAY + timedelta(days=day, hours=hour)).astimezone(LOCAL).strftime("%a %H:%M")
    )


@pytest.mark.parametrize(
    ("words", "day", "hour", "first"),
    [
        ("", 0, 3, "Mon 03:00"),
        ("altijd", 0, 3, "Mon 03:00"),
        ("ma-vr 9-12", 0, 3, "Mon 09:00"),
        ("ma-vr 9-12", 0, 10, "Mon 10:00"),
        ("ma-vr 9-12", 0, 12, "Tue 09:00"),
        ("ma-vr 9-12, 13:00-17:00", 0, 12, "Mon 13:00"),
        ("ma-vr 9-12; za 10u-11u30", 4, 13, "Sat 10:00"),
        ("weekdagen na 18u", 5, 12, "Mon 18:00"),
        ("woensdag voor 12 uur", 0, 0, "Wed 08:00"),
        ("di en do van 9 tot 11", 1, 12, "Thu 09:00"),
        ("ma", 0, 23, "Mon 23:00"),
        ("ma", 1, 0, "Mon 00:00"),
        ("weekend", 0, 0, "Sat 00:00"),
        ("18:00-20:00", 0, 0, "Mon 18:00"),
        ("elke dag 8.30-9", 0, 9, "Tue 08:30"),
    ],
)
def test_the_first_moment_they_may_be_reached(words: str, day: int, hour: int, first: str) -> None:
    assert opens(words, day, hour) == first


@pytest.mark.parametrize(
    "words",
    ["als hij weg is", "ma-vr 12-9", "vr-ma 9-12", "9-25", "na de school", "ma 9", "niet ma 9-12"],
)
def test_what_cannot_be_read_is_not_guessed_at(words: str) -> None:
    assert Hours.read(words) is None


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.sampled_from(["ma-vr 9-12", "zo 2-3", "za na 18u; wo 8-9", "weekend", "14:00-15:30"]),
)
@settings(deadline=None)
def test_it_is_within_a_week_and_then_stays_the_same(at: datetime, words: str) -> None:
    hours = Hours.read(words)
    assert hours is not None
    first = hours.next_open(at)
    assert at <= first <= at + timedelta(days=7, hours=2)
    assert hours.next_open(first) == first
