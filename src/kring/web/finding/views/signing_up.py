"""Saying that one comes to an activity, and taking it back with a code. No account is needed."""

from datetime import datetime, timedelta
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from kring.foundation.journal.actor import VISITOR
from kring.foundation.records.local_text import in_language
from kring.foundation.ui.errors import error_page
from kring.offer.directory.actions import cancel_sign_up, sign_up
from kring.offer.directory.models import ActivityDate
from kring.offer.directory.states import SHOWN
from kring.web.finding.forms import SignOffForm, SignUpForm
from kring.web.finding.frame import framed
from kring.web.shell.visitor_limits import count_wrong_code, may_send_form, may_try_code

SENT = "finding.signed_up"
SHOWN_FOR = timedelta(minutes=15)
"""How long the page with the code can be opened again: this may be a shared computer."""


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
def sign_up_page(request: HttpRequest, key: UUID) -> HttpResponse:
    """Name, how many, and a way to be told that it does not go on."""
    at: datetime = request.at  # type: ignore[attr-defined]
    date = _date(key)
    form = SignUpForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        if not may_send_form(request, at):
            return error_page(request, 429)
        if code := _signed_up(form, date, at):
            request.session[SENT] = [str(date.key), code, at.isoformat()]
            return redirect("finding:signed_up")
    context = framed(request) | {"form": form, "date": date, **_names(date)}
    return render(request, "finding/sign_up.html", context, status=422 if form.is_bound else 200)


@login_not_required
@require_safe
@cache_control(private=True, no_store=True)
def signed_up(request: HttpRequest) -> HttpResponse:
    """When it is, and the code with which it is taken back."""
    at: datetime = request.at  # type: ignore[attr-defined]
    key, code, moment = request.session.get(SENT, ("", "", ""))
    if not moment or at - datetime.fromisoformat(moment) > SHOWN_FOR:
        return redirect("finding:search")
    date = _date(UUID(key))
    context = framed(request) | {"date": date, "code": code, **_names(date)}
    return render(request, "finding/signed_up.html", context)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
def sign_off(request: HttpRequest) -> HttpResponse:
    """Take a sign-up back; the code goes in the body, never in an address."""
    at: datetime = request.at  # type: ignore[attr-defined]
    form = SignOffForm(request.POST if request.method == "POST" else None)
    if form.is_bound and not may_try_code(request, at):
        return error_page(request, 429)
    if form.is_bound and form.is_valid():
        if cancel_sign_up(code=form.cleaned_data["code"], by=VISITOR, at=at) is not None:
            return render(request, "finding/signed_off.html", framed(request))
        if not count_wrong_code(request, at):
            return error_page(request, 429)
        form.add_error("code", _("Met deze code vinden we niets. Kijk elke letter en elk cijfer na."))
    context = framed(request) | {"form": form}
    return render(request, "finding/sign_off.html", context, status=422 if form.is_bound else 200)


def _date(key: UUID) -> ActivityDate:
    """A date of something that is shown."""
    rows = ActivityDate.objects.select_related("activity__service__organization", "activity__location")
    found = rows.filter(key=key, activity__service__state__in=SHOWN).first()
    if found is None:
        raise Http404
    return found


def _names(date: ActivityDate) -> dict[str, str]:
    activity = date.activity
    return {
        "name": in_language(activity.name),
        "of": in_language(activity.service.organization.name),
    }


def _signed_up(form: SignUpForm, date: ActivityDate, at: datetime) -> str:
    """The code of the sign-up; empty when it is refused, with the reason in the form."""
    try:
        _made, code = sign_up(date=date, by=VISITOR, at=at, **form.cleaned_data)
    except ValidationError as refused:
        form.add_error(None, refused.messages)
        return ""
    return code
