"""When a place is open, day by day of the coming week, as people say it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kring.foundation.deadlines.calendar import LOCAL, local_day
from kring.offer.directory.models import Location, Schedule
from kring.offer.directory.opening import open_hours

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class OpenDay:
    """A day with its hours, as "9:00–12:00, 13:00–16:00"."""

    day: date
    hours: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a House: its name and address, its week, and whether it is open now."""

    location: Location
    days: list[OpenDay]
    open_now: bool


def place_of(location: Location, at: datetime) -> Place:
    """A place with its hours; give a location that was read whole."""
    schedules = list(location.schedules.all())
    today = local_day(at)
    moments = _moments(schedules, today - timedelta(days=1), today + WEEK)
    return Place(
        location,
        _days([slot for slot in moments if local_day(slot[0]) >= today]),
        any(opens <= at < closes for opens, closes in moments),
    )


def _moments(
    schedules: Iterable[Schedule], first: date, before: date
) -> list[tuple[datetime, datetime]]:
    return sorted({slot for one in schedules for slot in open_hours(one, first, before)})


def _days(moments: list[tuple[datetime, datetime]]) -> list[OpenDay]:
    by_day: dict[date, list[str]] = defaultdict(list)
    for opens, closes in moments:
        by_day[local_day(opens)].append(f"{_clock(opens)}–{_clock(closes)}")
    return [OpenDay(day, ", ".join(slots)) for day, slots in sorted(by_day.items())]


def _clock(moment: datetime) -> str:
    here = moment.astimezone(LOCAL)
    return f"{here.hour}:{here.minute:02d}"
