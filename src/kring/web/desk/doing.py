"""What each deed on a question does: a form that was right becomes one action."""

from datetime import datetime, time
from typing import Any, cast

from django.http import HttpRequest
from django.utils.translation import get_language

from kring.foundation.deadlines.calendar import LOCAL, local_day
from kring.foundation.journal.actor import Actor
from kring.registry.network.models import Worker
from kring.registry.network.queries import worker_of
from kring.registry.people.actions import add_member, register_family
from kring.registry.people.models import FamilyMembership
from kring.support.plans.actions import take_with_plan
from kring.support.requests import actions
from kring.support.requests.models import Request
from kring.support.requests.rules import stands_alone
from kring.trust.access.http import ReadRequest
from kring.trust.consent.actions import HowAsked

NOON = time(12)


def _who(page: HttpRequest) -> tuple[Worker, Actor, datetime]:
    known = cast("ReadRequest", page)
    return worker_of(known.reader.worker_id), known.reader.actor, known.at


def take(page: HttpRequest, on: Any, _values: dict[str, Any]) -> None:
    worker, by, at = _who(page)
    take_with_plan(request=on.request, worker=worker, by=by, at=at)


def let_go(page: HttpRequest, on: Any, _values: dict[str, Any]) -> None:
    _worker, by, at = _who(page)
    actions.let_go(request=on.request, by=by, at=at)


def describe(page: HttpRequest, on: Any, values: dict[str, Any]) -> None:
    _worker, by, at = _who(page)
    actions.describe(request=on.request, by=by, at=at, **values)


def contradict(page: HttpRequest, on: Any, values: dict[str, Any]) -> None:
    """The asker said so here, without the code: the same as on the status page."""
    _worker, by, at = _who(page)
    actions.dispute(answer=on.answer, words=values["words"], by=by, at=at)


def advise(page: HttpRequest, on: Any, values: dict[str, Any]) -> None:
    """Told today counts now; told earlier counts at noon of that day."""
    worker, by, at = _who(page)
    told = values["told_on"]
    told_at = at if told == local_day(at) else datetime.combine(told, NOON, tzinfo=LOCAL)
    actions.give_advice(
        request=on.request, what=values["what"], told_at=told_at, worker=worker, by=by, at=at
    )


def offer(page: HttpRequest, on: Any, values: dict[str, Any]) -> None:
    worker, by, at = _who(page)
    actions.offer_help(request=on.request, worker=worker, by=by, at=at, **values)


def confirm(page: HttpRequest, on: Any, _values: dict[str, Any]) -> None:
    _worker, by, at = _who(page)
    actions.family_confirms(answer=on.answer, by=by, at=at)


def service_accepts(page: HttpRequest, on: Any, _values: dict[str, Any]) -> None:
    _worker, by, at = _who(page)
    actions.service_accepts(answer=on.answer, by=by, at=at)


def service_declines(page: HttpRequest, on: Any, _values: dict[str, Any]) -> None:
    _worker, by, at = _who(page)
    actions.service_declines(answer=on.answer, by=by, at=at)


def hand_over(page: HttpRequest, on: Any, values: dict[str, Any]) -> None:
    worker, by, at = _who(page)
    actions.ask_handover(
        request=on.request,
        to_desk=values["to_desk"],
        words=values["words"],
        worker=worker,
        by=by,
        at=at,
    )


def recall(page: HttpRequest, on: Any, _values: dict[str, Any]) -> None:
    _worker, by, at = _who(page)
    actions.recall_handover(handover=on.handover, by=by, at=at)


def support(page: HttpRequest, on: Any, values: dict[str, Any]) -> None:
    """Begun today counts now; begun earlier counts at noon of that day (rulebook, help that starts)."""
    _worker, by, at = _who(page)
    day = values["began_on"]
    noon = max(datetime.combine(day, NOON, tzinfo=LOCAL), on.request.asked_at)
    began = at if day == local_day(at) else noon
    actions.record_support(request=on.request, kind=values["kind"], by=by, at=at, began_at=began)


def give_family(page: HttpRequest, on: Any, values: dict[str, Any]) -> None:
    """One of the reader's own families, or a new one in which the asker is the first member.

    To a known family the asker belongs when the reader says as who: they may stand there already.
    """
    _worker, by, at = _who(page)
    family = values["family"]
    role = values["role"]
    if family is None:
        family = register_family(by=by, at=at, name=values["name"])
        role = role or _usual_role(on.request)
    if on.request.asker is not None and role:
        add_member(by=by, at=at, family=family, person=on.request.asker, role=role)
    actions.give_family(request=on.request, family=family, by=by, at=at)


def _usual_role(request: Request) -> str:
    alone = stands_alone(request)
    return FamilyMembership.Role.CHILD if alone else FamilyMembership.Role.PARENT


def answer_about_family(page: HttpRequest, on: Any, values: dict[str, Any]) -> None:
    """What a young person said after the words of the form were read to her."""
    worker, by, at = _who(page)
    how = HowAsked(
        asked_alone=values["asked_alone"],
        language=get_language() or "",
        text_read=actions.FAMILY_TEXT,
        recorded_by=worker,
    )
    actions.answer_about_family(request=on.request, outcome=values["outcome"], how=how, by=by, at=at)


def join(page: HttpRequest, on: Any, values: dict[str, Any]) -> None:
    _worker, by, at = _who(page)
    actions.join(request=on.request, into=values["into"], by=by, at=at)


def withdraw(page: HttpRequest, on: Any, values: dict[str, Any]) -> None:
    _worker, by, at = _who(page)
    actions.withdraw(request=on.request, words=values["words"], by=by, at=at)


def special_route(page: HttpRequest, on: Any, values: dict[str, Any]) -> None:
    _worker, by, at = _who(page)
    actions.send_to_special_route(request=on.request, by=by, at=at, **values)


def not_possible(page: HttpRequest, on: Any, values: dict[str, Any]) -> None:
    _worker, by, at = _who(page)
    actions.close_as_not_possible(request=on.request, by=by, at=at, **values)
