"""``bench worklist``: the questions page of one region stays as fast as its list grows.

Regions with 300, 3,000 and 150,000 open questions among three million (SQLite: among 300,000), 25
rows, first, middle and last page by cursor, the whole page with its journal entry. Held: the same
number of queries, and the median of the largest at most 1.2 times that of the smallest.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from http import HTTPStatus
from itertools import product
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kring.foundation.accounts import second_step
from kring.foundation.accounts.models import Account
from kring.foundation.records.counting import count_rows
from kring.support.requests.models import Request
from kring.support.requests.queries import Cursor, Scope
from kring.support.requests.queries.worklist import LAST
from kring.tools.bench.multiplying import OPEN_SPREAD, multiply
from kring.tools.bench.population import Region, build_families, build_regions
from kring.tools.bench.report import finish, median, progress

GROWTH_LIMIT = 1.2
ROUNDS = 25
WARM_UP = 6
NAMED = 60
PAGES = ("first", "middle", "last")

type Asked = Callable[[], Any]


@dataclass(frozen=True)
class Sizes:
    """How many questions lie open in the three regions, and how many there are in all."""

    open_in_region: tuple[int, int, int]
    total: int


def sizes(*, small: bool) -> Sizes:
    if small:
        return Sizes((300, 1_000, 10_000), 30_000)
    total = 3_000_000 if connection.vendor == "postgresql" else 300_000
    return Sizes((300, 3_000, 150_000), total)


def measure(*, small: bool) -> int:
    """Build, measure, and print the figures; 0 when they hold."""
    counts, at = sizes(small=small), timezone.now()
    regions = build_regions(["Klein", "Midden", "Groot"], at - timedelta(days=4_000))
    for region, count in zip(regions, counts.open_in_region, strict=True):
        _fill(region, count, at)
    _old_questions(regions[0], counts.total - sum(counts.open_in_region), at)
    count_rows()
    return finish(_held(_pages(regions, counts), counts))


def _fill(region: Region, count: int, at: datetime) -> None:
    """Open questions in one region: some of named families, the rest without a person."""
    build_families(NAMED, [region], at)
    template = Request.objects.filter(region=region.partnership).order_by("pk")[0]
    Request.objects.filter(pk=template.pk).update(asker=None, family=None, item=None)
    multiply(template, count - NAMED, closed=False)
    _name_on_every_page(region, template.next_due_at)
    progress(f"{count:,} open questions in {region.partnership.name}")


def _name_on_every_page(region: Region, begin: datetime) -> None:
    """Lay the named families on the first, the middle and the last page alike."""
    named = Request.objects.filter(region=region.partnership, family__isnull=False).order_by("pk")
    for number, question in enumerate(named):
        due = begin + OPEN_SPREAD * (number % 3) / 2 + timedelta(milliseconds=number)
        Request.objects.filter(pk=question.pk).update(answer_due_at=due, next_due_at=due)


def _old_questions(region: Region, count: int, at: datetime) -> None:
    template = Request.objects.filter(region=region.partnership, family=None).order_by("pk")[0]
    long_ago = at - timedelta(days=3_700)
    stored = [f.attname for f in Request._meta.concrete_fields if not f.generated]
    kept = {name: getattr(template, name) for name in stored}
    for name in ("id", "key", "submission", "code_hash"):
        kept.pop(name)
    dates = dict.fromkeys(("asked_at", "answer_due_at", "next_due_at", "closed_at"), long_ago)
    old = Request.objects.create(**{**kept, **dates, "state": "answered", "code_hash": "bench"})
    multiply(old, count, closed=True)
    progress(f"{count:,} answered questions")


def _pages(regions: list[Region], counts: Sizes) -> list[dict[str, object]]:
    """Each page of each region: how many queries, and the median time."""
    rows: list[dict[str, object]] = [{"open": count} for count in counts.open_in_region]
    for page in PAGES:
        # Signed in anew: once a minute a session writes that it is in use, and that is not the page.
        seats = [signed_in(region.workers[0].account) for region in regions]
        asked = [
            partial(client.get, reverse("desk:questions"), _words(page, region, count))
            for client, region, count in zip(seats, regions, counts.open_in_region, strict=True)
        ]
        for region, row, found in zip(regions, rows, _timed(asked), strict=True):
            row[page] = found
            progress(f"{region.partnership.name}, {page} page: {found}")
    return rows


def _words(page: str, region: Region, count: int) -> dict[str, str]:
    words = {"plek": str(region.partnership.key)}
    if page == "middle":
        questions = Scope("region", region.partnership.pk).questions()
        row = questions.order_by("next_due_at", "key")[count // 2]
        return words | {"vanaf": Cursor(row.next_due_at, row.key).text()}
    return words | {"vanaf": LAST.text() if page == "last" else ""}


def _timed(asked: Sequence[Asked]) -> list[dict[str, float]]:
    """The same page of every region in turns: what else the machine does falls on all alike."""
    queries = []
    for ask in asked:
        if any(ask().status_code != HTTPStatus.OK for _ in range(WARM_UP)):
            raise RuntimeError("the page is not shown")
        with CaptureQueriesContext(connection) as captured:
            ask()
        queries.append(len(captured))
    took: list[list[float]] = [[] for _ in asked]
    for _, (ask, times) in product(range(ROUNDS), list(zip(asked, took, strict=True))):
        start = time.perf_counter()
        ask()
        times.append((time.perf_counter() - start) * 1000)
    return [{"queries": n, "median_ms": median(each)} for n, each in zip(queries, took, strict=True)]


def signed_in(account: Account | None) -> Client:
    assert account is not None  # noqa: S101 - every worker of the population has one
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(account)
    session = client.session
    second_step.mark_done(session, account)
    session.save()
    return client


def _held(rows: list[dict[str, object]], counts: Sizes) -> dict[str, object]:
    # A page without a named person asks for no names: pages are compared at the same place.
    queries = {page: sorted({row[page]["queries"] for row in rows}) for page in PAGES}  # type: ignore[index]
    growth = {
        page: round(rows[-1][page]["median_ms"] / rows[0][page]["median_ms"], 2)  # type: ignore[index]
        for page in PAGES
    }
    steady = all(len(found) == 1 for found in queries.values())
    return {
        "name": "worklist",
        "database": connection.vendor,
        "total": counts.total,
        "regions": rows,
        "growth": growth,
        "growth_limit": GROWTH_LIMIT,
        "queries": queries,
        "holds": steady and max(growth.values()) <= GROWTH_LIMIT,
    }
