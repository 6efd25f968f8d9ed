"""Letting invented stories happen in the order of time.

A story is a generator that yields the moment of its next deed and does it when it is resumed; or
another story, which goes its own way from then on. All stories together are unrolled by the clock, so
that the journal reads as a network that lived.
"""

import heapq
from collections.abc import Callable, Generator, Iterable, Iterator
from datetime import datetime
from itertools import count

type Story = Generator[datetime | Story]


def unroll(
    stories: Iterable[Story], until: datetime, every: Callable[[datetime], None] | None = None
) -> int:
    """Run all stories up to ``until``; what would come later does not happen. Returns the deeds.

    ``every`` is called with the moment of each first deed of a day: the work of the clock.
    """
    waiting: list[tuple[datetime, int, Story]] = []
    numbers = count()
    for story in stories:
        _resume(waiting, numbers, story)
    deeds, today = 0, None
    while waiting and waiting[0][0] <= until:
        at, _number, story = heapq.heappop(waiting)
        if every is not None and at.date() != today:
            today = at.date()
            every(at)
        deeds += 1
        _resume(waiting, numbers, story)
    return deeds


def _resume(waiting: list[tuple[datetime, int, Story]], numbers: Iterator[int], story: Story) -> None:
    """Up to the moment of its next deed; a story it begins goes its own way."""
    moment = next(story, None)
    while isinstance(moment, Generator):
        _resume(waiting, numbers, moment)
        moment = next(story, None)
    if moment is not None:
        heapq.heappush(waiting, (moment, next(numbers), story))
