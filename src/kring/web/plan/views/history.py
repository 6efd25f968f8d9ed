"""How a plan stood before, and what changed since, in sentences."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kring.foundation.journal import ledger
from kring.support.plans.models import Plan
from kring.support.plans.queries import (
    changes_between,
    plan_as_it_stands,
    revision_page,
    revisions_of,
)
from kring.trust.access.http import ReadRequest
from kring.web.plan.revision_page import revision_context, revision_of
from kring.web.plan.sheet import sheet_of
from kring.web.shell.guard import workers_only


@require_safe
@workers_only
def history(request: ReadRequest, key: UUID) -> HttpResponse:
    """When the plan was kept, the newest first, and what changed since the last time."""
    sheet = sheet_of(request, key)
    plans = list(Plan.objects.filter(family=sheet.family).order_by("-starts_at", "-pk"))
    ledger.saw_all("plan", (plan.key for plan in plans))
    kept = [(plan, list(revisions_of(plan))) for plan in plans]
    changes: list[str] = []
    if kept and kept[0][1]:
        plan, revisions = kept[0]
        now = plan_as_it_stands(request.reader, plan, request.at)
        changes = changes_between(revision_page(request.reader, revisions[0], request.at), now)
    context = {"family": sheet.family, "kept": kept, "changes": changes}
    return render(request, "plan/history.html", context)


@require_safe
@workers_only
def revision(request: ReadRequest, key: UUID, revision_key: UUID) -> HttpResponse:
    """The plan as it stood then, as far as this reader may see it now."""
    sheet = sheet_of(request, key)
    found = revision_of(sheet, revision_key)
    if found is None:
        raise Http404
    return render(request, "plan/revision.html", revision_context(sheet, found))
