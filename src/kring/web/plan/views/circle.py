"""The circle around a family: the picture, and putting somebody in it or elsewhere."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kring.foundation.records.bases import StaleRecord
from kring.foundation.ui.difference import changes_between
from kring.support.circles.actions import add_tie, change_tie, end_tie
from kring.support.circles.models import Tie
from kring.support.circles.queries import tie_for
from kring.trust.access.http import ReadRequest
from kring.web.plan.circle_forms import ChangedTieForm, TieFields, TieForm
from kring.web.plan.circle_page import circle_context
from kring.web.plan.sheet import Sheet, sheet_of
from kring.web.shell.guard import workers_only

GET_AND_POST = ["GET", "HEAD", "POST"]
PLACE = "nieuw"


@require_safe
@workers_only
def circle(request: ReadRequest, key: UUID) -> HttpResponse:
    """The picture with the same people as a list."""
    return render(request, "plan/circle.html", circle_context(sheet_of(request, key)))


@require_http_methods(GET_AND_POST)
@workers_only
def tie_new(request: ReadRequest, key: UUID) -> HttpResponse:
    """Put somebody of the own network into the circle."""
    sheet = _writable(request, key)
    form = TieForm(request.POST if request.method == "POST" else None, sheet=sheet, place=PLACE)
    if request.method != "POST":
        return _form(sheet, form, None)
    if not form.is_valid():
        return _form(sheet, form, None, status=422)
    add_tie(
        family=sheet.family,
        about=form.people("about"),
        facts=form.facts(),
        author=sheet.worker,
        owner=sheet.organisation,
        by=request.reader.actor,
        at=request.at,
        key=form.cleaned_data["submission"],
    )
    messages.success(request, _("Bewaard."))
    return redirect("plan:circle", key=key)


@require_http_methods(GET_AND_POST)
@workers_only
def tie(request: ReadRequest, key: UUID, tie_key: UUID) -> HttpResponse:
    """Say somebody of the circle otherwise; who comes second reads both."""
    sheet = _writable(request, key)
    one = _tie(sheet, tie_key)
    if request.method != "POST":
        return _form(sheet, ChangedTieForm(sheet=sheet, part=one, place=PLACE), one)
    form = ChangedTieForm(request.POST, sheet=sheet, part=one, place=PLACE)
    if not form.is_valid():
        return _form(sheet, form, one, status=422)
    deed: dict[str, Any] = {"by": request.reader.actor, "at": request.at}
    try:
        change_tie(tie=one, version=form.cleaned_data["version"], facts=form.facts(), **deed)
    except StaleRecord as stale:
        return _stale(sheet, form, stale)
    messages.success(request, _("Bewaard."))
    return redirect("plan:circle", key=key)


@require_POST
@workers_only
def tie_end(request: ReadRequest, key: UUID, tie_key: UUID) -> HttpResponse:
    """Somebody no longer belongs to the circle."""
    sheet = _writable(request, key)
    end_tie(tie=_tie(sheet, tie_key), by=request.reader.actor, at=request.at)
    messages.success(request, _("Bewaard."))
    return redirect("plan:circle", key=key)


def _writable(request: ReadRequest, key: UUID) -> Sheet:
    sheet = sheet_of(request, key)
    if not sheet.takes_part:
        raise PermissionDenied
    return sheet


def _tie(sheet: Sheet, key: UUID) -> Tie:
    found = tie_for(sheet.request.reader, sheet.family, key, sheet.at)
    if found is None:
        raise Http404
    return found


def _stale(sheet: Sheet, form: ChangedTieForm, stale: StaleRecord) -> HttpResponse:
    current: Any = stale.current
    mine = {name: form[name].value() for name in form.labels()}
    again = ChangedTieForm(sheet=sheet, part=current, place=PLACE)
    labels = again.labels()
    changes = changes_between(
        labels,
        {name: form.shown(name, value) for name, value in mine.items()},
        {name: again.shown(name, getattr(current, name)) for name in labels},
    )
    again.initial.update(mine)
    return _form(sheet, again, current, status=409, changes=changes)


def _form(
    sheet: Sheet, form: TieFields, one: Tie | None, *, status: int = 200, **more: Any
) -> HttpResponse:
    context = {"family": sheet.family, "form": form, "tie": one, **more}
    alone = sheet.request.htmx and sheet.request.method != "POST"
    page = "plan/tie_form.html" if alone else "plan/tie.html"
    return render(sheet.request, page, context, status=status)
