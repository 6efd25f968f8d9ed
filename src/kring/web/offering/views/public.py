"""Pages without an account: "this is wrong" for anybody, and confirming from a mail."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from kring.foundation.journal.actor import VISITOR, Actor
from kring.foundation.ui.errors import error_page
from kring.foundation.ui.refusals import beside
from kring.offer.directory.actions import confirm_by_link, report_wrong
from kring.offer.directory.actions.keeping import speaking_by
from kring.offer.directory.models import ConfirmLink, SaidBy, Service, WrongAbout
from kring.offer.directory.queries import confirm_link
from kring.trust.access.http import ReadRequest
from kring.web.offering.forms import WrongForm
from kring.web.offering.queries import Listed, listed_by, shown_service
from kring.web.shell.visitor_limits import may_send_form

GONE = 410


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def wrong(request: HttpRequest, key: UUID) -> HttpResponse:
    """Say that something of a service does not hold."""
    known, service = cast("ReadRequest", request), _shown(key)
    form = WrongForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        if not may_send_form(request, known.at):
            return error_page(request, 429)
        if _reported(known, service, form, SaidBy.ANYBODY, VISITOR):
            return redirect("offering:reported", key=key)
    context = {"service": service, "form": form}
    return render(request, "offering/wrong.html", context, status=422 if form.errors else 200)


@login_not_required
@require_safe
def reported(request: HttpRequest, key: UUID) -> HttpResponse:
    """Thanks, and what happens with it."""
    return render(request, "offering/reported.html", {"service": _shown(key)})


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """What the directory says of an organisation; one button for "still right". GET changes nothing."""
    known = cast("ReadRequest", request)
    link = confirm_link(token, known.at)
    if link is None:
        return render(request, "offering/link_gone.html", status=GONE)
    listed = listed_by(link.organization, known.at)
    for one in listed:
        one.form = _form_of(one)
    sent = request.method == "POST"
    if sent and _answered(known, link, listed):
        return redirect("offering:confirm", token=token)
    context = {"link": link, "listed": listed, "several": len(listed) > 1}
    return render(request, "offering/confirm.html", context, status=422 if sent else 200)


def _answered(request: ReadRequest, link: ConfirmLink, listed: list[Listed]) -> bool:
    """Do what was pressed; false when a form says what is still missing.

    Only what stood on the page that was sent is confirmed: nobody vouches for what came since.
    """
    seen = request.POST.get("aanbod", "").split(",")
    chosen = [one for one in listed if str(one.service.key) in seen]
    if request.POST.get("zeg") != "anders":
        count = confirm_by_link(link=link, services=[one.service for one in chosen], at=request.at)
        said = ngettext("Bedankt, dit is bevestigd.", "Bedankt, alle %(n)s zijn bevestigd.", count)
        if count:
            messages.success(request, said % {"n": count})
        return True
    for one in chosen:
        one.form = form = _form_of(one, request.POST)
        by = speaking_by(link)
        if not form.is_valid() or not _reported(request, one.service, form, SaidBy.OWNER, by):
            return False
        messages.success(request, _("Bedankt. We vroegen je organisatie om het aan te passen."))
    return True


def _form_of(one: Listed, sent: QueryDict | None = None) -> WrongForm:
    return WrongForm(sent, auto_id=f"{one.service.key}_%s")


def _reported(
    request: ReadRequest, service: Service, form: WrongForm, said_by: SaidBy, by: Actor
) -> bool:
    given = form.cleaned_data
    try:
        report_wrong(
            service=service,
            about=WrongAbout(given["about"]),
            words=given["words"],
            said_by=said_by,
            key=given["submission"],
            by=by,
            at=request.at,
        )
    except ValidationError as refused:
        beside(form, refused)
    return not form.errors


def _shown(key: UUID) -> Service:
    service = shown_service(key)
    if service is None:
        raise Http404
    return service
