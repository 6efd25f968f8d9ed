"""The answer from a mail: the page shows, the form answers, and the link works once."""

from datetime import datetime

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from kring.foundation.workflow.transitions import CannotMove
from kring.support.requests.actions import LinkIsDead, answer_by_link
from kring.support.requests.models import AnswerLink
from kring.support.requests.queries import link_by_token, link_is_alive
from kring.web.portal.forms import LinkForm
from kring.web.portal.queries import asked_of_desk

GONE = 410


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
def link(request: HttpRequest, token: str) -> HttpResponse:
    """What a desk is asked, and its yes, no or "call us"."""
    at: datetime = request.at  # type: ignore[attr-defined]
    found = link_by_token(token)
    if found is None or not link_is_alive(found, at):
        return _gone(request)
    form = LinkForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        return _answer(request, found, form, at)
    context = {"form": form, "asked": asked_of_desk(found.handover, at), "at": at}
    return render(request, "portal/link.html", context, status=422 if form.is_bound else 200)


@login_not_required
@require_safe
def answered(request: HttpRequest, says: str) -> HttpResponse:
    """Thanks, and what happens next."""
    return render(request, "portal/link_answered.html", {"says": says})


def _answer(request: HttpRequest, found: AnswerLink, form: LinkForm, at: datetime) -> HttpResponse:
    given = form.cleaned_data
    try:
        answer_by_link(
            link=found, says=given["says"], reason=given["reason"], words=given["words"], at=at
        )
    except (LinkIsDead, CannotMove):
        return _gone(request)
    return redirect("portal:answered", given["says"])


def _gone(request: HttpRequest) -> HttpResponse:
    """The same page for a link that never was, is used, is too old, or was answered otherwise."""
    return render(request, "portal/link_gone.html", status=GONE)
