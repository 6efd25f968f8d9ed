"""The plan of a load: which request leaves when, by whom, drawn from a seed.

The mix is 70 reads, 20 searches and 10 writes of a hundred: worklist, question and family file;
own families and "already known?"; take, answer and hand over. A question is written to once.

A search carries the words its answer must hold: the family that is there, the yes to who is known,
the no to who is not. So a search that finds nothing cannot pass for a quick one.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import cycle
from typing import Any

from django.test import Client
from django.urls import reverse

from kring.foundation.accounts import second_step
from kring.foundation.deadlines.queries import number_at
from kring.registry.network.models import Desk, Worker
from kring.support.requests.models import Request
from kring.tools.bench.population import Region

CSRF = "k" * 32
MIX = (("read", 70), ("search", 20), ("write", 10))
ADVICE = "Samen bekeken wat helpt."
REASON = "Ik zag dit gezin vandaag aan de balie."
NOBODY = "Xqtz"
KNOWN, NOT_KNOWN = "Vraag het aan de vaste begeleider", "We vinden niemand met deze gegevens"


@dataclass(frozen=True, slots=True)
class Lying:
    """A question on a desk, with its family and the parent who asked it."""

    key: str
    family: str
    family_name: str
    given_name: str
    surname: str
    born: str


@dataclass
class Seat:
    """A signed-in worker of one desk, with the questions that lie there."""

    worker: Worker
    desk_key: str
    session: str
    questions: list[Lying]
    fresh: Iterator[Lying]
    checks: int
    """How often "already known?" may still be asked this hour."""


def seats_of(regions: list[Region], per_desk: int, at: datetime) -> list[Seat]:
    """Sign in one worker of each desk and hand out the questions that lie there."""
    seats, checks = [], number_at("known_check_per_hour", at)
    for region in regions:
        size = len(region.workers) // len(region.desks)
        for place, desk in enumerate(region.desks):
            questions = _lying_on(desk, per_desk)
            worker = region.workers[place * size]
            session = sign_in(worker)
            seats.append(Seat(worker, str(desk.key), session, questions, iter(questions), checks))
    return seats


def _lying_on(desk: Desk, most: int) -> list[Lying]:
    rows = Request.objects.filter(desk=desk, family__isnull=False, asker__isnull=False)
    chosen = rows.order_by("?")[:most].values_list(
        "key",
        "family__key",
        "family__name",
        "asker__given_name",
        "asker__family_name",
        "asker__birth_date",
    )
    return [Lying(*map(str, row)) for row in chosen]


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
    fresh = next(seat.fresh, None)
    return _write(next(takes), fresh.key, seat, targets, chance) if fresh else None


def _read(seat: Seat, chance: random.Random) -> dict[str, Any]:
    one = chance.choice(seat.questions)
    name, url = chance.choice(
        [
            ("worklist", reverse("desk:questions") + f"?plek={seat.desk_key}"),
            ("question", reverse("desk:question", args=[one.key])),
            ("family file", reverse("family_file:family", args=[one.family])),
        ]
    )
    return {"name": name, "method": "GET", "url": url}


def _search(seat: Seat, chance: random.Random) -> dict[str, Any]:
    one = chance.choice(seat.questions)
    if seat.checks and chance.random() < 0.5:
        seat.checks -= 1
        return _known_check(one, there=chance.random() < 0.5)
    return {
        "name": "own families",
        "method": "POST",
        "url": reverse("shell:search"),
        "data": {"q": one.family_name},
        "says": reverse("family_file:family", args=[one.family]),
    }


def _known_check(one: Lying, *, there: bool) -> dict[str, Any]:
    """Ask for the parent of a question, or for somebody else born on the same day."""
    return {
        "name": "already known" if there else "not known",
        "method": "POST",
        "url": reverse("desk:known"),
        "data": {
            "given_name": one.given_name if there else NOBODY,
            "family_name": one.surname if there else NOBODY,
            "birth_date": one.born,
            "reason": REASON,
        },
        "says": KNOWN if there else NOT_KNOWN,
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
