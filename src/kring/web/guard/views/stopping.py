"""Stopping an organisation: at once and for a while, or for good; what happens is told beforehand."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kring.registry.network.actions import pause_organisation, resume_organisation
from kring.registry.network.models import Desk, Organisation, Pause
from kring.registry.network.queries import workers_of
from kring.trust.access.http import ReadRequest
from kring.web.guard.actions import close_partner
from kring.web.guard.forms import PauseForm
from kring.web.guard.views.gate import reading
from kring.web.partners.rules import may_stop_organisation

DEEDS = ("pauze", "hervat", "sluit")


@require_safe
def stop(request: HttpRequest, key: UUID) -> HttpResponse:
    """What a pause and a closing do to this organisation, and the buttons."""
    known, organisation = _stoppable(request, key)
    return _page(known, organisation, PauseForm())


@require_POST
def change(request: HttpRequest, key: UUID, word: str) -> HttpResponse:
    """Pause, resume or close."""
    known, organisation = _stoppable(request, key)
    if word not in DEEDS:
        raise Http404
    form = PauseForm(request.POST if word == "pauze" else {"because": word})
    if not form.is_valid():
        return _page(known, organisation, form, status=422)
    try:
        messages.success(request, _done(known, organisation, word, form.cleaned_data["because"]))
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("guard:stop", key=key)


def _done(request: ReadRequest, organisation: Organisation, word: str, because: str) -> str:
    by, at = request.reader.actor, request.at
    if word == "pauze":
        pause_organisation(by=by, at=at, organisation=organisation, because=because)
        return _("Stilgelegd. Bij de volgende klik is iedereen van deze organisatie buiten.")
    if word == "hervat":
        resume_organisation(by=by, at=at, organisation=organisation)
        return _("Iedereen van deze organisatie kan weer verder.")
    close_partner(organisation=organisation, by=by, at=at)
    return _("Gesloten. Niemand van deze organisatie heeft nog toegang.")


def _stoppable(request: HttpRequest, key: UUID) -> tuple[ReadRequest, Organisation]:
    """The officer stops every organisation, a keeper those within reach; nobody their own."""
    known = reading(request)
    organisation = get_object_or_404(Organisation, key=key)
    if not may_stop_organisation(known.reader, organisation):
        raise PermissionDenied
    return known, organisation


def _page(
    request: ReadRequest, organisation: Organisation, form: PauseForm, status: int = 200
) -> HttpResponse:
    desks = list(
        Desk.objects.filter(organisation=organisation, closed_at__isnull=True).order_by("name", "pk")
    )
    context = {
        "organisation": organisation,
        "form": form,
        "pause": Pause.objects.filter(organisation=organisation, ends_at__isnull=True).first(),
        "workers": workers_of(organisation, request.at).count(),
        "desks": desks,
    }
    return render(request, "guard/stop.html", context, status=status)
