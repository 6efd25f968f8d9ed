"""What stands beside the questions of one page: read at once, however many there are."""

from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from django.db.models import QuerySet

from kring.foundation.records.together import Together
from kring.support.requests.models import Answer, Handover, Request
from kring.support.requests.queries.basic import protected_among
from kring.support.requests.states import COUNTED, GIVEN, HANDOVER_ASKED


@dataclass(frozen=True, slots=True)
class Beside:
    """By inner number of the question."""

    hidden: set[int]
    """Of these nobody may learn the municipality."""
    handovers: dict[int, Handover]
    """The hand-over it waits for."""
    answers: dict[int, Answer]
    """The answer that waits for a yes or counts."""


def beside(requests: Iterable[Request]) -> Beside:
    """What stands beside these questions, in one read."""
    found = _BESIDE.lists(ids=tuple(row.pk for row in requests))
    return Beside(
        hidden=set(found["hidden"]),
        handovers={row.request_id: row for row in sorted(found["handovers"], key=attrgetter("pk"))},
        answers={row.request_id: row for row in sorted(found["answers"], key=attrgetter("pk"))},
    )


def _handovers(*, ids: tuple[int, ...]) -> QuerySet[Handover]:
    asked = Handover.objects.filter(request__in=ids, state=HANDOVER_ASKED)
    return asked.select_related("to_desk").order_by("pk")


def _answers(*, ids: tuple[int, ...]) -> QuerySet[Answer]:
    rows = Answer.objects.filter(request__in=ids, state__in=[GIVEN, COUNTED])
    return rows.select_related("starter").order_by("pk")


_BESIDE = Together(hidden=protected_among, handovers=_handovers, answers=_answers)
