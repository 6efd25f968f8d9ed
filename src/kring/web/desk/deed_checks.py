"""Whether a deed on a question means anything here, and whether this reader may do it.

Each check raises NotAllowed with the sentence that stands in place of the button; it returns False
where the deed means nothing now.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _g

from kring.support.requests import rules
from kring.support.requests.models import Answer, Handover, Request
from kring.support.requests.states import COUNTED, GIVEN
from kring.trust.access.readers import Reader
from kring.web.desk.forms import may_be_joined


@dataclass(frozen=True, slots=True)
class Subject:
    """The question with what hangs on it now, as the deeds look at it."""

    request: Request
    handover: Handover | None = None
    answer: Answer | None = None


def take(reader: Reader, on: Subject) -> bool:
    if on.request.worker_id == reader.worker_id or on.request.closed_at:
        return False
    rules.check_may_take(reader, on.request)
    return True


def let_go(reader: Reader, on: Subject) -> bool:
    if on.request.worker_id is None or on.request.closed_at:
        return False
    rules.check_may_let_go(reader, on.request)
    return True


def is_open(reader: Reader, on: Subject) -> bool:
    if on.request.closed_at:
        return False
    rules.check_may_work_on_open(reader, on.request)
    return True


def hand_over(reader: Reader, on: Subject) -> bool:
    return on.handover is None and is_open(reader, on)


def recall(reader: Reader, on: Subject) -> bool:
    if on.handover is None:
        return False
    rules.check_may_recall(reader, on.handover)
    return True


def answer(reader: Reader, on: Subject) -> bool:
    if not is_open(reader, on):
        return False
    if on.answer is not None and on.answer.state == GIVEN:
        raise rules.NotAllowed(_g("Er is al hulp genoemd. Wacht op het antwoord van die dienst."))
    return True


def confirm(reader: Reader, on: Subject) -> bool:
    offered = on.answer is not None and on.answer.state == GIVEN
    return offered and is_open(reader, on)


def service(reader: Reader, on: Subject) -> bool:
    if on.answer is None or on.answer.state != GIVEN:
        return False
    if on.answer.starter_id not in reader.organisation_ids:
        return False
    rules.check_may_accept_answer(reader, on.answer)
    return True


def support(reader: Reader, on: Subject) -> bool:
    if on.request.state not in ("asked", "taken", "answered"):
        return False
    rules.check_may_work_on(reader, on.request)
    return True


def family(reader: Reader, on: Subject) -> bool:
    if on.request.family_id is not None or not is_open(reader, on):
        return False
    rules.check_may_get_family(on.request)
    return True


def own_question(reader: Reader, on: Subject) -> bool:
    known = on.request.asker_id is not None
    return known and rules.stands_alone(on.request) and is_open(reader, on)


def join(reader: Reader, on: Subject) -> bool:
    if on.request.family_id is None or not is_open(reader, on):
        return False
    return may_be_joined(on.request, reader)


def describe(reader: Reader, on: Subject) -> bool:
    return is_open(reader, on)


def contradict(reader: Reader, on: Subject) -> bool:
    """An answer stands, and the asker said at the desk that it is none."""
    if on.answer is None or on.answer.state not in (GIVEN, COUNTED):
        return False
    if on.request.state not in ("asked", "taken", "answered"):
        return False
    rules.check_may_work_on(reader, on.request)
    return True
