"""Today: what cannot wait."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kring.trust.access.http import ReadRequest
from kring.trust.access.queries import DESK_WORK
from kring.web.desk.places import places_of
from kring.web.desk.today import lines_of
from kring.web.shell.guard import workers_only


@require_safe
@workers_only
def today(request: ReadRequest) -> HttpResponse:
    """At most ten lines, one deed each."""
    places = places_of(request.reader)
    lines = lines_of(request.reader, places, request.at)
    context = {"lines": lines, "places": places, "may_ask": request.reader.may(DESK_WORK)}
    return render(request, "desk/today.html", context)
