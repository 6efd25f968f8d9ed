"""The weekly intake meeting: opened, one decision a question, closed; its minutes are kept."""

from datetime import datetime

from django.db import IntegrityError, transaction

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.registry.network.models import Desk, Duty, Partnership, Worker
from kring.support.requests.actions.ending import send_to_special_route
from kring.support.requests.actions.handing_over import accept_handover, ask_handover
from kring.support.requests.actions.holding import let_go, subjects_of, take
from kring.support.requests.actions.standing import hold_still
from kring.support.requests.models import Decision, Discuss, IntakeDecision, IntakeMeeting, Request


class AlreadyDecided(Exception):
    """This meeting decided on this question before; ``decision`` says what."""

    def __init__(self, decision: IntakeDecision) -> None:
        super().__init__("this meeting decided on this question before")
        self.decision = decision


class MayNotBeDiscussed(Exception):
    """The referrer does not want this question discussed yet, or the meeting is over."""


@action
def open_meeting(*, region: Partnership, worker: Worker, by: Actor, at: datetime) -> IntakeMeeting:
    """Open the meeting of a region; while one is going on, that one is meant."""
    running = IntakeMeeting.objects.filter(region=region, closed_at__isnull=True).first()
    if running is None:
        try:
            with transaction.atomic():
                meeting = IntakeMeeting.objects.create(region=region, opened_at=at, opened_by=worker)
        except IntegrityError:
            running = IntakeMeeting.objects.get(region=region, closed_at__isnull=True)
        else:
            record(by=by, at=at, did="meeting.opened", about=[("meeting", meeting.key)])
            return meeting
    nothing_changed()
    return running


@action
def decide(
    *,
    meeting: IntakeMeeting,
    request: Request,
    decision: str,
    coach: Worker | None,
    words: str,
    by: Actor,
    at: datetime,
) -> IntakeDecision:
    """Write down what the meeting decided on one question, and do what follows from it.

    A coach is put on the question; a special route ends it here; the rest is work for its holder.
    Raises AlreadyDecided, MayNotBeDiscussed, or CannotMove when the question ended meanwhile.
    """
    hold_still(request)
    if meeting.closed_at is not None or request.discuss == Discuss.NOT_YET:
        raise MayNotBeDiscussed
    decided = _write(
        meeting=meeting, request=request, decision=decision, coach=coach, words=words, at=at
    )
    about = [*subjects_of(request), ("meeting", meeting.key)]
    record(by=by, at=at, did="meeting.decided", about=about, decision=decision)
    if decision == Decision.COACH and coach is not None:
        put_on(request=request, coach=coach, by=by, at=at)
    elif decision == Decision.SPECIAL_ROUTE:
        send_to_special_route(request=request, route="special_route", words=words, by=by, at=at)
    return decided


@action
def close_meeting(*, meeting: IntakeMeeting, by: Actor, at: datetime) -> None:
    """End the meeting; its minutes stand from now on."""
    ended = IntakeMeeting.objects.filter(pk=meeting.pk, closed_at__isnull=True)
    if not ended.update(closed_at=at):
        nothing_changed()
        return
    meeting.closed_at = at
    record(by=by, at=at, did="meeting.closed", about=[("meeting", meeting.key)])


def put_on(*, request: Request, coach: Worker, by: Actor, at: datetime) -> None:
    """Lay the question with this coach, who is at the table and says yes for their desk.

    Where it lies on another desk it is handed over first, so that its story has no gap; part of a
    larger deed.
    """
    if request.worker_id == coach.pk:
        return
    duties = Duty.objects.running(at).filter(worker=coach, desk__closed_at__isnull=True)
    if not duties.filter(desk=request.desk_id).exists():
        here = duties.filter(desk__region=request.region_id).select_related("desk")
        desk = here.filter(desk__kind=Desk.Kind.INTAKE).order_by("pk")[0].desk
        handover = ask_handover(request=request, to_desk=desk, words="", worker=None, by=by, at=at)
        accept_handover(handover=handover, worker=coach, by=by, at=at)
        request.refresh_from_db()
    elif request.worker_id is not None:
        let_go(request=request, by=by, at=at)
    take(request=request, worker=coach, by=by, at=at)


def _write(
    *,
    meeting: IntakeMeeting,
    request: Request,
    decision: str,
    coach: Worker | None,
    words: str,
    at: datetime,
) -> IntakeDecision:
    try:
        with transaction.atomic():
            return IntakeDecision.objects.create(
                meeting=meeting,
                request=request,
                decision=decision,
                coach=coach if decision == Decision.COACH else None,
                words=words,
                decided_at=at,
            )
    except IntegrityError:
        earlier = IntakeDecision.objects.filter(meeting=meeting, request=request).first()
        if earlier is None:
            raise
        raise AlreadyDecided(earlier) from None
