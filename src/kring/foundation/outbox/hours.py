"""The hours in which somebody can be reached safely, read from their own words.

Understood are days and times as people write them: ``ma-vr 9-12, 13:00-17:00; za 10u-11u30``,
``weekdagen na 18u``, ``woe voor 12 uur``. Days without times mean the whole day, times without
days every day. What is not understood is never guessed at: ``Hours.read`` then answers None.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from kring.foundation.deadlines.calendar import LOCAL

WEEKDAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
GROUPS = {
    "weekdagen": range(5),
    "werkdagen": range(5),
    "weekend": range(5, 7),
    "elke dag": range(7),
    "altijd": range(7),
}
DAY_STARTS, EARLY, LATE, DAY_ENDS = 0, 8 * 60, 22 * 60, 24 * 60
_DAY = r"(ma|di|woe?|do|vr|za|zo)(?:andag|nsdag|ensdag|nderdag|ijdag|terdag|ndag)?"
_TIME = r"(\d{1,2})(?:[:.u](\d{2}))?\s*(?:uur|u)?"
DAYS = re.compile(rf"{_DAY}(?:\s*(?:-|tot|t/m|en)\s*{_DAY})?")
SPAN = re.compile(rf"(?:van\s+)?{_TIME}\s*(?:-|tot)\s*{_TIME}")
EDGE = re.compile(rf"(na|vanaf|voor)\s+{_TIME}")

type Span = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Hours:
    """Spans of ``(weekday, first minute, last minute)`` of the local day, half-open."""

    spans: tuple[Span, ...]

    @classmethod
    def read(cls, words: str) -> "Hours | None":
        """The hours that ``words`` tell; no words mean any time, strange words None."""
        if not words.strip():
            return cls(tuple((day, DAY_STARTS, DAY_ENDS) for day in range(7)))
        spans: list[Span] = []
        for part in words.lower().split(";"):
            found = _read_part(part.strip(" ."))
            if found is None:
                return None
            spans += found
        return cls(tuple(sorted(spans)))

    def next_open(self, at: datetime) -> datetime:
        """``at`` itself when it lies within the hours, else the first moment after it that does."""
        local = at.astimezone(LOCAL)
        midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
        for ahead in range(8):
            day = midnight + timedelta(days=ahead)
            for weekday, start, end in self.spans:
                if weekday != day.weekday():
                    continue
                opens, closes = _minute_of(day, start), _minute_of(day, end)
                if at < closes:
                    return max(at, opens)
        raise ValueError("hours without a single day")


def _minute_of(day: datetime, minute: int) -> datetime:
    if minute == DAY_ENDS:
        return day + timedelta(days=1)
    return day.replace(hour=minute // 60, minute=minute % 60)


def _read_part(part: str) -> list[Span] | None:
    days, rest = _read_days(part)
    if not days:
        return None
    times: list[tuple[int, int]] = []
    for piece in filter(None, (piece.strip() for piece in re.split(r",|\ben\b", rest))):
        found = _read_times(piece)
        if found is None:
            return None
        times.append(found)
    return [(day, *span) for day in days for span in times or [(DAY_STARTS, DAY_ENDS)]]


def _read_days(part: str) -> tuple[list[int], str]:
    """The days a part starts with, every day when it names none, and the rest of the part."""
    for words, group in GROUPS.items():
        if part.startswith(words):
            return list(group), part.removeprefix(words).strip()
    found = DAYS.match(part)
    if found is None:
        return list(range(7)), part
    first = WEEKDAYS.index(found[1][:2])
    last = WEEKDAYS.index(found[2][:2]) if found[2] else first
    if last < first:
        return [], part
    days = [first, last] if " en " in found[0] else list(range(first, last + 1))
    return days, part[found.end() :].strip()


def _read_times(piece: str) -> tuple[int, int] | None:
    if found := SPAN.fullmatch(piece):
        start, end = _minutes(found[1], found[2]), _minutes(found[3], found[4])
    elif found := EDGE.fullmatch(piece):
        edge = _minutes(found[2], found[3])
        start, end = (EARLY, edge) if found[1] == "voor" else (edge, LATE)
    else:
        return None
    return (start, end) if DAY_STARTS <= start < end <= DAY_ENDS else None


def _minutes(hour: str, minute: str | None) -> int:
    return int(hour) * 60 + int(minute or 0)
