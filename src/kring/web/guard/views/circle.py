"""The own circle: whom a worker never reads about."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kring.foundation.ui.refusals import beside
from kring.registry.network.models import Worker
from kring.registry.network.rules import PRIVACY_OFFICER
from kring.trust.access.actions import declare_own, take_back_own
from kring.trust.access.circle import declared_by
from kring.trust.access.http import ReadRequest
from kring.trust.access.models import OwnCircle
from kring.web.guard.forms import CircleForm
from kring.web.guard.views.gate import reading, worker_behind


@require_http_methods(["GET", "HEAD", "POST"])
def circle(request: HttpRequest) -> HttpResponse:
    """The reader's own people; POST names another."""
    known = reading(request)
    return _page(known, worker_behind(known), own=True)


@require_http_methods(["GET", "HEAD", "POST"])
def circle_of(request: HttpRequest, key: UUID) -> HttpResponse:
    """The own people of a worker, as the data protection officer keeps them."""
    known = reading(request, PRIVACY_OFFICER)
    return _page(known, get_object_or_404(Worker, key=key), own=False)


@require_POST
def take_back(request: HttpRequest, key: UUID) -> HttpResponse:
    """Somebody is no longer of a worker's circle; only the officer says so."""
    known = reading(request, PRIVACY_OFFICER)
    own = get_object_or_404(OwnCircle.objects.select_related("worker"), key=key)
    take_back_own(own=own, by=known.reader.actor, at=known.at)
    messages.success(request, _("Van de lijst gehaald."))
    return redirect("guard:circle_of", key=own.worker.key)


def _page(request: ReadRequest, worker: Worker, *, own: bool) -> HttpResponse:
    form = CircleForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and _declared(request, worker, form):
        messages.success(request, _("Genoteerd. Over deze persoon is er vanaf nu niets te zien."))
        return redirect(request.path)
    context = {"form": form, "worker": worker, "own": own, "people": list(declared_by(worker))}
    return render(request, "guard/circle.html", context, status=422 if form.errors else 200)


def _declared(request: ReadRequest, worker: Worker, form: CircleForm) -> bool:
    try:
        declare_own(worker=worker, who=form.identifiers(), by=request.reader.actor, at=request.at)
    except ValidationError as refused:
        beside(form, refused)
        return False
    return True
