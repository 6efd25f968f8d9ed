"""The warm hand-over: it moves only on acceptance, and comes back when nobody answers."""

from collections.abc import Callable
from datetime import datetime

from kring.foundation.deadlines.queries import due_for
from kring.foundation.journal.actor import SYSTEM, Actor
from kring.foundation.journal.recording import action, record
from kring.foundation.keys.sealing import hash_code, new_link_token
from kring.foundation.outbox.actions import Recipient, post
from kring.foundation.workflow.transitions import CannotMove
from kring.registry.network.models import Desk, Worker
from kring.support.requests.actions.holding import lay_on, subjects_of
from kring.support.requests.actions.standing import hold_still, hold_where_seen
from kring.support.requests.actions.telling import tell_asker
from kring.support.requests.models import AnswerLink, Handover, Request
from kring.support.requests.queries import handovers_to_remind, handovers_to_return
from kring.support.requests.states import HANDOVER, HANDOVER_ASKED, OPEN


class AlreadyAsked(Exception):
    """The question already waits for the answer of another desk."""


@action
def ask_handover(
    *, request: Request, to_desk: Desk, words: str, worker: Worker | None, by: Actor, at: datetime
) -> Handover:
    """Ask another desk to take the question over; until it says yes the question stays."""
    hold_where_seen(request, "ask_handover")
    if request.state not in OPEN:
        raise AlreadyAsked
    if Handover.objects.filter(request=request, state=HANDOVER_ASKED).exists():
        raise AlreadyAsked
    handover = Handover.objects.create(
        request=request,
        from_desk_id=request.desk_id,
        to_desk=to_desk,
        asked_by=worker,
        words=words,
        asked_at=at,
        remind_at=due_for("handover_reminder", at),
        return_at=due_for("handover_return", at),
    )
    _send_answer_link(handover, text="handover_asked", by=by, at=at)
    record(by=by, at=at, did="handover.asked", about=subjects_of(request), to=str(to_desk.key))
    return handover


@action
def accept_handover(*, handover: Handover, worker: Worker | None, by: Actor, at: datetime) -> None:
    """The receiver says yes: from now on the question lies there, and nowhere else.

    The asker is told over their safe channel that something changed, not what.
    Raises CannotMove when the hand-over was settled or the question closed in the meantime.
    """
    hold_still(handover.request)
    HANDOVER.move(handover, "accept", settled_at=at, settled_by=worker)
    lay_on(handover.request, handover.to_desk, at=at)
    record(by=by, at=at, did="handover.accepted", about=subjects_of(handover.request))
    _tell_sender(handover, by=by, at=at)
    tell_asker(handover.request, because=f"handover:{handover.key}", by=by, at=at)


@action
def refuse_handover(
    *, handover: Handover, reason: str, words: str, worker: Worker | None, by: Actor, at: datetime
) -> None:
    """The receiver says no, with a coded reason and words; the question stays with the sender."""
    hold_still(handover.request)
    HANDOVER.move(
        handover,
        "refuse",
        settled_at=at,
        settled_by=worker,
        refusal_reason=reason,
        refusal_words=words,
    )
    record(by=by, at=at, did="handover.refused", about=subjects_of(handover.request), reason=reason)
    _tell_sender(handover, by=by, at=at)


@action
def recall_handover(*, handover: Handover, by: Actor, at: datetime) -> None:
    """The sender takes the asking back."""
    hold_still(handover.request)
    HANDOVER.move(handover, "recall", settled_at=at)
    record(by=by, at=at, did="handover.recalled", about=subjects_of(handover.request))


@action
def ask_to_be_called(*, handover: Handover, by: Actor, at: datetime) -> None:
    """ "Bel mij": the receiver wants to talk first; the term runs on."""
    if not Handover.objects.filter(pk=handover.pk, state=HANDOVER_ASKED).update(call_me=True):
        raise CannotMove(handover, "call_me")
    handover.call_me = True
    record(by=by, at=at, did="handover.call_me", about=subjects_of(handover.request))
    _tell_sender(handover, by=by, at=at)


def remind_and_return(*, at: datetime) -> tuple[int, int]:
    """Remind the desks that did not answer and give back what waited too long; by the clock."""
    returned = [_settled(_return, item, at) for item in handovers_to_return(at)]
    reminded = [_settled(_remind, item, at) for item in handovers_to_remind(at)]
    return sum(reminded), sum(returned)


def _settled(deed: Callable[..., None], handover: Handover, at: datetime) -> bool:
    """False where the receiver or the sender was just before the clock."""
    try:
        deed(handover=handover, by=SYSTEM, at=at)
    except CannotMove:
        return False
    return True


@action
def _remind(*, handover: Handover, by: Actor, at: datetime) -> None:
    waiting = Handover.objects.filter(pk=handover.pk, state=HANDOVER_ASKED)
    if not waiting.filter(reminded_at__isnull=True).update(reminded_at=at):
        raise CannotMove(handover, "remind")
    handover.reminded_at = at
    _send_answer_link(handover, text="handover_reminder", by=by, at=at)
    record(by=by, at=at, did="handover.reminded", about=subjects_of(handover.request))


@action
def _return(*, handover: Handover, by: Actor, at: datetime) -> None:
    hold_still(handover.request)
    HANDOVER.move(handover, "return", settled_at=at)
    record(by=by, at=at, did="handover.returned", about=subjects_of(handover.request))
    _tell_sender(handover, by=by, at=at)


def _send_answer_link(handover: Handover, *, text: str, by: Actor, at: datetime) -> None:
    token = new_link_token()
    AnswerLink.objects.create(
        handover=handover,
        token_hash=hash_code(token),
        created_at=at,
        expires_at=due_for("answer_link_days", at),
    )
    post(
        by=by,
        at=at,
        to=Recipient("desk", handover.to_desk.key),
        text=text,
        link=f"/antwoord/{token}",
        once=f"{text}:{handover.key}",
    )


def _tell_sender(handover: Handover, *, by: Actor, at: datetime) -> None:
    post(
        by=by,
        at=at,
        to=Recipient("desk", handover.from_desk.key),
        text="handover_settled",
        link="/vragen",
        once=f"settled:{handover.key}:{handover.state}:{handover.call_me}",
    )
