"""The offer of one's own organisation: what is stale first, confirming, free places, reports."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kring.foundation.workflow.transitions import CannotMove
from kring.offer.directory.actions import (
    close_for_now,
    confirm_service,
    open_again,
    put_aside,
    settle_report,
    state_free_places,
    withdraw_service,
)
from kring.offer.directory.models import Outcome, Service
from kring.offer.directory.queries import is_stale, quality
from kring.offer.directory.states import CLOSED_FOR_NOW, DEFUNCT, INACTIVE, OPEN
from kring.registry.network.models import Worker
from kring.trust.access.http import ReadRequest
from kring.web.offering.forms import FreeForm, SettleForm
from kring.web.offering.pairs import asked_about, pairs_of
from kring.web.offering.queries import (
    activities_shown,
    own_report,
    own_service,
    reports_shown,
    rows_for,
)
from kring.web.offering.words import facts_of
from kring.web.shell.guard import workers_only

DEEDS: dict[str, Callable[..., None]] = {
    "bevestig": confirm_service,
    "dicht": close_for_now,
    "open": open_again,
    "opzij": put_aside,
    "stop": withdraw_service,
}


@require_safe
@workers_only
def services(request: ReadRequest) -> HttpResponse:
    """What one's organisations offer, what needs a hand first."""
    rows = rows_for(request.reader, request.at)
    context = {
        "rows": rows,
        "may_add": bool(request.reader.organisation_ids),
        "stale": sum(row.stale for row in rows),
        "reports": sum(row.reports for row in rows),
        "score": round(sum(row.quality.score for row in rows) / len(rows)) if rows else 0,
    }
    return render(request, "offering/services.html", context)


@require_safe
@workers_only
def service(request: ReadRequest, key: UUID) -> HttpResponse:
    """One service as its keeper sees it."""
    return _shown(request, found(request, key))


@require_POST
@workers_only
def deed(request: ReadRequest, key: UUID, name: str) -> HttpResponse:
    """Confirm it, close it for now, put it aside, open it again, or let it stop for good."""
    one = found(request, key)
    if name not in DEEDS:
        raise Http404
    try:
        DEEDS[name](service=one, by=request.reader.actor, at=request.at)
        messages.success(request, _("Bewaard."))
    except (CannotMove, ValidationError):
        messages.error(request, _("Iemand anders deed hier net iets. Kijk nog eens."))
    return redirect("offering:service", key=key)


@require_POST
@workers_only
def free(request: ReadRequest, key: UUID) -> HttpResponse:
    """Say how many places are free now."""
    one, form = found(request, key), FreeForm(request.POST)
    if not form.is_valid():
        return _shown(request, one, form)
    places, by = form.cleaned_data["places"], request.reader.actor
    try:
        state_free_places(service=one, places=places, by=by, at=request.at)
        messages.success(request, _("Bewaard. Gezinnen zien dat je het vandaag opgaf."))
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("offering:service", key=key)


@require_POST
@workers_only
def settle(request: ReadRequest, key: UUID) -> HttpResponse:
    """Say what came of a report."""
    report = own_report(request.reader, key)
    if report is None:
        raise Http404
    form = SettleForm(request.POST)
    worker = get_object_or_404(Worker, pk=request.reader.worker_id)
    try:
        outcome = Outcome(form.cleaned_data["outcome"]) if form.is_valid() else None
        if outcome:
            by = request.reader.actor
            settle_report(report=report, outcome=outcome, worker=worker, by=by, at=request.at)
            messages.success(request, _("De melding is afgehandeld."))
    except CannotMove:
        messages.error(request, _("Iemand anders handelde deze melding net af."))
    return redirect("offering:service", key=report.service.key)


def found(request: ReadRequest, key: UUID) -> Service:
    """The service of one's own organisation; there is no other (404)."""
    one = own_service(request.reader, key)
    if one is None:
        raise Http404
    return one


def _shown(request: ReadRequest, one: Service, form: FreeForm | None = None) -> HttpResponse:
    reports = reports_shown(one)
    context = {
        "service": one,
        "facts": facts_of(one),
        "stale": is_stale(one, request.at),
        "quality": quality(one, request.at),
        "open_reports": [report for report in reports if report.state == OPEN],
        "settled_reports": [report for report in reports if report.state != OPEN],
        "settle": SettleForm(auto_id=False),
        "form": form or FreeForm(initial={"places": one.free_places}),
        "activities": activities_shown(one, request.at),
        "pairs": pairs_of(request.reader, one),
        "asked": asked_about(request.reader, one),
        "closed": one.state == CLOSED_FOR_NOW,
        "aside": one.state == INACTIVE,
        "stopped": one.state == DEFUNCT,
    }
    return render(request, "offering/service.html", context, status=422 if form else 200)
