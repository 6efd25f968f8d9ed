"""When a place is open: the days of a schedule, by the recurrence rules of RFC 5545."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from typing import Any

from dateutil import rrule

from kring.foundation.deadlines.calendar import LOCAL, start_of_day
from kring.offer.directory.models import Repeats, Schedule
from kring.offer.directory.rules import BY_DAY, WEEKDAYS

FREQUENCY = {Repeats.WEEKLY: rrule.WEEKLY, Repeats.MONTHLY: rrule.MONTHLY}
MANY_RULES = 20_000
WEEK = 7


@dataclass(frozen=True, slots=True)
class Rule:
    """The fields of a schedule that say on which days it opens; many places have the same."""

    valid_from: date | None
    valid_to: date | None
    dtstart: date | None
    until: date | None
    count: int | None
    freq: str
    interval: int
    wkst: str
    byday: str
    byweekno: str
    bymonthday: str
    byyearday: str


OF_RULE = tuple(field.name for field in fields(Rule))


def opening_days(schedule: Schedule | Rule, first: date, before: date) -> list[date]:
    """The days of ``[first, before)`` on which the schedule opens.

    A rule without ``dtstart`` counts from the first day it holds, or else from ``first``.
    """
    holds_from = max(first, schedule.valid_from or first)
    holds_before = before
    if schedule.valid_to:
        holds_before = min(before, schedule.valid_to + timedelta(days=1))
    return [day for day in _days(schedule, first, holds_before) if holds_from <= day < holds_before]


def _days(schedule: Schedule | Rule, first: date, before: date) -> Iterator[date]:
    start = _start(schedule, first)
    if not schedule.freq:
        if schedule.dtstart:
            yield schedule.dtstart
        return
    rule = rrule.rrule(
        FREQUENCY[Repeats(schedule.freq)],
        dtstart=datetime.combine(start, time.min),
        interval=schedule.interval,
        until=datetime.combine(min(before, schedule.until or before), time.min),
        wkst=_weekday(schedule.wkst) if schedule.wkst else None,
        byweekday=_weekdays(schedule),
        byweekno=_numbers(schedule.byweekno) if schedule.freq != Repeats.MONTHLY else None,
        bymonthday=_numbers(schedule.bymonthday),
        byyearday=_numbers(schedule.byyearday),
    )
    yield from islice((found.date() for found in rule), schedule.count)


def _start(schedule: Schedule | Rule, first: date) -> date:
    """From where the rule is walked: a weekly one that counts nothing, from shortly before ``first``.

    It skips whole intervals, so that it opens in the same weeks.
    """
    start = schedule.dtstart or schedule.valid_from or first
    if schedule.count or schedule.freq != Repeats.WEEKLY:
        return start
    weeks = max(0, (first - start).days // WEEK - 1)
    return start + timedelta(weeks=weeks - weeks % schedule.interval)


def _weekdays(schedule: Schedule | Rule) -> list[Any] | None:
    """The days of the week; a number before one (the second Tuesday) counts within a month only."""
    found = [BY_DAY.fullmatch(day.strip().upper()) for day in schedule.byday.split(",") if day.strip()]
    monthly = schedule.freq == Repeats.MONTHLY
    return [
        _weekday(match[2])(int(match[1])) if match[1] and monthly else _weekday(match[2])
        for match in found
        if match
    ] or None


def _weekday(code: str) -> Any:
    return rrule.weekdays[WEEKDAYS.index(code)]


def _numbers(text: str) -> list[int] | None:
    return [int(number) for number in text.split(",") if number.strip()] or None


def open_hours(schedule: Schedule, first: date, before: date) -> list[tuple[datetime, datetime]]:
    """When it is open on the days of ``[first, before)``, as moments ``[opens, closes)``.

    What closes at or before the hour it opens, closes on the next day; no hours is the whole day.
    """
    return [_hours(schedule, day) for day in opening_days(schedule, first, before)]


def _hours(schedule: Schedule, day: date) -> tuple[datetime, datetime]:
    next_day = day + timedelta(days=1)
    if schedule.opens_at is None:
        return start_of_day(day), start_of_day(next_day)
    opens = datetime.combine(day, schedule.opens_at, tzinfo=LOCAL)
    if schedule.closes_at is None:
        return opens.astimezone(UTC), start_of_day(next_day)
    overnight = schedule.closes_at <= schedule.opens_at
    closes = datetime.combine(next_day if overnight else day, schedule.closes_at, tzinfo=LOCAL)
    return opens.astimezone(UTC), closes.astimezone(UTC)


def open_weekdays(schedules: Iterable[Schedule | Rule], first: date) -> set[int]:
    """On which weekdays (Monday is 0) it opens in the five weeks from ``first``."""
    rules = (Rule(*(getattr(one, name) for name in OF_RULE)) for one in schedules)
    return set[int]().union(*(_weekdays_of(rule, first) for rule in rules))


@lru_cache(maxsize=MANY_RULES)
def _weekdays_of(rule: Rule, first: date) -> frozenset[int]:
    days = opening_days(rule, first, first + timedelta(weeks=5))
    return frozenset(day.weekday() for day in days)
