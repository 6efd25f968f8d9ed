"""A second pair of eyes on what was agreed, where a partnership wants it."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kring.foundation.workflow.transitions import CannotMove
from kring.support.plans.actions import approve_plan, send_back_plan
from kring.support.plans.models import Revision
from kring.trust.access.http import ReadRequest
from kring.web.plan.judging import GOOD, JudgeForm
from kring.web.plan.revision_page import revision_context, revision_of
from kring.web.plan.sheet import Sheet, sheet_of
from kring.web.shell.guard import workers_only


@require_POST
@workers_only
def judge(request: ReadRequest, key: UUID, revision_key: UUID) -> HttpResponse:
    """Find it good, or send it back with why."""
    sheet = sheet_of(request, key)
    revision = revision_of(sheet, revision_key)
    if revision is None:
        raise Http404
    if not sheet.takes_part:
        raise PermissionDenied
    form = JudgeForm(request.POST)
    if form.is_valid() and _judge(sheet, revision, form):
        return redirect("plan:revision", key, revision_key)
    context = revision_context(sheet, revision) | {"form": form}
    return render(request, "plan/revision.html", context, status=422)


def _judge(sheet: Sheet, revision: Revision, form: JudgeForm) -> bool:
    """Whether it is settled: said now, or by somebody a moment before."""
    given, by = form.cleaned_data, sheet.request.reader.actor
    try:
        if given["oordeel"] == GOOD:
            approve_plan(revision=revision, worker=sheet.worker, by=by, at=sheet.at)
        else:
            words = given["words"]
            send_back_plan(revision=revision, words=words, worker=sheet.worker, by=by, at=sheet.at)
    except ValidationError as wrong:
        form.add_error("words", wrong.messages)
        return False
    except CannotMove:
        messages.warning(sheet.request, _("Iemand was net eerder. Zo staat het nu."))
        return True
    messages.success(sheet.request, _("Bewaard. Wie dit afsprak, krijgt bericht."))
    return True
