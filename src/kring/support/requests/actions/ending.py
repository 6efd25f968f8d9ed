"""How a question ends without an answer; never in silence, always with a reason."""

from datetime import datetime

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, record
from kring.registry.people.models import Family
from kring.support.requests.actions.classing import follow_desk, keep_item
from kring.support.requests.actions.clocks import keep_oldest_start, stop_all_clocks, stop_clock
from kring.support.requests.actions.holding import end_holding, let_in, subjects_of
from kring.support.requests.actions.standing import hold_still
from kring.support.requests.actions.telling import tell_asker
from kring.support.requests.models import ClockKind, Handover, Request
from kring.support.requests.queries import latest_closed_of
from kring.support.requests.rules import check_may_get_family
from kring.support.requests.states import HANDOVER, HANDOVER_ASKED, REQUEST
from kring.support.unmet.actions import register_unmet_need
from kring.trust.access.actions import end_involvements


def close(request: Request, verb: str, *, reason: str, at: datetime, **values: object) -> None:
    """End the question, which is held still, by a move of its table; part of a larger deed.

    What was asked of other desks is recalled, the clock stops, the holding ends. After an answer
    the desk still sees whom it helps; after any other end nobody does.
    """
    REQUEST.move(request, verb, closed_at=at, close_reason=reason, **values)
    for handover in Handover.objects.filter(request=request, state=HANDOVER_ASKED):
        HANDOVER.move(handover, "recall", settled_at=at)
    end_holding(request, at=at)
    if verb == "answer":
        stop_clock(request, ClockKind.ANSWER, at=at, because=verb)
    else:
        stop_all_clocks(request, at=at, because=verb)
        end_involvements(at=at, because_key=request.key)


@action
def withdraw(*, request: Request, words: str, by: Actor, at: datetime) -> None:
    """The asker no longer asks."""
    hold_still(request)
    close(request, "withdraw", reason="withdrawn", at=at, close_words=words)
    record(by=by, at=at, did="request.withdrawn", about=subjects_of(request))


@action
def send_to_special_route(*, request: Request, route: str, words: str, by: Actor, at: datetime) -> None:
    """Ordinary help is not enough: recorded here, walked in another room."""
    hold_still(request)
    close(request, "send_to_special_route", reason=route, at=at, close_words=words)
    record(by=by, at=at, did="request.sent_to_special_route", about=subjects_of(request), route=route)
    tell_asker(request, because="ended", by=by, at=at)


@action
def close_as_not_possible(
    *, request: Request, reason: str, words: str, instead: str, by: Actor, at: datetime
) -> None:
    """No help could be given: the reason enters the register of unmet need."""
    hold_still(request)
    close(request, "close_as_not_possible", reason=reason, at=at, close_words=words)
    register_unmet_need(
        request_key=request.key,
        family=request.family,
        region=request.region,
        municipality=request.municipality,
        reason=reason,
        words=words,
        instead=instead,
        by=by,
        at=at,
    )
    record(by=by, at=at, did="request.not_possible", about=subjects_of(request), reason=reason)
    tell_asker(request, because="ended", by=by, at=at)


@action
def join(*, request: Request, into: Request, by: Actor, at: datetime) -> None:
    """Two questions of one family become one, which keeps the oldest start.

    Raises ValueError when they are not open questions of the same family, and NotAllowed for a
    young person's own question that she did not agree to lay there.
    """
    for question in (request, into):
        check_may_get_family(question)
    if request.pk == into.pk or request.family_id is None or request.family_id != into.family_id:
        raise ValueError("only questions of the same family are joined")
    for question in sorted((request, into), key=lambda question: question.pk):
        hold_still(question)
    if into.closed_at is not None:
        raise ValueError("a question joins an open one")
    close(request, "join", reason="joined", at=at, joined_to=into)
    keep_oldest_start(into, request.asked_at)
    follow_desk(into)
    record(by=by, at=at, did="request.joined", about=[*subjects_of(request), ("request", into.key)])


@action
def give_family(*, request: Request, family: Family, by: Actor, at: datetime) -> None:
    """A question gets a family and keeps its clocks.

    Raises NotAllowed for a young person's own question without her yes.
    """
    check_may_get_family(request)
    hold_still(request)
    request.family = family
    request.repeat_of = latest_closed_of(family, request.asked_at)
    request.save(update_fields=["family", "repeat_of"])
    keep_item(request, at=at)
    let_in(request, request.desk, at=at)
    if request.worker is not None:
        let_in(request, request.worker, at=at)
    record(by=by, at=at, did="request.got_family", about=subjects_of(request))
