"""Changing what is said of a place: its address, how one gets there and how accessible it is."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kring.foundation.records.bases import StaleRecord
from kring.foundation.ui.refusals import beside
from kring.offer.directory.actions import change_location
from kring.offer.directory.models import Location
from kring.trust.access.http import ReadRequest
from kring.web.offering.places import ChangePlaceForm, parts_by, place_values, values_by
from kring.web.offering.queries import own_location
from kring.web.offering.views.editing import beside_theirs
from kring.web.shell.guard import workers_only

CALLED = {"name": "place_name", "address_1": "street", "postal_code": "postcode"}
TOLD = ("place_name", "street", "postcode", "accessibility", "transportation")


@require_http_methods(["GET", "HEAD", "POST"])
@workers_only
def place(request: ReadRequest, key: UUID) -> HttpResponse:
    """The form of a place; every offer that is given there shows it at once."""
    location, status, changes = _found(request, key), 200, None
    sent = request.POST if request.method == "POST" else None
    form = ChangePlaceForm(sent, initial=place_values(location))
    if form.is_bound:
        status = 422
        try:
            if form.is_valid() and _changed(request, location, form):
                messages.success(request, _("De plaats is aangepast."))
                return redirect("offering:services")
        except StaleRecord:
            status, changes = 409, beside_theirs(form, place_values(_found(request, key)), TOLD)
    context = {"location": location, "form": form, "changes": changes}
    return render(request, "offering/place.html", context, status=status)


def _changed(request: ReadRequest, location: Location, form: ChangePlaceForm) -> bool:
    try:
        change_location(
            location=location,
            version=form.cleaned_data["version"],
            values=values_by(form, location),
            parts=parts_by(form, location),
            by=request.reader.actor,
            at=request.at,
        )
    except ValidationError as refused:
        beside(form, refused, names=CALLED)
    return not form.errors


def _found(request: ReadRequest, key: UUID) -> Location:
    location = own_location(request.reader, key)
    if location is None:
        raise Http404
    return location
