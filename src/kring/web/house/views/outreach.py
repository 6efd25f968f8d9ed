"""Young people a team met, by nickname; on a phone, in a quarter of a minute."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kring.foundation.ui.refusals import beside
from kring.offer.houses.actions import forget_nickname, meet, meet_again
from kring.offer.houses.models import Nickname
from kring.offer.houses.queries import code_of, nicknames_of
from kring.offer.houses.rules import may_meet
from kring.registry.network.queries import worker_of
from kring.trust.access.http import ReadRequest
from kring.web.house.contact_forms import MetForm, WhereMetForm
from kring.web.shell.guard import helpers_only

MOST = 50


@require_http_methods(["GET", "HEAD", "POST"])
@helpers_only
@cache_control(private=True, no_store=True)
def met(request: ReadRequest) -> HttpResponse:
    """Whom the team met last, and one more."""
    if not may_meet(request.reader):
        raise PermissionDenied
    desk_ids = request.reader.desk_ids
    form = MetForm(request.POST if request.method == "POST" else None, desk_ids=desk_ids)
    if form.is_bound and form.is_valid():
        found = _meet(request, form)
        if found is not None:
            messages.success(request, _("Opgeschreven."))
            return redirect("house:card", key=found.key)
    context = {"form": form, "known": list(nicknames_of(desk_ids)[:MOST])}
    return render(request, "house/met.html", context, status=422 if form.is_bound else 200)


@require_safe
@helpers_only
@cache_control(private=True, no_store=True)
def card(request: ReadRequest, key: UUID) -> HttpResponse:
    """When they were met, and the card with which they ask themselves."""
    found = _own(request, key)
    context = {"found": found, "code": code_of(found), "form": WhereMetForm()}
    return render(request, "house/card.html", context)


@require_POST
@helpers_only
def again(request: ReadRequest, key: UUID) -> HttpResponse:
    """Met once more."""
    found, form = _own(request, key), WhereMetForm(request.POST)
    if not form.is_valid():
        return redirect("house:card", key=key)
    worker = worker_of(request.reader.worker_id)
    where, by = form.cleaned_data["where"], request.reader.actor
    meet_again(found=found, where=where, worker=worker, by=by, at=request.at)
    messages.success(request, _("Opgeschreven."))
    return redirect("house:met")


@require_POST
@helpers_only
def forget(request: ReadRequest, key: UUID) -> HttpResponse:
    """Wipe a nickname at once."""
    forget_nickname(found=_own(request, key), by=request.reader.actor, at=request.at)
    messages.success(request, _("Gewist."))
    return redirect("house:met")


def _own(request: ReadRequest, key: UUID) -> Nickname:
    """Somebody the own team met; of another team it is not there."""
    return get_object_or_404(nicknames_of(request.reader.desk_ids), key=key)


def _meet(request: ReadRequest, form: MetForm) -> Nickname | None:
    given, reader = form.cleaned_data, request.reader
    try:
        return meet(
            desk=given["desk"],
            nickname=given["nickname"],
            where=given["where"],
            worker=worker_of(reader.worker_id),
            key=given["submission"],
            by=reader.actor,
            at=request.at,
        )
    except ValidationError as refused:
        beside(form, refused)
        return None
