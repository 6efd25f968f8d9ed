"""A new service of one's own organisation, and a new place where one is given."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kring.foundation.ui.refusals import beside
from kring.offer.directory.actions import give_at
from kring.offer.directory.models import Service
from kring.trust.access.http import ReadRequest
from kring.web.offering.adding import add, key_of
from kring.web.offering.new_forms import NewPlaceForm, NewServiceForm
from kring.web.offering.queries import own_service
from kring.web.offering.views.own import found
from kring.web.shell.guard import workers_only

CALLED = {"name": "name_nl", "description": "description_nl", "number": "phone"}


@require_http_methods(["GET", "HEAD", "POST"])
@workers_only
def new(request: ReadRequest) -> HttpResponse:
    """Put a service of one's own organisation in the directory; families find it at once."""
    if not request.reader.organisation_ids:
        raise PermissionDenied
    form = NewServiceForm(request.POST if request.method == "POST" else None, reader=request.reader)
    made = _added(request, form) if form.is_bound and form.is_valid() else None
    if made is not None:
        messages.success(request, _("Dit staat nu in de gids. Vul aan wat nog ontbreekt."))
        return redirect("offering:service", key=made.key)
    status = 422 if form.errors else 200
    return render(request, "offering/new_service.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@workers_only
def place(request: ReadRequest, key: UUID) -> HttpResponse:
    """A place more where this service is given."""
    service = found(request, key)
    form = NewPlaceForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and _given_there(request, service, form):
        messages.success(request, _("De plaats staat erbij."))
        return redirect("offering:service", key=key)
    context = {"service": service, "form": form}
    status = 422 if form.errors else 200
    return render(request, "offering/new_place.html", context, status=status)


def _added(request: ReadRequest, form: NewServiceForm) -> Service | None:
    key = key_of(form)
    known = own_service(request.reader, key)
    if known is not None:
        return known
    try:
        return add(form, key=key, by=request.reader.actor, at=request.at)
    except ValidationError as refused:
        beside(form, refused, names=CALLED)
    return None


def _given_there(request: ReadRequest, service: Service, form: NewPlaceForm) -> bool:
    try:
        give_at(service=service, by=request.reader.actor, at=request.at, **form.place())
    except ValidationError as refused:
        beside(form, refused, names={"name": "place_name"})
    return not form.errors
