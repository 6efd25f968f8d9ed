"""The band of continuing help: what ran, runs and comes, drawn on the server as months and bars."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.ui.words import short_day_words, short_month_words
from kring.support.deployments.gaps import Gap
from kring.support.deployments.models import Deployment
from kring.support.deployments.states import CANCELLED, ENDED, PLANNED, RUNNING

LEFT, WIDTH, RIGHT = 225, 860, 850
TOP, ROW, BAR = 34, 40, 26
MOST_BACK, LEAST_AHEAD, MOST_AHEAD = 9, 2, 6
SIGN_WIDTH = 7.9
"""How wide a letter of the labels is, roughly, in units of the drawing."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch of help: where it is drawn, in which manner, and what stands in or beside it."""

    x: int
    width: int
    y: int
    kind: str
    words: str
    words_x: int
    anchor: str
    inside: bool


@dataclass(frozen=True, slots=True)
class BandRow:
    """One help of the band, in the drawing and in the table beside it."""

    help: Deployment
    label: str
    label_y: int
    state: str
    chip: str
    first: str
    last: str
    bar: Bar | None


@dataclass(frozen=True, slots=True)
class Month:
    """A line of the drawing at the first day of a month."""

    x: int
    name: str


@dataclass(frozen=True, slots=True)
class Band:
    """The whole picture; ``gap`` is in words too, because a picture is not read by everybody."""

    rows: list[BandRow]
    months: list[Month]
    today_x: int
    height: int
    gap_x: int
    gap_width: int
    gap_words: str


def band_of(known: Sequence[Deployment], gap: Gap | None, at: datetime) -> Band:
    """The band of this help, the oldest first; what was called off is left out."""
    rows = [one for one in known if one.state != CANCELLED]
    today = local_day(at)
    axis = Axis.over([_days(one, today) for one in rows], gap, today)
    gap_end = axis.last if gap is None or gap.until_on is None else gap.until_on
    gap_x = axis.x(gap.from_on) if gap is not None else 0
    return Band(
        rows=[_row(one, place, axis, at) for place, one in enumerate(rows)],
        months=[Month(axis.x(month), short_month_words(month)) for month in axis.months()],
        today_x=axis.x(today),
        height=TOP + ROW * max(len(rows), 1) + 6,
        gap_x=gap_x,
        gap_width=axis.x(gap_end) - gap_x if gap is not None else 0,
        gap_words=gap_words(gap, today, at),
    )


def gap_words(gap: Gap | None, today: date, at: datetime) -> str:
    """A gap as people say it; empty where there is none."""
    if gap is None:
        return ""
    said = {"from": short_day_words(gap.from_on, at)}
    if gap.until_on is not None:
        said["until"] = short_day_words(gap.until_on, at)
        if gap.from_on <= today:
            return _("Er loopt nu geen hulp. Op %(until)s begint er weer iets.") % said
        return _("Van %(from)s tot %(until)s loopt er geen hulp.") % said
    if gap.from_on <= today:
        return _("Er loopt nu geen hulp, en er is niets gepland.")
    return _("Vanaf %(from)s loopt er geen hulp meer, en er is niets gepland.") % said


@dataclass(frozen=True, slots=True)
class Axis:
    """The days of the drawing, from the first of a month to the first of another."""

    first: date
    last: date

    @classmethod
    def over(cls, days: Sequence[tuple[date, date | None]], gap: Gap | None, today: date) -> "Axis":
        """Months enough for all help, but never so many that the bars cannot be read."""
        starts = [first for first, _last in days] or [today]
        ends = [last for _first, last in days if last is not None]
        ends += [gap.until_on] if gap is not None and gap.until_on is not None else []
        back = max(min([*starts, today]), _months_on(today, -MOST_BACK))
        ahead = min(max([*ends, _months_on(today, LEAST_AHEAD)]), _months_on(today, MOST_AHEAD))
        return cls(back.replace(day=1), _months_on(ahead, 1))

    def x(self, day: date) -> int:
        """Where a day stands; what lies outside stands at the edge."""
        whole = (self.last - self.first).days
        part = min(max((day - self.first).days, 0), whole)
        return LEFT + round((RIGHT - LEFT) * part / whole)

    def months(self) -> list[date]:
        """The first day of each month that is drawn, fewer where there are many."""
        found = [self.first]
        while (following := _months_on(found[-1], 1)) < self.last:
            found.append(following)
        step = 2 if len(found) > MOST_BACK else 1
        return found[::step]


def _months_on(day: date, months: int) -> date:
    """The first day of the month that lies so many months on."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def _days(one: Deployment, today: date) -> tuple[date, date | None]:
    """From when to when, as it really was where that is known."""
    first = local_day(one.starts_at) if one.starts_at is not None else one.planned_from
    if one.state == ENDED and one.ends_at is not None:
        return first, max(local_day(one.ends_at), first + timedelta(days=1))
    if one.state == RUNNING and one.planned_until is not None:
        return first, max(one.planned_until, today)
    return first, one.planned_until


def _row(one: Deployment, place: int, axis: Axis, at: datetime) -> BandRow:
    today = local_day(at)
    first, last = _days(one, today)
    y = TOP + place * ROW
    state, chip = _state_words(one)
    return BandRow(
        help=one,
        label=_short(one.what, LEFT - 14),
        label_y=y + BAR - 8,
        state=state,
        chip=chip,
        first=short_day_words(first, at),
        last=short_day_words(last, at) if last is not None else _("geen einddatum"),
        bar=_bar(one, axis.x(first), axis.x(last or axis.last), y),
    )


def _bar(one: Deployment, left: int, right: int, y: int) -> Bar:
    width = max(right - left, 6)
    words = " · ".join(part for part in (one.organisation.name, one.intensity) if part)
    needed = round(len(words) * SIGN_WIDTH) + 16
    inside = needed <= width
    if inside:
        x, anchor = left + 8, "start"
    elif left + width + needed <= WIDTH:
        x, anchor = left + width + 6, "start"
    elif left - needed >= LEFT:
        x, anchor = left - 6, "end"
    else:
        words, inside = _short(words, width - 16), True
        x, anchor = left + 8, "start"
    kind = "bridging" if one.bridging and one.state != PLANNED else one.state
    return Bar(left, width, y, kind, words, x, anchor, inside)


def _short(words: str, width: int) -> str:
    """As many letters as there is room for; the whole stands in the table."""
    most = max(int(width / SIGN_WIDTH), 1)
    return words if len(words) <= most else f"{words[: max(most - 1, 0)].rstrip()}…"


def _state_words(one: Deployment) -> tuple[str, str]:
    """How far the help is, in words and in a colour."""
    words = {
        PLANNED: (_("gepland"), "info"),
        RUNNING: (_("loopt"), "ok"),
        ENDED: (_("voorbij"), ""),
    }[one.state]
    return (_("overbrugging, %(state)s") % {"state": words[0]}, "plum") if one.bridging else words
