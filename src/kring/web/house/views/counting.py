"""Counting who came by: a pillar and what for, two taps, and nobody is written down."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from kring.offer.houses.actions import count_walk_in
from kring.offer.houses.queries import own_houses, visits_on_day
from kring.offer.houses.rules import may_count
from kring.trust.access.http import ReadRequest
from kring.web.house.contact_forms import VisitForm
from kring.web.house.views.gate import found_house
from kring.web.shell.guard import helpers_only


@require_safe
@helpers_only
def choose(request: ReadRequest) -> HttpResponse:
    """The Houses where this worker counts; straight on where there is one."""
    houses = list(own_houses(request.reader.organisation_ids, request.at))
    if len(houses) == 1:
        return redirect("house:count", key=houses[0].key)
    return render(request, "house/choose.html", {"houses": houses})


@require_http_methods(["GET", "HEAD", "POST"])
@helpers_only
def count(request: ReadRequest, key: UUID) -> HttpResponse:
    """Two taps; what is known besides, may be added."""
    house, at = found_house(key, request.at), request.at
    if not may_count(request.reader, house, at):
        raise PermissionDenied
    form = VisitForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        count_walk_in(house=house, visit=form.visit(), by=request.reader.actor, at=at)
        today = visits_on_day(house, at)
        said = ngettext(
            "Geteld. %(count)d bezoek vandaag.", "Geteld. %(count)d bezoeken vandaag.", today
        )
        messages.success(request, said % {"count": today})
        return redirect("house:count", key=key)
    context = {"house": house, "form": form}
    return render(request, "house/count.html", context, status=422 if form.is_bound else 200)
