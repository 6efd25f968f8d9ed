"""Where a question lies and with whom: taken, let go, moved. Every move ends one holding."""

from datetime import datetime

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.chain import Subject
from kring.foundation.journal.recording import action, record
from kring.foundation.workflow.transitions import CannotMove
from kring.registry.network.models import Desk, Worker
from kring.registry.people.models import Family, Person
from kring.support.requests.actions.classing import follow_desk
from kring.support.requests.actions.standing import hold_where_seen
from kring.support.requests.models import Holding, Request
from kring.support.requests.rules import check_not_own_circle
from kring.support.requests.states import REQUEST
from kring.trust.access.actions import end_involvements, involve
from kring.trust.access.models import Involvement

BECAUSE = "request"


def subjects_of(request: Request) -> list[Subject]:
    """Whom an entry about this question concerns."""
    subjects: list[Subject] = [("request", request.key)]
    if request.asker_id is not None and request.asker is not None:
        subjects.append(("person", request.asker.key))
    if request.family_id is not None and request.family is not None:
        subjects.append(("family", request.family.key))
    return subjects


@action
def take(*, request: Request, worker: Worker, by: Actor, at: datetime) -> None:
    """ "Ik neem deze vraag op mij": one worker of the desk holds it; it has now been seen.

    Raises CannotMove when a colleague was first, and NotAllowed for one's own people.
    """
    check_not_own_circle(request, worker)
    hold_where_seen(request, "take")
    seen = request.seen_at or at
    REQUEST.move(request, "take", worker=worker, seen_at=seen, next_due_at=request.answer_due_at)
    begin_holding(request, at=at)
    let_in(request, worker, at=at)
    record(by=by, at=at, did="request.taken", about=subjects_of(request))


@action
def let_go(*, request: Request, by: Actor, at: datetime) -> None:
    """Put the question back on its desk, for a colleague.

    Raises CannotMove when somebody else holds it by now.
    """
    holder = request.worker_id
    hold_where_seen(request, "let_go")
    if request.worker_id != holder:
        raise CannotMove(request, "let_go")
    REQUEST.move(request, "let_go", worker=None)
    begin_holding(request, at=at)
    shut_out_workers(request, at=at)
    record(by=by, at=at, did="request.let_go", about=subjects_of(request))


def lay_on(request: Request, desk: Desk, *, at: datetime) -> None:
    """Move the question to another desk, with nobody on it yet; part of a larger deed."""
    REQUEST.move(request, "move", desk=desk, region_id=desk.region_id, worker=None)
    begin_holding(request, at=at)
    follow_desk(request)
    end_involvements(at=at, because_key=request.key)
    let_in(request, desk, at=at)


def begin_holding(request: Request, *, at: datetime) -> None:
    """End the running holding and begin one for the desk and worker as they now are."""
    moment = end_holding(request, at=at)
    Holding.objects.create(
        request=request, desk_id=request.desk_id, worker_id=request.worker_id, starts_at=moment
    )


def end_holding(request: Request, *, at: datetime) -> datetime:
    """End the running holding, and say when.

    Who was asked first may write last: then the earlier moment gives way to the later.
    """
    running = Holding.objects.filter(request=request, ends_at__isnull=True)
    began = running.values_list("starts_at", flat=True).first()
    moment = at if began is None else max(at, began)
    running.update(ends_at=moment)
    return moment


def let_in(request: Request, who: Desk | Worker, *, at: datetime) -> None:
    """Whoever holds a question may see the person and the family it is about."""
    for about in _about(request):
        involve(
            at=at,
            about=about,
            who=who,
            role=Involvement.Role.HOLDER,
            because=BECAUSE,
            because_key=request.key,
        )


def shut_out_workers(request: Request, *, at: datetime) -> None:
    """End what single workers saw through this question; its desk still sees it."""
    end_involvements(at=at, because_key=request.key, of_workers=True)


def _about(request: Request) -> list[Family | Person]:
    return [thing for thing in (request.family, request.asker) if thing is not None]
