"""Letting invented stories happen in the order of time.

A story is a generator that yields the moment of its next deed and does it when it is resumed. All
stories together are unrolled by the clock, so that the journal reads as a network that lived.
"""

import heapq
from collections.abc import Callable, Generator, Iterable
from datetime import datetime

type Story = Generator[datetime]


def unroll(
    stories: Iterable[Story], until: datetime, every: Callable[[datetime], None] | None = None
) -> int:
    """Run all stories up to ``until``; what would come later does not happen. Returns the deeds.

    ``every`` is called with the moment of each first deed of a day: the work of the clock.
    """
    waiting: list[tuple[datetime, int, Story]] = []
    for number, story in enumerate(stories):
        _resume(waiting, number, story)
    deeds, today = 0, None
    while waiting and waiting[0][0] <= until:
        at, number, story = heapq.heappop(waiting)
        if every is not None and at.date() != today:
            today = at.date()
            every(at)
        deeds += 1
        _resume(waiting, number, story)
    return deeds


def _resume(waiting: list[tuple[datetime, int, Story]], number: int, story: Story) -> None:
    moment = next(story, None)
    if moment is not None:
        heapq.heappush(waiting, (moment, number, story))
