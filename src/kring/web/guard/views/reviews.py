"""The emergency accesses, for the data protection officer: what waits and what was judged."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kring.foundation.ui.refusals import beside
from kring.registry.network.rules import PRIVACY_OFFICER
from kring.trust.access.actions import review_glass
from kring.trust.access.glass import reviews_done
from kring.trust.access.http import ReadRequest
from kring.trust.access.models import BrokenGlass
from kring.trust.access.rules import may_review
from kring.web.guard.forms import ReviewForm
from kring.web.guard.queries import shown_glass, waiting_glass
from kring.web.guard.views.gate import reading, worker_behind

DONE_SINCE = timedelta(days=90)


@require_safe
def reviews(request: ReadRequest) -> HttpResponse:
    """What waits for a verdict, the first due first, and what was judged lately."""
    request = reading(request, PRIVACY_OFFICER)
    context = {
        "waiting": waiting_glass(request.at),
        "done": list(reviews_done(request.at - DONE_SINCE)[:50]),
    }
    return render(request, "guard/reviews.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def review(request: ReadRequest, key: UUID) -> HttpResponse:
    """One emergency access with what was read; POST judges it."""
    request = reading(request, PRIVACY_OFFICER)
    rows = BrokenGlass.objects.select_related("worker", "family", "reviewed_by")
    found = get_object_or_404(rows, key=key)
    form = ReviewForm(request.POST or None, use_required_attribute=False)
    if request.method == "POST" and form.is_valid() and _judged(request, found, form):
        messages.success(request, _("Je oordeel is bewaard."))
        return redirect("guard:reviews")
    context = {
        "one": shown_glass(found, request.at),
        "form": form,
        "may": may_review(found, request.reader.worker_id or 0),
    }
    return render(request, "guard/review.html", context, status=422 if form.errors else 200)


def _judged(request: ReadRequest, found: BrokenGlass, form: ReviewForm) -> bool:
    by, at = request.reader.actor, request.at
    try:
        review_glass(glass=found, reviewer=worker_behind(request), by=by, at=at, **form.cleaned_data)
    except ValidationError as refused:
        beside(form, refused)
        return False
    return True
