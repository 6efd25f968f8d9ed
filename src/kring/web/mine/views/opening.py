"""Opening an own way in: by a worker for a person, and by the person with the code."""

from typing import Any, cast
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from kring.foundation.accounts.actions import InvitationGone, accept_invitation
from kring.foundation.accounts.models import AccountKind, Invitation
from kring.foundation.accounts.queries import invitation_for
from kring.foundation.keys.sealing import readable_code
from kring.foundation.ui.errors import error_page
from kring.registry.network.models import Worker
from kring.registry.people.models import Person
from kring.trust.access.actions import open_access
from kring.trust.access.http import ReadRequest
from kring.trust.access.own_part import may_open_access
from kring.trust.access.queries import person_for
from kring.web.mine.forms import CodeForm, NewPasswordForm, OpenAccessForm
from kring.web.shell.guard import workers_only
from kring.web.shell.visitor_limits import count_wrong_code, may_try_code


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
@sensitive_post_parameters()
def begin(request: HttpRequest) -> HttpResponse:
    """Type the code of an invitation, then choose a password. Only wrong codes count."""
    known = cast("ReadRequest", request)
    if request.method != "POST":
        return render(request, "mine/begin.html", {"form": CodeForm()})
    if not may_try_code(request, known.at):
        return error_page(request, 429)
    form = CodeForm(request.POST)
    found = _invitation(known, form.cleaned_data["code"]) if form.is_valid() else None
    return _choose(known, found) if found is not None else _wrong(known, form)


@workers_only
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
def access(request: ReadRequest, key: UUID) -> HttpResponse:
    """Invite somebody to read their own part. Whether they already do is not shown."""
    person = person_for(request.reader, key, request.at)
    if person is None:
        raise Http404
    if not may_open_access(request.reader, person, request.at):
        raise PermissionDenied
    form = OpenAccessForm(request.POST if request.method == "POST" else None)
    context = {"person": person, "form": form, "code": "", "sent": False}
    if form.is_bound and form.is_valid():
        context |= _invited(request, person, form)
    return render(request, "mine/access.html", context, status=422 if form.errors else 200)


def _invited(request: ReadRequest, person: Person, form: OpenAccessForm) -> dict[str, Any]:
    """Invite, and what the page says of it; a refusal stands in the form."""
    try:
        opened = open_access(
            person=person,
            opened_by=Worker.objects.get(pk=request.reader.worker_id or 0),
            by=request.reader.actor,
            at=request.at,
            on_paper=form.cleaned_data["on_paper"],
        )
    except ValidationError as refused:
        form.add_error(None, refused)
        return {}
    return {"code": readable_code(opened.code), "sent": True}


def _invitation(request: ReadRequest, code: str) -> Invitation | None:
    found = invitation_for(code, request.at)
    return found if found is not None and found.account.kind == AccountKind.FAMILY else None


def _wrong(request: ReadRequest, form: CodeForm) -> HttpResponse:
    """The same words for a code that never was, that was used, and that is too old."""
    if form.is_valid():
        if not count_wrong_code(request, request.at):
            return error_page(request, 429)
        form.add_error("code", _("Met deze code vinden we niets. Kijk elke letter en elk cijfer na."))
    return render(request, "mine/begin.html", {"form": form}, status=422)


def _choose(request: ReadRequest, found: Invitation) -> HttpResponse:
    """The password, and how to sign in from now on."""
    code = request.POST["code"]
    chosen = "password" in request.POST
    form = NewPasswordForm(
        request.POST if chosen else None, account=found.account, initial={"code": code}
    )
    if chosen and form.is_valid():
        try:
            accept_invitation(at=request.at, token=code, password=form.cleaned_data["password"])
        except InvitationGone:
            return _wrong(request, CodeForm(request.POST))
        return redirect("account_login")
    context = {"form": form, "account": found.account}
    return render(request, "mine/password.html", context, status=422 if chosen else 200)
