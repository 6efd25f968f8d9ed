"""Asking a family how it goes, three, six and twelve months after its plan."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.workflow.transitions import CannotMove
from kring.registry.network.queries import worker_of
from kring.support.plans.actions import ask_after_care, take_after_care
from kring.support.plans.models import AfterCare
from kring.support.plans.queries import after_care_left
from kring.trust.access.http import ReadRequest
from kring.web.plan.look_back import WELL, LookBackForm, check_shown, checks_of
from kring.web.plan.sheet import Sheet, sheet_of
from kring.web.shell.guard import workers_only


@require_http_methods(["GET", "HEAD", "POST"])
@workers_only
def after_care(request: ReadRequest, key: UUID, check_key: UUID) -> HttpResponse:
    """One look back: two buttons and some words; what was said once is read here."""
    sheet = sheet_of(request, key)
    if not sheet.takes_part:
        raise PermissionDenied
    check = _check(sheet, check_key)
    form = LookBackForm(request.POST if request.method == "POST" else None)
    if not form.is_bound:
        return _page(sheet, check, form)
    if not form.is_valid():
        return _page(sheet, check, form, status=422)
    return _asked(sheet, check, form)


@require_POST
@workers_only
def take(request: ReadRequest, check_key: UUID) -> HttpResponse:
    """Look back in the place of who left: for who is on duty where the plan was."""
    left = after_care_left(request.reader, request.at, today=local_day(request.at))
    check = next((row for row in left if row.key == check_key), None)
    if check is None:
        raise Http404
    worker = worker_of(request.reader.worker_id)
    try:
        take_after_care(check=check, worker=worker, by=request.reader.actor, at=request.at)
    except (CannotMove, ValidationError):
        messages.warning(request, _("Iemand was net eerder. Zo staat het nu."))
        return redirect("desk:today")
    messages.success(request, _("Jij volgt dit gezin nu op. Vraag hoe het gaat."))
    return redirect("plan:after_care", check.plan.family.key, check.key)


def _check(sheet: Sheet, key: UUID) -> AfterCare:
    rows = AfterCare.objects.filter(plan__family=sheet.family, key=key)
    found = rows.select_related("plan__family", "asked_by").first()
    if found is None:
        raise Http404
    return found


def _asked(sheet: Sheet, check: AfterCare, form: LookBackForm) -> HttpResponse:
    """Keep how it goes; who was a moment late reads what stands there beside the own words."""
    given, by = form.cleaned_data, sheet.request.reader.actor
    well, words = given["gaat"] == WELL, given["words"]
    try:
        ask_after_care(check=check, goes_well=well, words=words, worker=sheet.worker, by=by, at=sheet.at)
    except ValidationError as wrong:
        form.add_error("words", wrong.messages)
        return _page(sheet, check, form, status=422)
    except CannotMove:
        messages.warning(sheet.request, _("Iemand was net eerder. Zo staat het nu."))
        return _page(sheet, _check(sheet, check.key), form, status=409)
    messages.success(sheet.request, _("Bewaard hoe het gaat."))
    return redirect("plan:plan", sheet.family.key)


def _page(sheet: Sheet, check: AfterCare, form: LookBackForm, *, status: int = 200) -> HttpResponse:
    context = {"family": sheet.family, "one": check_shown(sheet, check), "form": form}
    context["others"] = [other for other in checks_of(sheet) if other.row != check]
    return render(sheet.request, "plan/after_care.html", context, status=status)
