"""The territory of a desk, and which desk catches what lies outside every territory."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kring.registry.network import actions
from kring.registry.network.models import Desk
from kring.trust.access.readers import Reader
from kring.web.partners.founding_forms import DeskAreaForm
from kring.web.partners.rules import may_make_fallback
from kring.web.partners.views.gate import managed_desk, reading
from kring.web.partners.views.pages import desk_facts


@require_http_methods(["GET", "HEAD", "POST"])
def desk_area(request: HttpRequest, key: UUID) -> HttpResponse:
    """The municipalities of a desk: more of them, or one no longer."""
    reader, at = reading(request)
    found = managed_desk(reader, key)
    if "weg" in request.POST:
        return _less(request, reader, found)
    form = DeskAreaForm(request.POST or None, desk=found, at=at)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        context = {**desk_facts(found, at), "form": form}
        return render(request, "partners/desk_area.html", context, status=status)
    places = form.cleaned_data["municipalities"]
    actions.serve(by=reader.actor, at=at, desk=found, municipalities=places)
    messages.success(request, _("Bewaard."))
    return redirect("partners:desk_area", key=key)


@require_POST
def make_fallback(request: HttpRequest, key: UUID) -> HttpResponse:
    """From now on this desk catches what lies outside every territory."""
    reader, at = reading(request)
    found = managed_desk(reader, key)
    if not may_make_fallback(reader, found):
        messages.error(request, _("De vangnetbalie ligt in een andere regio. Vraag het daar."))
        return redirect("partners:desk", key=key)
    actions.make_fallback(by=reader.actor, at=at, desk=found)
    messages.success(request, _("%(name)s is nu de vangnetbalie.") % {"name": found.name})
    return redirect("partners:desk", key=key)


def _less(request: HttpRequest, reader: Reader, desk: Desk) -> HttpResponse:
    at = reading(request)[1]
    wanted = request.POST["weg"]
    areas = desk.areas.running(at).select_related("municipality").order_by("pk")
    chosen = next((row for row in areas if row.municipality.nis == wanted), None)
    if chosen is None:
        raise Http404
    actions.stop_serving(by=reader.actor, at=at, desk=desk, municipality=chosen.municipality)
    messages.success(request, _("Bewaard."))
    return redirect("partners:desk_area", key=desk.key)
