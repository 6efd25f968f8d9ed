"""The story of one question: where it lay, what was asked of whom, what was decided, in order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from operator import attrgetter
from typing import Any

from django.db.models import QuerySet

from kring.foundation.records.together import Together
from kring.registry.network.models import Desk, Worker
from kring.support.requests.models import (
    Answer,
    Clock,
    Handover,
    Holding,
    IntakeDecision,
    Request,
)
from kring.support.requests.states import (
    ACCEPTED,
    DECLINED,
    DISPUTED,
    RECALLED,
    REFUSED,
    RETURNED,
)


class Turn(StrEnum):
    """What may happen in the story of a question."""

    ASKED = "asked"
    LAY = "lay"
    TAKEN = "taken"
    HANDOVER_ASKED = "handover_asked"
    HANDOVER_ACCEPTED = "handover_accepted"
    HANDOVER_REFUSED = "handover_refused"
    HANDOVER_RETURNED = "handover_returned"
    HANDOVER_RECALLED = "handover_recalled"
    ANSWER_GIVEN = "answer_given"
    ANSWER_COUNTED = "answer_counted"
    ANSWER_DECLINED = "answer_declined"
    ANSWER_DISPUTED = "answer_disputed"
    DECIDED = "decided"
    SUPPORT = "support"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Moment:
    """One turn of the story; ``about`` is the record it comes from, ``words`` what was said."""

    at: datetime
    turn: Turn
    desk: Desk | None = None
    worker: Worker | None = None
    words: str = ""
    code: str = ""
    about: Handover | Answer | IntakeDecision | None = None


SETTLED = {
    ACCEPTED: Turn.HANDOVER_ACCEPTED,
    REFUSED: Turn.HANDOVER_REFUSED,
    RETURNED: Turn.HANDOVER_RETURNED,
    RECALLED: Turn.HANDOVER_RECALLED,
}
ORDER = list(Turn)


def story_of(request: Request, clocks: Iterable[Clock]) -> list[Moment]:
    """Everything that happened to the question, the oldest first; one read beside its clocks."""
    found = {
        name: sorted(rows, key=attrgetter("pk"))
        for name, rows in _STORY.lists(request=request.pk).items()
    }
    moments = [Moment(request.asked_at, Turn.ASKED, code=request.door)]
    moments += _lay(found["holdings"])
    moments += _handed(found["handovers"])
    moments += _answered(found["answers"])
    moments += _decided(found["decisions"])
    moments += _supported(clocks)
    if request.closed_at is not None and request.state != "answered":
        moments.append(
            Moment(request.closed_at, Turn.ENDED, words=request.close_words, code=request.state)
        )
    return sorted(moments, key=lambda moment: (moment.at, ORDER.index(moment.turn)))


def _lay(rows: Iterable[Holding]) -> list[Moment]:
    return [
        Moment(row.starts_at, Turn.TAKEN if row.worker_id else Turn.LAY, row.desk, row.worker)
        for row in rows
    ]


def _handed(rows: Iterable[Handover]) -> list[Moment]:
    moments = []
    for row in rows:
        moments.append(
            Moment(row.asked_at, Turn.HANDOVER_ASKED, row.to_desk, row.asked_by, row.words, about=row)
        )
        if row.settled_at is not None:
            moments.append(
                Moment(
                    row.settled_at,
                    SETTLED[row.state],
                    row.to_desk,
                    row.settled_by,
                    row.refusal_words,
                    row.refusal_reason,
                    row,
                )
            )
    return moments


def _answered(rows: Iterable[Answer]) -> list[Moment]:
    moments = []
    for row in rows:
        moments.append(
            Moment(row.given_at, Turn.ANSWER_GIVEN, None, row.given_by, row.what, row.kind, row)
        )
        if row.counted_at is not None:
            moments.append(Moment(row.counted_at, Turn.ANSWER_COUNTED, code=row.counted_by, about=row))
        if row.state in (DECLINED, DISPUTED):
            turn = Turn.ANSWER_DECLINED if row.state == DECLINED else Turn.ANSWER_DISPUTED
            moments.append(
                Moment(row.settled_at or row.given_at, turn, words=row.dispute_words, about=row)
            )
    return moments


def _decided(rows: Iterable[IntakeDecision]) -> list[Moment]:
    return [
        Moment(row.decided_at, Turn.DECIDED, None, row.coach, row.words, row.decision, row)
        for row in rows
    ]


def _supported(clocks: Iterable[Clock]) -> list[Moment]:
    return [
        Moment(row.stopped_at, Turn.SUPPORT, code=row.kind)
        for row in clocks
        if row.stopped_at is not None and row.kind == row.stopped_because
    ]


def _holdings(request: int) -> QuerySet[Holding, Any]:
    rows = Holding.objects.filter(request=request)
    return rows.select_related("desk__organisation", "worker")


def _handovers(request: int) -> QuerySet[Handover, Any]:
    rows = Handover.objects.filter(request=request)
    return rows.select_related("from_desk", "to_desk", "asked_by", "settled_by")


def _answers(request: int) -> QuerySet[Answer, Any]:
    return Answer.objects.filter(request=request).select_related("starter", "given_by")


def _decisions(request: int) -> QuerySet[IntakeDecision, Any]:
    return IntakeDecision.objects.filter(request=request).select_related("coach")


_STORY = Together(holdings=_holdings, handovers=_handovers, answers=_answers, decisions=_decisions)
