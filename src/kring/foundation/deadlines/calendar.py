"""Days as people count them: Belgian working days, the local day, the last day of a promise.

Instants are UTC; days are those of Europe/Brussels. A term that ends on a day ends when that day
does, so a due instant is the first moment of the day after the last day.
"""

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays
import isodate

LOCAL = ZoneInfo("Europe/Brussels")
WORKING_DAYS = "WD"
SATURDAY = 5


def local_day(at: datetime) -> date:
    """The calendar day in Belgium at an instant."""
    return at.astimezone(LOCAL).date()


def start_of_day(day: date) -> datetime:
    """The first instant of a local day, summer time or not."""
    return datetime.combine(day, time.min, tzinfo=LOCAL)


def is_working_day(day: date) -> bool:
    """Monday to Friday, not one of the ten legal holidays (law of 4 January 1974)."""
    return day.weekday() < SATURDAY and day not in _holidays(day.year)


def add_working_days(day: date, count: int) -> date:
    """The ``count``-th working day after ``day``; with 0, ``day`` itself or the next working day."""
    while count > 0 or not is_working_day(day):
        day += timedelta(days=1)
        if count > 0 and is_working_day(day):
            count -= 1
    return day


def last_day(start: datetime, term: str) -> date:
    """The last day on which a promise of ``term`` made at ``start`` is kept.

    ``term`` is an ISO 8601 duration of days, weeks, months or years (a month later is the same day
    of the month, or its last day), or ``nWD`` for working days. Raises ValueError otherwise.
    """
    day = local_day(start)
    if term.endswith(WORKING_DAYS):
        return add_working_days(day, int(term.removesuffix(WORKING_DAYS)))
    later: date = day + isodate.parse_duration(term)
    return later


def due_at(start: datetime, term: str) -> datetime:
    """The instant a promise ends: the end of its last local day."""
    return start_of_day(last_day(start, term) + timedelta(days=1))


def before_term(at: datetime, term: str) -> datetime:
    """The start of the local day that lies a term back: what is older had all of its term.

    ``term`` is an ISO 8601 duration. Raises ValueError otherwise.
    """
    earlier: date = local_day(at) - isodate.parse_duration(term)
    return start_of_day(earlier)


def last_day_of(due: datetime) -> date:
    """The last day that still counts for a due instant made by ``due_at``."""
    return local_day(due - timedelta(microseconds=1))


def days_left(due: datetime, at: datetime) -> int:
    """Whole days from today to the last day; 0 on the last day, negative when late."""
    return (last_day_of(due) - local_day(at)).days


@lru_cache(maxsize=64)
def _holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("BE", years=year))
