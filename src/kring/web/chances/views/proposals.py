"""Services that fit a goal or a question, and putting one of them on the plan."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kring.foundation.journal import ledger
from kring.offer.directory.search.documents import Answer
from kring.offer.directory.search.folder import BeingWritten
from kring.support.plans.models import Goal
from kring.support.plans.states import DROPPED, ENDED
from kring.support.requests.models import Request
from kring.support.requests.queries import question_for
from kring.trust.access.http import ReadRequest
from kring.trust.access.queries import family_for
from kring.web.chances.needs import need_of_goal, need_of_question
from kring.web.chances.proposing import Need, propose
from kring.web.chances.put_forms import PutForm, PutUnderForm
from kring.web.finding.asked import Asked
from kring.web.finding.results import found_of
from kring.web.plan.sheet import Sheet, sheet_of
from kring.web.shell.guard import helpers_only
from kring.web.together.answering import answered

GET_AND_POST = ["GET", "HEAD", "POST"]


@require_http_methods(GET_AND_POST)
@helpers_only
def for_goal(request: ReadRequest, key: UUID, goal_key: UUID) -> HttpResponse:
    """What fits a goal of this family; one press puts a service on the plan."""
    sheet = sheet_of(request, key)
    goal = _goal(sheet, goal_key)
    about = {"family": sheet.family, "words": goal.words}
    page = partial(_page, request, need_of_goal(sheet, goal), about)
    if request.method == "POST":
        if not sheet.may_change:
            raise PermissionDenied
        return _put(PutForm(request.POST, sheet=sheet, goals=[goal]), page)
    return page(PutForm(sheet=sheet, goals=[goal]) if sheet.may_change else None)


@require_http_methods(GET_AND_POST)
@helpers_only
def for_question(request: ReadRequest, key: UUID) -> HttpResponse:
    """What fits a question; it goes on the plan of its family, under the goal that is chosen."""
    question = question_for(request.reader, key)
    if question is None:
        raise Http404
    ledger.saw("request", question.key)
    sheet = _sheet(request, question)
    need = need_of_question(question, sheet)
    page = partial(_page, request, need, {"question": question, "words": question.words})
    goals = _running(sheet)
    if request.method != "POST":
        return page(PutUnderForm(sheet=sheet, goals=goals) if sheet is not None and goals else None)
    if sheet is None or not goals:
        raise Http404
    return _put(PutUnderForm(request.POST, sheet=sheet, goals=goals), page)


def _sheet(request: ReadRequest, question: Request) -> Sheet | None:
    """The family of a question with its plan; nothing where this reader may not know them."""
    family = question.family
    if family is None or family_for(request.reader, family.key, request.at) is None:
        return None
    return sheet_of(request, family.key)


def _page(
    request: ReadRequest, need: Need, about: dict[str, Any], form: PutForm | None, status: int = 200
) -> HttpResponse:
    """What fits; without a form nothing can be put on a plan."""
    found = found_of(_proposed(need, request.at), Asked(), request.at)
    context = about | {"found": found, "form": form}
    return render(request, "chances/proposals.html", context, status=status)


def _proposed(need: Need, at: datetime) -> Answer:
    try:
        return propose(need, at=at)
    except BeingWritten:
        return Answer(hits=(), total=0)


def _goal(sheet: Sheet, key: UUID) -> Goal:
    """The goal of this plan the reader may see; raises Http404."""
    told = sheet.goals.get(key) if sheet.plan is not None else None
    if told is None:
        raise Http404
    return told.goal


def _running(sheet: Sheet | None) -> list[Goal]:
    """The goals a service can be put under."""
    if sheet is None or not sheet.may_change:
        return []
    return [one.goal for one in sheet.told.goals if one.goal.state not in (ENDED, DROPPED)]


def _put(form: PutForm, page: Callable[[PutForm, int], HttpResponse]) -> HttpResponse:
    plan = reverse("plan:plan", args=[form.sheet.family.key])
    return answered(
        form.sheet.request,
        form,
        said=_("Het aanbod staat op het plan."),
        to=lambda made: f"{plan}#doel-{made.goal.key}",
        again=page,
    )
