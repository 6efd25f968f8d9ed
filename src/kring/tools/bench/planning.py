"""The plan of a load: which request leaves when, by whom, drawn from a seed.

The mix is 70 reads, 20 searches and 10 writes of a hundred: worklist, question and family file;
own families and "already known?"; take, answer and hand over. A question is written to once.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any

from django.test import Client
from django.urls import reverse

from kring.foundation.accounts import second_step
from kring.registry.network.models import Worker
from kring.support.requests.models import Request
from kring.tools.bench.population import Region

CSRF = "k" * 32
MIX = (("read", 70), ("search", 20), ("write", 10))
ADVICE = "Samen bekeken wat helpt."
REASON = "Ik zag dit gezin vandaag aan de balie."


@dataclass
class Seat:
    """A signed-in worker of one desk, with the questions that lie there."""

    worker: Worker
    desk_key: str
    session: str
    questions: list[tuple[str, str, str]] = field(default_factory=list)
    """Keys of a question and its family, and the name of the family."""
    fresh: Iterator[tuple[str, str, str]] = field(default_factory=lambda: iter(()))


def seats_of(regions: list[Region], per_desk: int) -> list[Seat]:
    """Sign in one worker of each desk and hand out the questions that lie there."""
    seats = []
    for region in regions:
        size = len(region.workers) // len(region.desks)
        for place, desk in enumerate(region.desks):
            lying = Request.objects.filter(desk=desk, family__isnull=False).order_by("?")[:per_desk]
            rows = lying.values_list("key", "family__key", "family__name")
            questions = [(str(key), str(family), name) for key, family, name in rows]
            worker = region.workers[place * size]
            seats.append(Seat(worker, str(desk.key), sign_in(worker), questions, iter(questions)))
    return seats


def sign_in(worker: Worker) -> str:
    """A session of a worker, as after log-in and second step."""
    account = worker.account
    assert account is not None  # noqa: S101 - every worker of the population has one
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(account)
    session = client.session
    second_step.mark_done(session, account)
    session.save()
    return str(session.session_key)


def steps(seats: list[Seat], targets: list[str], count: int, *, seed: int) -> list[dict[str, Any]]:
    """``count`` requests in the order in which they leave."""
    chance = random.Random(seed)  # noqa: S311 - a draw of work, not a secret
    takes = cycle(["take", "answer", "hand over"])
    planned: list[dict[str, Any]] = []
    while len(planned) < count:
        seat = chance.choice(seats)
        kind = chance.choices([name for name, _ in MIX], [weight for _, weight in MIX])[0]
        step = _step(kind, seat, takes, targets, chance)
        if step is not None:
            planned.append({"kind": kind, "session": seat.session, "csrf": CSRF, **step})
    return planned


def _step(
    kind: str, seat: Seat, takes: Iterator[str], targets: list[str], chance: random.Random
) -> dict[str, Any] | None:
    if kind == "read":
        return _read(seat, chance)
    if kind == "search":
        return _search(seat, chance)
    key = next(seat.fresh, None)
    return key and _write(next(takes), key[0], seat, targets, chance)


def _read(seat: Seat, chance: random.Random) -> dict[str, Any]:
    key, family, _ = chance.choice(seat.questions)
    name, url = chance.choice(
        [
            ("worklist", reverse("desk:questions") + f"?plek={seat.desk_key}"),
            ("question", reverse("desk:question", args=[key])),
            ("family file", reverse("family_file:family", args=[family])),
        ]
    )
    return {"name": name, "method": "GET", "url": url}


def _search(seat: Seat, chance: random.Random) -> dict[str, Any]:
    _, _, last = chance.choice(seat.questions)
    if chance.random() < 0.5:
        url, data = reverse("shell:search"), {"q": last}
        return {"name": "own families", "method": "POST", "url": url, "data": data}
    return {
        "name": "already known",
        "method": "POST",
        "url": reverse("desk:known"),
        "data": {
            "given_name": "Amina",
            "family_name": last,
            "birth_date": "1991-03-02",
            "reason": REASON,
        },
    }


def _write(name: str, key: str, seat: Seat, targets: list[str], chance: random.Random) -> dict[str, Any]:
    deeds: dict[str, tuple[str, dict[str, str]]] = {
        "take": ("nemen", {}),
        "answer": ("advies", {"advies-what": ADVICE, "advies-told_on": "today"}),
        "hand over": (
            "overdragen",
            {
                "overdragen-to_desk": chance.choice([t for t in targets if t != seat.desk_key]),
                "overdragen-words": ADVICE,
            },
        ),
    }
    deed, data = deeds[name]
    return {
        "name": name,
        "method": "POST",
        "url": reverse("desk:deed", args=[key, deed]),
        "data": data,
    }
