"""``bench requests``: the daily work of many at once, answered in time.

100,000 families on PostgreSQL, 10,000 on SQLite. The server and its database have one core, the
generator another. Requests leave at a fixed rate for a minute after a warm-up, whatever the
answers do, and every page about persons is journalled. Held: p95 at most 300 ms, every answer a
200 or 302, and every search says what it had to find.
"""

import json
import subprocess
import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import psutil
from django.conf import settings
from django.db import connection
from django.utils import timezone

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.journal.models import JournalEntry
from kring.foundation.records.counting import count_rows
from kring.tools.bench.planning import seats_of, steps
from kring.tools.bench.population import build_families, build_regions
from kring.tools.bench.report import finish, percentile, progress
from kring.tools.bench.serving import serving

RATES = {"postgresql": 60, "sqlite": 30}
FAMILIES = {"postgresql": 100_000, "sqlite": 10_000}
SMALL_FAMILIES = 2_000
SECONDS = 60
SMALL_SECONDS = 15
WARM_UP_SECONDS = 10
P95_LIMIT_MS = 300
REGIONS = 12
QUESTIONS_PER_SEAT = 60
GENERATOR_CORE = 1


def measure(*, small: bool) -> int:
    """Build, serve, load, and print the figures; 0 when they hold."""
    vendor, at = connection.vendor, timezone.now()
    families = SMALL_FAMILIES if small else FAMILIES[vendor]
    regions = build_regions([f"Regio {n}" for n in range(REGIONS)], at - timedelta(days=400))
    build_families(families, regions, at)
    count_rows()
    seats = seats_of(regions, QUESTIONS_PER_SEAT, at)
    targets = [str(desk.key) for region in regions for desk in region.desks]
    seconds = SMALL_SECONDS if small else SECONDS
    rate = RATES[vendor]
    planned = steps(seats, targets, rate * (WARM_UP_SECONDS + seconds), seed=1)
    today = local_day(at).isoformat()
    for step in planned:
        step["session_cookie"] = settings.SESSION_COOKIE_NAME
        data = step.get("data", {})
        data.update({name: today for name, value in data.items() if value == "today"})
    before = JournalEntry.objects.count()
    with serving() as (base, server):
        progress(f"{families:,} families, {rate} requests a second against {base}")
        warm = rate * WARM_UP_SECONDS
        _send({"base": base, "rate": rate, "core": GENERATOR_CORE, "steps": planned[:warm]})
        used = _cpu_seconds(server)
        outcome = _send({"base": base, "rate": rate, "core": GENERATOR_CORE, "steps": planned[warm:]})
        outcome["server_cpu_seconds"] = _cpu_seconds(server) - used
    journalled = JournalEntry.objects.count() - before
    return finish(_held(outcome, families, rate, journalled))


def _cpu_seconds(server: psutil.Process) -> float:
    """Processor time of the server and its workers so far; that of the database is not in it."""
    times = [one.cpu_times() for one in (server, *server.children(recursive=True))]
    return float(sum(one.user + one.system for one in times))


def _send(plan: dict[str, Any]) -> dict[str, Any]:
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(plan, file)
        file.flush()
        words = [sys.executable, "-m", "kring.tools.bench.traffic", str(Path(file.name))]
        done = subprocess.run(words, stdout=subprocess.PIPE, text=True, check=True)
    outcome: dict[str, Any] = json.loads(done.stdout)
    return outcome


def _held(outcome: dict[str, Any], families: int, rate: int, journalled: int) -> dict[str, Any]:
    every = [took for kind in outcome["milliseconds"].values() for took in kind]
    wrong = {s: n for s, n in outcome["statuses"].items() if s not in ("200", "302")}
    missed = sum(each["asked"] - each["found"] for each in outcome["found"].values())
    p95 = percentile(every, 0.95)
    return {
        "name": "requests",
        "database": connection.vendor,
        "families": families,
        "rate_per_second": rate,
        "sent": len(every),
        "seconds": round(outcome["ended"] - outcome["started"], 1),
        "server_cpu_ms_each": round(outcome["server_cpu_seconds"] * 1000 / len(every), 1),
        "p50_ms": percentile(every, 0.5),
        "p95_ms": p95,
        "p99_ms": percentile(every, 0.99),
        "p95_by_kind_ms": {k: percentile(v, 0.95) for k, v in outcome["milliseconds"].items()},
        "answers": outcome["by_step"],
        "searches": outcome["found"],
        "journal_entries": journalled,
        "p95_limit_ms": P95_LIMIT_MS,
        "holds": not wrong and not missed and p95 <= P95_LIMIT_MS,
    }
