"""The plan of a family on one page, and everything that can be done on it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.records.bases import StaleRecord
from kring.foundation.ui.addresses import address_of
from kring.foundation.ui.refusals import beside
from kring.foundation.workflow.transitions import CannotMove
from kring.trust.access.http import ReadRequest
from kring.web.plan.deeds import ACTION, BEGINS, DEEDS, GOAL, PLAN, SAFETY, Deed
from kring.web.plan.page import Opened, context_of, drawn_form, opened
from kring.web.plan.rows import Rows
from kring.web.plan.saving import merged, refreshed
from kring.web.plan.sheet import Sheet, sheet_of
from kring.web.shell.guard import workers_only

GET_AND_POST = ["GET", "HEAD", "POST"]


@require_safe
@workers_only
def plan(request: ReadRequest, key: UUID) -> HttpResponse:
    """The plan of a family, or the form to begin one; 404 for who is not involved."""
    return _page(sheet_of(request, key))


@require_http_methods(GET_AND_POST)
@workers_only
def deed(request: ReadRequest, key: UUID, name: str) -> HttpResponse:
    """A deed on the plan as a whole."""
    return _deed(sheet_of(request, key), DEEDS.get((PLAN, name)), None)


@require_http_methods(GET_AND_POST)
@workers_only
def part_deed(request: ReadRequest, key: UUID, on: str, part_key: UUID, name: str) -> HttpResponse:
    """A deed on one goal, one action or one safety agreement."""
    sheet = sheet_of(request, key)
    return _deed(sheet, DEEDS.get((on, name)), _part(sheet, on, part_key))


def _part(sheet: Sheet, on: str, key: UUID) -> Any:
    """The goal, action or safety agreement the reader may see; raises Http404."""
    goal, action = sheet.goals.get(key), sheet.actions.get(key)
    if on == GOAL and goal is not None:
        return goal.goal
    if on == ACTION and action is not None:
        return action.action
    agreed = next((one for one in sheet.told.safety if one.key == key), None)
    if on == SAFETY and agreed is not None:
        return agreed
    raise Http404


def _deed(sheet: Sheet, chosen: Deed | None, part: Any) -> HttpResponse:
    if chosen is None or (chosen.name in BEGINS) is (sheet.plan is not None):
        return _elsewhere(sheet, chosen)
    if not sheet.takes_part:
        raise PermissionDenied
    if sheet.request.method == "POST":
        return _do(sheet, chosen, part) if chosen.form is not None else _tap(sheet, chosen, part)
    if chosen.form is None:
        return _back(sheet, "")
    return _form(sheet, opened(sheet, chosen, part))


def _elsewhere(sheet: Sheet, chosen: Deed | None) -> HttpResponse:
    """A deed that is none, or that means nothing here: a plan that has begun begins no more."""
    if chosen is None or sheet.plan is None:
        raise Http404
    return _back(sheet, "")


def _form(sheet: Sheet, one: Opened) -> HttpResponse:
    """The form alone where it is opened in its place, or on a page of its own."""
    if sheet.request.htmx:
        return HttpResponse(drawn_form(sheet, one))
    return render(sheet.request, "plan/deed.html", {"family": sheet.family, "sheet": sheet, "one": one})


def _do(sheet: Sheet, chosen: Deed, part: Any) -> HttpResponse:
    """Do one deed of a form; what goes wrong is said in its place, with the own text kept."""
    one = opened(sheet, chosen, part, sheet.request.POST)
    if not one.form.is_valid():
        return _page(sheet, one, status=422)
    try:
        place = chosen.run(sheet, part, one.form)
    except StaleRecord as stale:
        return _page(refreshed(sheet), merged(sheet, one, stale), status=409)
    except ValidationError as wrong:
        beside(one.form, wrong)
        return _page(refreshed(sheet), one, status=422)
    except CannotMove:
        return _page(refreshed(sheet), one, _("Iemand was net eerder. Zo staat het nu."), status=409)
    messages.success(sheet.request, str(chosen.done))
    return _back(sheet, place)


def _tap(sheet: Sheet, chosen: Deed, part: Any) -> HttpResponse:
    """A deed of one tap: the row as it stands then, or the page."""
    try:
        place = chosen.run(sheet, part, None)
    except ValidationError as wrong:
        return _page(refreshed(sheet), notice=" ".join(wrong.messages), status=422)
    except CannotMove:
        if not sheet.request.htmx:
            notice = _("Iemand was net eerder. Zo staat het nu.")
            return _page(refreshed(sheet), notice=notice, status=409)
        place = ""
    if sheet.request.htmx and chosen.on == ACTION:
        return _row(sheet, part)
    return _back(sheet, place)


def _row(sheet: Sheet, part: Any) -> HttpResponse:
    part.refresh_from_db()
    return HttpResponse(Rows(sheet, local_day(sheet.at)).one(part))


def _back(sheet: Sheet, place: str) -> HttpResponse:
    url = address_of("plan:plan", sheet.family.key)
    return redirect(f"{url}#{place}" if place else url)


def _page(
    sheet: Sheet, one: Opened | None = None, notice: str = "", *, status: int = 200
) -> HttpResponse:
    template = "plan/plan.html" if sheet.plan is not None else "plan/begin.html"
    return render(sheet.request, template, context_of(sheet, one, notice), status=status)
