"""The search over HTTP: the API and the page on one core, and how soon an edit is found everywhere.

Each question is asked once, one after the other, of the product's own server; the client has another
core. For the edit there are three servers, each one process on the same data: an edit by a fourth
process is looked for in all three until each has it.
"""

import os
import time
from contextlib import ExitStack
from datetime import datetime
from typing import Any

import httpx
from django.db import connection
from django.utils import timezone

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.journal.actor import SYSTEM
from kring.foundation.journal.recording import action, record
from kring.foundation.records.counting import count_rows
from kring.offer.directory import upkeep
from kring.offer.directory.models import Service
from kring.offer.directory.search.documents import Point
from kring.registry.places.queries import MapPoint, map_points
from kring.tools.bench.report import median, percentile, progress
from kring.tools.bench.search_figures import FIRST
from kring.tools.bench.search_rows import key_of, write_rows
from kring.tools.bench.search_words import Half
from kring.tools.bench.search_world import Case, World
from kring.tools.bench.serving import serving

API_LIMIT_MS, PAGE_LIMIT_MS, FOUND_LIMIT_SECONDS = 8.0, 25.0, 2.0
CLIENT_CORE = 1
PROCESSES, EDITS, LONGEST_WAIT, EVERY = 3, 6, 10.0, 0.02
WARM_UP = 40


def http_figures(services: int) -> dict[str, Any]:
    """Everything over HTTP; ``holds`` says whether its promises do."""
    world, at = World(services), timezone.now()
    start = time.perf_counter()
    write_rows(world.documents, at)
    written = time.perf_counter()
    upkeep.build(local_day(at))
    built = time.perf_counter()
    seconds = {"rows": round(written - start, 1), "index_from_rows": round(built - written, 1)}
    progress(f"{services} services over HTTP: {seconds}")
    if connection.vendor == "postgresql":
        count_rows()
    free = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {CLIENT_CORE} & free or free)
    try:
        asked = _asked(world)
        found = _edits(world, at)
    finally:
        os.sched_setaffinity(0, free)
    promises = {
        "api": asked["api"]["median_ms"] <= API_LIMIT_MS,
        "page": asked["page"]["median_ms"] <= PAGE_LIMIT_MS,
        "edit_found": found["slowest_seconds"] <= FOUND_LIMIT_SECONDS,
    }
    return {"services": services, "seconds": seconds, **asked, "edits": found, "promises": promises}


def _asked(world: World) -> dict[str, Any]:
    """Every question of the held-out half, of the API and of the page."""
    towns = map_points()
    with serving() as (base, _server), httpx.Client(base_url=base, trust_env=False) as client:
        for case in world.cases(Half.TUNING)[:WARM_UP]:
            client.get("/aanbod/zoek.json", params=of_api(case)).raise_for_status()
            client.get("/aanbod", params=of_page(case, towns)).raise_for_status()
        cases = world.cases(Half.HELD_OUT)
        api, met = _timed_api(client, world, cases)
        page = _timed_page(client, cases, towns)
    progress(f"API {api}, page {page}, recall {met}")
    return {"questions": len(cases), "recall_api": met, "api": api, "page": page}


def _timed_api(client: httpx.Client, world: World, cases: list[Case]) -> tuple[dict[str, float], float]:
    keys = {one.key: str(key_of(one)) for one in world.documents}
    took, met = [], 0
    for case in cases:
        start = time.perf_counter()
        answer = client.get("/aanbod/zoek.json", params=of_api(case))
        took.append((time.perf_counter() - start) * 1000)
        found = [one["id"] for one in answer.raise_for_status().json()["services"]]
        met += keys[case.key] in found[:FIRST]
    return _times(took), round(met / len(cases), 4)


def _timed_page(client: httpx.Client, cases: list[Case], towns: list[MapPoint]) -> dict[str, float]:
    took = []
    for case in cases:
        start = time.perf_counter()
        client.get("/aanbod", params=of_page(case, towns)).raise_for_status()
        took.append((time.perf_counter() - start) * 1000)
    return _times(took)


def _times(took: list[float]) -> dict[str, float]:
    return {"median_ms": median(took), "p95_ms": percentile(took, 0.95)}


def of_api(case: Case) -> dict[str, Any]:
    """The question as a program asks it, by its place on earth."""
    near = case.query.near or Point(0.0, 0.0)
    return {"q": case.query.text, "lat": near.lat, "lon": near.lon, "maanden": case.query.age}


def of_page(case: Case, towns: list[MapPoint]) -> dict[str, Any]:
    """The same question by the municipality nearest to where it is asked."""
    near = case.query.near or Point(0.0, 0.0)
    town = min(towns, key=lambda one: (one.latitude - near.lat) ** 2 + (one.longitude - near.lon) ** 2)
    return {"q": case.query.text, "waar": town.name, "maanden": case.query.age}


def _edits(world: World, at: datetime) -> dict[str, Any]:
    """Rename some services, and look until every process finds each by its new name."""
    with ExitStack() as servers:
        clients = []
        for _process in range(PROCESSES):
            base, _server = servers.enter_context(serving())
            clients.append(servers.enter_context(httpx.Client(base_url=base, trust_env=False)))
        for client in clients:
            client.get("/aanbod/zoek.json").raise_for_status()
        took = []
        for number, document in enumerate(world.documents[:EDITS]):
            name = f"vernieuwdaanbod{'abcdef'[number] * 3}"
            service = Service.objects.get(key=key_of(document))
            start = time.perf_counter()
            _rename(service=service, name=name, at=at)
            took += _wait(clients, name, start)
    progress(f"an edit was found in {PROCESSES} processes after {took} s")
    figures = {"processes": PROCESSES, "edits": EDITS}
    return {**figures, "median_seconds": median(took), "slowest_seconds": max(took)}


@action
def _rename(*, service: Service, name: str, at: datetime) -> None:
    """An edit as the actions of the directory make it: the row, its mark and the journal at once."""
    Service.objects.filter(pk=service.pk).update(name={"nl": name}, changed_at=at)
    upkeep.changed([service.pk])
    record(by=SYSTEM, at=at, did="service.changed", about=[("service", service.key)])


def _wait(clients: list[httpx.Client], name: str, start: float) -> list[float]:
    """Ask every process again and again; seconds until each finds the name."""
    took: list[float] = []
    waiting = list(clients)
    while waiting and time.perf_counter() - start < LONGEST_WAIT:
        for client in list(waiting):
            found = client.get("/aanbod/zoek.json", params={"q": name}).raise_for_status().json()
            if any(one["name"] == name for one in found["services"]):
                took.append(round(time.perf_counter() - start, 2))
                waiting.remove(client)
        time.sleep(EVERY)
    return took + [LONGEST_WAIT] * len(waiting)
