"""Where help stops ahead: arithmetic on days, nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days on which help goes on, ``[from_on, until_on)``; without an end it goes on."""

    from_on: date
    until_on: date | None


@dataclass(frozen=True, slots=True)
class Gap:
    """Days without help, ``[from_on, until_on)``; without an end nothing is planned."""

    from_on: date
    until_on: date | None


def gap_ahead(
    past: Iterable[Stretch],
    coming: Iterable[Stretch],
    *,
    since: date,
    today: date,
    horizon: date,
    least_days: int,
) -> Gap | None:
    """The first gap that is there today or begins before ``horizon``; shorter than the least is none.

    ``past`` is help that ended, ``coming`` what runs or is planned. A gap that has begun counts from
    the day the last help ended, or from ``since`` where there was none, so that it stays the same
    gap on every day that it is looked at.
    """
    ended = [one.until_on for one in past if one.until_on is not None and one.until_on <= today]
    covered = max([since, *ended])
    for one in sorted(coming, key=lambda stretch: stretch.from_on):
        if one.from_on > covered and _is_gap(covered, one.from_on, today, horizon, least_days):
            return Gap(covered, one.from_on)
        if one.until_on is None:
            return None
        covered = max(covered, one.until_on)
    return Gap(covered, None) if _is_gap(covered, None, today, horizon, least_days) else None


def _is_gap(start: date, end: date | None, today: date, horizon: date, least_days: int) -> bool:
    if start >= horizon or (end is not None and end <= today):
        return False
    if end is not None:
        return (end - start).days >= least_days
    # nothing is planned: told at once when it lies ahead, and else after the least of a gap
    return start > today or (today - start).days >= least_days
