"""``bench plan``: the plan of a family stays fast as it grows, and two people lose nothing.

A plan with 20 goals, 200 actions, a team of 60 and 5,000 looks at its family, beside a small one and
one without actions; each with a question, a circle, remarks and lines of the children. Held: the page
asks the database the same number of times at any size, at most 15 times for itself; its median is at
most 100 ms on one core, and 0.2 ms for each action shown. Then 2,000 pairs of people save at the same
moment: half of them the same goal, where one is kept and the other reads both texts; half two goals,
where both are kept.

Counted for itself (``queries``) is every statement that the smallest page about the same family does
not ask: all that is read of plan, family, reader and journal, the whole sum of who may see what, and
the count of people looked at. What that smallest page asks too stands beside it
(``queries_of_every_page``): the session and its account, what the worker is, whether they may see
this family, the count in the navigation, and the five statements of the journal entry with the begin
and end of its transaction. ``queries_with_frame`` is everything together.

The milliseconds are those of the whole request, all of this included; ``processor_ms`` is the part
of them that this process worked, which other programs on the machine disturb less.
"""

import os
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from http import HTTPStatus
from threading import Barrier
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kring.foundation.records.counting import count_rows
from kring.support.plans.models import Goal
from kring.tools.bench.planned import Planned, Size, build_plan
from kring.tools.bench.population import build_regions
from kring.tools.bench.report import finish, median, progress
from kring.tools.bench.worklist import signed_in

SIZES = {
    "small": Size(goals=2, actions=2, team=1, looks=1),
    "without actions": Size(goals=20, actions=0, team=60, looks=5_000),
    "full": Size(goals=20, actions=200, team=60, looks=5_000),
}
QUERIES_LIMIT = 15
MS_LIMIT = 100
MS_PER_ACTION_LIMIT = 0.2
ROUNDS, WARM_UP = 25, 4
PAIRS, SMALL_PAIRS = 2_000, 40
SMALL_LOOKS = 200
CORE = 0


def measure(*, small: bool) -> int:
    """Build, measure, and print the figures; 0 when they hold."""
    at = timezone.now() - timedelta(days=6)
    region = build_regions(["Regio"], at - timedelta(days=400))[0]
    sizes = {name: _shrunk(size) if small else size for name, size in SIZES.items()}
    plans = {name: build_plan(f"Gezin {name}", region, size, at) for name, size in sizes.items()}
    count_rows()
    free = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {CORE} & free or free)
    pages = {name: _page(name, planned) for name, planned in plans.items()}
    os.sched_setaffinity(0, free)
    pairs = _pairs(plans["small"], SMALL_PAIRS if small else PAIRS)
    return finish(_held(pages, sizes["full"].actions, pairs))


def _shrunk(size: Size) -> Size:
    return Size(size.goals, size.actions, size.team, min(size.looks, SMALL_LOOKS))


def _page(name: str, planned: Planned) -> dict[str, Any]:
    """How often the page asks the database, beyond the smallest page, and its median time."""
    client = signed_in(planned.worker.account)
    key = planned.plan.family.key
    url = reverse("plan:plan", args=[key])
    frame = asked(client, reverse("family_file:rename", args=[key]))
    queries = asked(client, url)
    took = [_timed(client, url) for _round in range(ROUNDS)]
    found = {
        "queries": queries - frame,
        "queries_of_every_page": frame,
        "queries_with_frame": queries,
        "median_ms": median([whole for whole, _worked in took]),
        "processor_ms": median([worked for _whole, worked in took]),
        "bytes": len(client.get(url).content),
    }
    progress(f"{name}: {found}")
    return found


def asked(client: Client, url: str) -> int:
    """How often a page asks the database once it is warm."""
    for _time in range(WARM_UP):
        if client.get(url).status_code != HTTPStatus.OK:
            raise RuntimeError(f"{url} is not shown")
    with CaptureQueriesContext(connection) as captured:
        client.get(url)
    return len(captured)


def _timed(client: Client, url: str) -> tuple[float, float]:
    """Milliseconds of the clock, and of the processor in this process, for one page."""
    start, worked = time.perf_counter(), time.process_time()
    client.get(url)
    return (time.perf_counter() - start) * 1000, (time.process_time() - worked) * 1000


class Two:
    """Two people who press "bewaar" at the same moment."""

    def __init__(self, planned: Planned) -> None:
        self.clients = [signed_in(planned.worker.account) for _person in range(2)]
        self.family = planned.plan.family.key
        self._barrier = Barrier(2)

    def save(self, goals: Sequence[Goal], texts: Sequence[str], pool: ThreadPoolExecutor) -> list[Any]:
        urls = [
            reverse("plan:part_deed", args=[self.family, "doel", goal.key, "aanpassen"])
            for goal in goals
        ]
        forms = [
            {"words": text, "aim": "7", "version": goal.version}
            for goal, text in zip(goals, texts, strict=True)
        ]
        return list(pool.map(self._post, self.clients, urls, forms))

    def _post(self, client: Client, url: str, form: dict[str, Any]) -> Any:
        self._barrier.wait(timeout=60)
        try:
            return client.post(url, form)
        finally:
            connection.close()


def _pairs(planned: Planned, count: int) -> dict[str, int]:
    """Save in pairs; what is counted as lost is a text that was neither kept nor shown again."""
    found = {"pairs": count, "merged": 0, "told": 0, "lost": 0}
    two = Two(planned)
    with ThreadPoolExecutor(2) as pool:
        for number in range(count):
            save_pair(two, planned, number, pool, found)
            if number % 200 == 0:
                progress(f"{number} pairs: {found}")
    return found


def save_pair(
    two: Two, planned: Planned, number: int, pool: ThreadPoolExecutor, found: dict[str, int]
) -> None:
    goals = list(Goal.objects.filter(plan=planned.plan).order_by("position")[:2])
    same = number % 2 == 0
    chosen = [goals[0], goals[0]] if same else goals
    texts = [f"Een{number}", f"Twee{number}"]
    answers = two.save(chosen, texts, pool)
    statuses = sorted(answer.status_code for answer in answers)
    kept = {goal.words for goal in Goal.objects.filter(plan=planned.plan)}
    if not same:
        both = statuses == [302, 302] and set(texts) <= kept
        found["merged" if both else "lost"] += 1
        return
    won = 0 if answers[0].status_code == HTTPStatus.FOUND else 1
    shown = all(text in answers[1 - won].text for text in texts)
    told = statuses == [302, 409] and texts[won] in kept and shown
    found["told" if told else "lost"] += 1


def _held(pages: dict[str, Any], actions: int, pairs: dict[str, int]) -> dict[str, Any]:
    full, bare = pages["full"], pages["without actions"]
    per_action = round((full["median_ms"] - bare["median_ms"]) / actions, 3)
    steady = len({page["queries"] for page in pages.values()}) == 1
    most = max(page["queries"] for page in pages.values())
    holds = (
        steady
        and most <= QUERIES_LIMIT
        and full["median_ms"] <= MS_LIMIT
        and per_action <= MS_PER_ACTION_LIMIT
        and pairs["lost"] == 0
    )
    return {
        "name": "plan",
        "database": connection.vendor,
        "pages": pages,
        "queries_limit": QUERIES_LIMIT,
        "ms_limit": MS_LIMIT,
        "ms_per_action": per_action,
        "ms_per_action_limit": MS_PER_ACTION_LIMIT,
        "pairs": pairs,
        "holds": holds,
    }
