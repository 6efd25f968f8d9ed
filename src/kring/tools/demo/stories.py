"""What happens to a question in the demo: asked, taken, handed over, answered or ended.

Calibrated on the published figures: about 96 of 100 answers within the month, one in eight crisis
questions without an offer, and more questions in autumn than in summer. Each story is one
generator; see ``unrolling``.
"""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from kring.foundation.deadlines.calendar import add_working_days, local_day, start_of_day
from kring.foundation.journal.actor import Actor, ActorKind
from kring.foundation.workflow.transitions import CannotMove
from kring.registry.network.models import Desk, Organisation, Worker
from kring.support.requests import actions
from kring.support.requests.models import Request
from kring.support.requests.states import OPEN
from kring.support.unmet.models import UnmetReason
from kring.tools.demo.unrolling import Story

MEDIAN_DAYS = 9.0
SPREAD = 0.55
HANDED_OVER = 0.4
REFUSED = 0.15
SILENT = 0.1
ENDS = (("advice", 34), ("help", 52), ("not_possible", 7), ("withdrawn", 5), ("special_route", 2))


@dataclass(frozen=True)
class Cast:
    """Who plays along in a question: the desks of its region and who works there."""

    workers: dict[int, list[Worker]]
    intake: Desk
    starters: list[Organisation]


def working_hour(day: datetime, days: float, chance: Random) -> datetime:
    """A moment in office hours, ``days`` later or on the next working day."""
    date = add_working_days(local_day(day + timedelta(days=days)), 0)
    return max(
        day + timedelta(minutes=1),
        start_of_day(date) + timedelta(hours=9, minutes=chance.randrange(8 * 60)),
    )


def actor_of(worker: Worker, desk: Desk) -> Actor:
    run_by = desk.organisation
    return Actor(ActorKind.WORKER, worker.key, worker.name, run_by.key, run_by.name)


def question_story(request: Request, cast: Cast, chance: Random) -> Story:
    """From the moment it was asked to its end; what lies in the future does not happen."""
    yield (at := working_hour(request.asked_at, chance.random() * 1.5, chance))
    take(request, cast, at, chance)
    if request.desk_id != cast.intake.pk and chance.random() < HANDED_OVER:
        at = yield from _hand_over(request, cast, at, chance)
    if chance.random() < 0.5:
        yield (at := working_hour(at, 1 + chance.random() * 4, chance))
        _support(request, "first_support", cast, at, chance)
    answered = request.asked_at + timedelta(days=chance.lognormvariate(0, SPREAD) * MEDIAN_DAYS)
    yield (at := working_hour(max(at, answered), 0, chance))
    yield from _end(request, cast, at, chance)


def take(request: Request, cast: Cast, at: datetime, chance: Random) -> None:
    """Somebody on duty where it lies takes it, unless somebody already did."""
    request.refresh_from_db()
    workers = cast.workers.get(request.desk_id)
    if workers and request.state == "asked":
        worker = chance.choice(workers)
        actions.take(request=request, worker=worker, by=actor_of(worker, request.desk), at=at)


def _worker(request: Request, cast: Cast, chance: Random) -> Worker:
    request.refresh_from_db()
    return request.worker or chance.choice(cast.workers[request.desk_id])


def _hand_over(
    request: Request, cast: Cast, at: datetime, chance: Random
) -> Generator[datetime, None, datetime]:
    yield (at := working_hour(at, 0.2 + chance.random() * 2, chance))
    worker = _worker(request, cast, chance)
    if request.state not in OPEN:
        return at
    handover = actions.ask_handover(
        request=request,
        to_desk=cast.intake,
        words="Meer dan een gesprek nodig; het gezin weet dat we dit vragen.",
        worker=worker,
        by=actor_of(worker, request.desk),
        at=at,
    )
    if chance.random() < SILENT:
        return at
    yield (at := working_hour(at, chance.random() * 4, chance))
    receiver = chance.choice(cast.workers[cast.intake.pk])
    by = actor_of(receiver, cast.intake)
    try:
        if chance.random() < REFUSED:
            actions.refuse_handover(
                handover=handover,
                reason="no_room",
                words="Deze maand geen plaats bij de gezinscoaches.",
                worker=receiver,
                by=by,
                at=at,
            )
            return at
        actions.accept_handover(handover=handover, worker=receiver, by=by, at=at)
    except CannotMove:
        return at
    yield (at := working_hour(at, 0.5 + chance.random(), chance))
    take(request, cast, at, chance)
    return at


def _support(request: Request, kind: str, cast: Cast, at: datetime, chance: Random) -> None:
    worker = _worker(request, cast, chance)
    actions.record_support(request=request, kind=kind, by=actor_of(worker, request.desk), at=at)


def _end(request: Request, cast: Cast, at: datetime, chance: Random) -> Story:
    worker = _worker(request, cast, chance)
    if request.state not in OPEN:
        return
    by = actor_of(worker, request.desk)
    way = chance.choices([name for name, _ in ENDS], [weight for _, weight in ENDS])[0]
    if way == "help":
        yield from _help(request, cast, worker, at, chance)
    elif way == "advice":
        actions.give_advice(
            request=request,
            what="Samen bekeken wat helpt; opvoedingswinkel en speelgroep in de buurt getoond.",
            told_at=at,
            worker=worker,
            by=by,
            at=at,
        )
    elif way == "not_possible":
        actions.close_as_not_possible(
            request=request,
            reason=chance.choice(UnmetReason.values[:4]),
            words="Geen plaats gevonden in de regio.",
            instead="Wekelijks telefoontje van de dienst.",
            by=by,
            at=at,
        )
    elif way == "withdrawn":
        actions.withdraw(request=request, words="Het gaat intussen beter.", by=by, at=at)
    else:
        actions.send_to_special_route(
            request=request, route="access_gate", words="Aanvraag samen gemaakt.", by=by, at=at
        )


def _help(request: Request, cast: Cast, worker: Worker, at: datetime, chance: Random) -> Story:
    start = local_day(at + timedelta(days=3 + chance.randrange(14)))
    by = actor_of(worker, request.desk)
    answer = actions.offer_help(
        request=request,
        starter=chance.choice(cast.starters),
        what="Begeleiding aan huis, elke week een uur",
        starts_on=start,
        worker=worker,
        by=by,
        at=at,
    )
    yield (at := working_hour(at, 0.1 + chance.random(), chance))
    accepts = actions.service_accepts if chance.random() < 0.7 else actions.family_confirms
    accepts(answer=answer, by=by, at=at)
    yield (at := max(at, start_of_day(start) + timedelta(hours=10)))
    _support(request, "agreed_help", cast, at, chance)
