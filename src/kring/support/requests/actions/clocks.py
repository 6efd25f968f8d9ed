"""The clocks of a question: started when it is asked, never paused, stopped by deeds."""

from datetime import datetime

from kring.foundation.deadlines.queries import due_for
from kring.support.requests.models import Clock, ClockKind, HomeSafe, Request
from kring.support.requests.rulebook import VERSION

ANSWER_TERM = "answer_term"
UNSAFE_TERM = "unsafe_home_term"


def promise(start: datetime) -> datetime:
    """When the promise of an answer ends for a question asked at ``start``."""
    return due_for(ANSWER_TERM, start)


def first_due(*, promised: datetime, home_safe: str, received_at: datetime) -> datetime:
    """What the worklist sorts a new question by: the working day if home is not surely safe."""
    if home_safe in {HomeSafe.NO, HomeSafe.UNKNOWN}:
        return due_for(UNSAFE_TERM, received_at)
    return promised


def start_clocks(request: Request) -> None:
    """Start the three clocks at the moment of asking."""
    Clock.objects.bulk_create(
        Clock(
            request=request,
            kind=kind,
            starts_at=request.asked_at,
            due_at=request.answer_due_at if kind == ClockKind.ANSWER else None,
            rulebook=VERSION,
        )
        for kind in ClockKind.values
    )


def stop_clock(request: Request, kind: str, *, at: datetime, because: str) -> None:
    """Stop one running clock; a clock that stopped stays as it was."""
    running = Clock.objects.filter(request=request, kind=kind, stopped_at__isnull=True)
    running.update(stopped_at=at, stopped_because=because)


def stop_all_clocks(request: Request, *, at: datetime, because: str) -> None:
    for kind in ClockKind.values:
        stop_clock(request, kind, at=at, because=because)


def resume_answer_clock(request: Request) -> None:
    """An answer that was none: the clock runs on from its old start."""
    Clock.objects.filter(request=request, kind=ClockKind.ANSWER).update(
        stopped_at=None, stopped_because=None
    )


def keep_oldest_start(request: Request, start: datetime) -> None:
    """A question that another was joined to keeps the oldest start, and the promise made then."""
    if start >= request.asked_at:
        return
    due = promise(start)
    urgent = request.next_due_at < request.answer_due_at and request.seen_at is None
    request.asked_at = start
    request.answer_due_at = due
    request.next_due_at = min(due, request.next_due_at) if urgent else due
    request.save(update_fields=["asked_at", "answer_due_at", "next_due_at"])
    Clock.objects.filter(request=request).update(starts_at=start)
    Clock.objects.filter(request=request, kind=ClockKind.ANSWER).update(due_at=due)
