"""Answers, and when they count (rulebook, answer)."""

from datetime import date, datetime

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, record
from kring.foundation.workflow.transitions import CannotMove
from kring.registry.network.models import Organisation, Worker
from kring.support.requests.actions.clocks import resume_answer_clock, stop_clock
from kring.support.requests.actions.ending import close
from kring.support.requests.actions.holding import begin_holding, let_in, subjects_of
from kring.support.requests.actions.standing import hold_still, hold_where_seen
from kring.support.requests.actions.telling import tell_asker
from kring.support.requests.models import Answer, AnswerKind, ClockKind, Request
from kring.support.requests.states import ANSWER, COUNTED, GIVEN, OPEN, REQUEST


@action
def give_advice(
    *, request: Request, what: str, told_at: datetime, worker: Worker, by: Actor, at: datetime
) -> Answer:
    """Advice that was told to the asker: it counts, and the asker can say that it does not answer."""
    _begin_answer(request, "give_advice")
    answer = Answer.objects.create(
        request=request,
        kind=AnswerKind.ADVICE,
        what=what,
        told_at=told_at,
        given_at=at,
        given_by=worker,
    )
    record(by=by, at=at, did="answer.given", about=subjects_of(request), kind=AnswerKind.ADVICE)
    _count(answer, counted_by=Answer.CountedBy.TOLD, by=by, at=at)
    return answer


@action
def offer_help(
    *,
    request: Request,
    starter: Organisation,
    what: str,
    starts_on: date,
    worker: Worker,
    by: Actor,
    at: datetime,
) -> Answer:
    """Name who starts what and when; it counts once that service or the family says yes."""
    _begin_answer(request, "offer_help")
    answer = Answer.objects.create(
        request=request,
        kind=AnswerKind.HELP,
        starter=starter,
        what=what,
        starts_on=starts_on,
        given_at=at,
        given_by=worker,
    )
    record(by=by, at=at, did="answer.given", about=subjects_of(request), kind=AnswerKind.HELP)
    return answer


@action
def service_accepts(*, answer: Answer, by: Actor, at: datetime) -> None:
    """The named service says that it starts: the answer counts, and the asker hears of it."""
    hold_still(answer.request)
    _count(answer, counted_by=Answer.CountedBy.SERVICE, by=by, at=at)
    tell_asker(answer.request, because=f"answer:{answer.key}", by=by, at=at)


@action
def family_confirms(*, answer: Answer, by: Actor, at: datetime) -> None:
    """The family says that this was agreed with them: the answer counts."""
    hold_still(answer.request)
    _count(answer, counted_by=Answer.CountedBy.FAMILY, by=by, at=at)


@action
def service_declines(*, answer: Answer, by: Actor, at: datetime) -> None:
    """The named service does not start: no answer yet, the question is still open."""
    hold_still(answer.request)
    ANSWER.move(answer, "decline", settled_at=at)
    record(by=by, at=at, did="answer.declined", about=subjects_of(answer.request))


@action
def dispute(*, answer: Answer, words: str, by: Actor, at: datetime) -> None:
    """ "Dit beantwoordt mijn vraag niet": the question is open again, its old clock runs on."""
    request = answer.request
    hold_still(request)
    answer.refresh_from_db(fields=["state"])
    was_counted = answer.state == COUNTED
    ANSWER.move(answer, "dispute", dispute_words=words, settled_at=at)
    if was_counted:
        REQUEST.move(
            request,
            "reopen",
            worker=None,
            closed_at=None,
            close_reason="",
            next_due_at=request.answer_due_at,
        )
        resume_answer_clock(request)
        begin_holding(request, at=at)
        let_in(request, request.desk, at=at)
    record(by=by, at=at, did="answer.disputed", about=subjects_of(request))


@action
def record_support(
    *, request: Request, kind: str, by: Actor, at: datetime, began_at: datetime | None = None
) -> None:
    """First support was given, or the agreed help began: stops that clock, when it began."""
    began = began_at or at
    if kind == ClockKind.AGREED_HELP:
        stop_clock(request, ClockKind.FIRST_SUPPORT, at=began, because="agreed_help")
    stop_clock(request, kind, at=began, because=kind)
    record(by=by, at=at, did="request.supported", about=subjects_of(request), kind=kind)


def _begin_answer(request: Request, verb: str) -> None:
    """One answer stands at a time, on an open question; raises CannotMove for the second."""
    hold_where_seen(request, verb)
    standing = Answer.objects.filter(request=request, state__in=(GIVEN, COUNTED))
    if request.state not in OPEN or standing.exists():
        raise CannotMove(request, verb)


def _count(answer: Answer, *, counted_by: str, by: Actor, at: datetime) -> None:
    """The answer counts, and its question, which is held still, ends."""
    ANSWER.move(answer, "count", counted_at=at, counted_by=counted_by)
    close(answer.request, "answer", reason="", at=at)
    record(
        by=by,
        at=at,
        did="answer.counted",
        about=subjects_of(answer.request),
        counted_by=counted_by,
    )
