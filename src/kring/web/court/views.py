"""The pages of a legal request; only for officers of data protection."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.ui.refusals import beside
from kring.foundation.workflow.transitions import CannotMove
from kring.registry.network.models import Worker
from kring.registry.network.rules import PRIVACY_OFFICER
from kring.trust.access.http import ReadRequest
from kring.trust.legal.actions import (
    answer,
    assess,
    close,
    note_fetched,
    refuse,
    register_request,
    send_back,
)
from kring.trust.legal.articles import Gives
from kring.trust.legal.models import LegalBundle, LegalRequest
from kring.trust.legal.queries import request_with, the_person
from kring.trust.legal.rules import may_check
from kring.trust.legal.states import ASSESSED, RECEIVED
from kring.web.court.forms import AssessForm, NewForm
from kring.web.court.queries import Case, bundle_text, case_of, closed_for, is_own, open_for
from kring.web.shell.guard import workers_only


def _officer(request: ReadRequest) -> Worker:
    """The officer who reads; refuses (403) everybody else."""
    if not request.reader.may(PRIVACY_OFFICER):
        raise PermissionDenied
    return get_object_or_404(Worker, pk=request.reader.worker_id)


def _found(request: ReadRequest, key: UUID) -> LegalRequest:
    """The request with this key; of the own circle there is none."""
    found = request_with(key)
    if found is None or is_own(request.reader, found.person_id):
        raise Http404
    return found


@require_safe
@workers_only
def requests(request: ReadRequest) -> HttpResponse:
    """What courts, police and lawyers asked."""
    _officer(request)
    context = {"open": open_for(request.reader), "closed": closed_for(request.reader)}
    return render(request, "court/requests.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@workers_only
def new(request: ReadRequest) -> HttpResponse:
    """Write down what was asked."""
    worker = _officer(request)
    form = NewForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        made = _registered(request, form, worker)
        if made is not None:
            return redirect("court:case", key=made.key)
    return render(request, "court/new.html", {"form": form}, status=422 if form.errors else 200)


def _registered(request: ReadRequest, form: NewForm, worker: Worker) -> LegalRequest | None:
    try:
        person = the_person(form.identifiers())
    except ValidationError as refused:
        beside(form, refused)
        return None
    if person is None or is_own(request.reader, person.pk):
        form.add_error(None, _("We vinden niemand die zeker zo heet. Geef het rijksregisternummer."))
        return None
    asked = form.asked_of()
    return register_request(
        person=person, asked=asked, worker=worker, by=request.reader.actor, at=request.at
    )


@require_http_methods(["GET", "HEAD", "POST"])
@workers_only
def case(request: ReadRequest, key: UUID) -> HttpResponse:
    """One request; POST proposes what is given."""
    worker = _officer(request)
    shown = case_of(_found(request, key), request.at)
    pieces = [(piece.key, piece.label) for piece in shown.pieces]
    form = AssessForm(request.POST if request.method == "POST" else None, pieces=pieces)
    if form.is_bound and form.is_valid() and _proposed(request, shown, form, worker):
        messages.success(request, _("Bewaard. Een tweede functionaris kijkt nu mee."))
        return redirect("court:case", key=key)
    return render(
        request, "court/case.html", _context(shown, form, worker), status=422 if form.errors else 200
    )


def _context(shown: Case, form: AssessForm, worker: Worker) -> dict[str, object]:
    state = shown.request.state
    return {
        "case": shown,
        "one": shown.request,
        "form": form,
        "gives": dict(AssessForm.base_fields["gives"].choices).get(shown.request.gives, ""),  # type: ignore[attr-defined]
        "may_assess": state == RECEIVED,
        "may_check": state == ASSESSED and may_check(shown.request, worker.pk),
        "waits": state == ASSESSED,
        "bundle": LegalBundle.objects.filter(request=shown.request).defer("content").first(),
    }


def _proposed(request: ReadRequest, shown: Case, form: AssessForm, worker: Worker) -> bool:
    values = dict(form.cleaned_data)
    gives = Gives(values.pop("gives"))
    by, at = request.reader.actor, request.at
    try:
        assess(request=shown.request, gives=gives, worker=worker, by=by, at=at, **values)
    except ValidationError as refused:
        beside(form, refused)
    except CannotMove:
        form.add_error(None, _("Iemand anders deed hier net iets. Laad de pagina opnieuw."))
    return not form.errors


@require_POST
@workers_only
def second(request: ReadRequest, key: UUID) -> HttpResponse:
    """The second officer agrees, or sends it back. The passphrase shows here and never again."""
    worker, at, by = _officer(request), request.at, request.reader.actor
    found = _found(request, key)
    try:
        if request.POST.get("says") != "yes":
            send_back(request=found, worker=worker, by=by, at=at)
        elif found.gives == Gives.NOTHING:
            refuse(request=found, worker=worker, by=by, at=at)
        else:
            text = bundle_text(case_of(found, at), local_day(at))
            given = answer(request=found, text=text, worker=worker, by=by, at=at)
            return render(request, "court/given.html", {"given": given, "one": found})
    except (CannotMove, ValidationError):
        messages.error(request, _("Dit kan niet meer zo. Kijk opnieuw wat de wet nu toelaat."))
    return redirect("court:case", key=key)


@require_POST
@workers_only
def bundle(request: ReadRequest, key: UUID) -> HttpResponse:
    """The sealed bundle as a file, to hand over; who fetched it is written down."""
    _officer(request)
    kept = get_object_or_404(LegalBundle, request=_found(request, key))
    note_fetched(bundle=kept, by=request.reader.actor, at=request.at)
    file = HttpResponse(bytes(kept.content), content_type="application/zip")
    file["Content-Disposition"] = f'attachment; filename="bundel-{kept.sha256[:8]}.zip"'
    return file


@require_POST
@workers_only
def closed(request: ReadRequest, key: UUID) -> HttpResponse:
    """Nothing more is to be done about it."""
    _officer(request)
    try:
        close(request=_found(request, key), by=request.reader.actor, at=request.at)
    except CannotMove:
        messages.error(request, _("Dit kan nog niet gesloten worden."))
    return redirect("court:requests")
