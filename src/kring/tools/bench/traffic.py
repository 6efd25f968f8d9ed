"""An open-loop stream of requests: each leaves at its own moment, however slow the answers are.

Run as a process of its own, so that it can have a core of its own:
``python -m kring.tools.bench.traffic PLAN``. The plan is a JSON file made by ``requests``; the
outcome goes to standard output as JSON. It speaks to the loopback only and ends by itself.
"""

import asyncio
import json
import os
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx

TIMEOUT = 30.0
CONNECTIONS = 100
LOOPBACK = "127.0.0.1"


@dataclass
class Outcome:
    """What came back: milliseconds from the moment a request should have left, and statuses.

    ``found`` counts, of the answers that had to say something, those that said it.
    """

    milliseconds: dict[str, list[float]] = field(default_factory=dict)
    statuses: dict[str, int] = field(default_factory=dict)
    by_step: dict[str, int] = field(default_factory=dict)
    found: dict[str, dict[str, int]] = field(default_factory=dict)
    started: float = 0.0
    ended: float = 0.0

    def add(self, step: dict[str, Any], status: str, text: str, took: float) -> None:
        self.statuses[status] = self.statuses.get(status, 0) + 1
        name = f"{step['name']} {status}"
        self.by_step[name] = self.by_step.get(name, 0) + 1
        self.milliseconds.setdefault(step["kind"], []).append(took)
        if "says" in step:
            held = self.found.setdefault(step["name"], {"asked": 0, "found": 0})
            held["asked"] += 1
            held["found"] += step["says"] in text


async def send(client: httpx.AsyncClient, step: dict[str, Any], due: float, outcome: Outcome) -> None:
    """One request; its time counts from when it was due, so that queueing shows."""
    cookies = f"{step['session_cookie']}={step['session']}; csrftoken={step['csrf']}"
    headers = {"Cookie": cookies, "X-CSRFToken": step["csrf"]}
    try:
        answer = await client.request(
            step["method"], step["url"], data=step.get("data"), headers=headers
        )
        status, text = str(answer.status_code), answer.text
    except httpx.HTTPError as error:
        status, text = type(error).__name__, ""
    outcome.add(step, status, text, (time.perf_counter() - due) * 1000)


async def run(plan: dict[str, Any]) -> Outcome:
    """Send every step of the plan at ``plan["rate"]`` a second."""
    if urlsplit(plan["base"]).hostname != LOOPBACK:
        raise ValueError("load goes to the loopback only")
    outcome = Outcome()
    limits = httpx.Limits(max_connections=CONNECTIONS, max_keepalive_connections=CONNECTIONS)
    client = httpx.AsyncClient(base_url=plan["base"], timeout=TIMEOUT, limits=limits, trust_env=False)
    async with client:
        outcome.started = start = time.perf_counter()
        under_way = []
        for number, step in enumerate(plan["steps"]):
            due = start + number / plan["rate"]
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            under_way.append(asyncio.create_task(send(client, step, due, outcome)))
        await asyncio.gather(*under_way)
        outcome.ended = time.perf_counter()
    return outcome


def main(path: Path) -> None:
    plan = json.loads(path.read_text())
    os.sched_setaffinity(0, {plan["core"]})
    outcome = asyncio.run(run(plan))
    print(json.dumps(vars(outcome)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
