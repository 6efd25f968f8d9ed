"""How many were reached, and where a pillar is missing."""

from datetime import timedelta
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kring.foundation.deadlines.calendar import local_day, start_of_day
from kring.foundation.deadlines.queries import number_at
from kring.offer.houses.queries import reach_of
from kring.offer.houses.rules import may_see_gaps, may_see_reach
from kring.trust.access.http import ReadRequest
from kring.web.house.contact_forms import QuarterForm
from kring.web.house.gap_map import gap_map
from kring.web.house.reach_tables import tables_of
from kring.web.house.views.gate import found_house
from kring.web.shell.guard import workers_only


@require_safe
@workers_only
def reach(request: ReadRequest, key: UUID) -> HttpResponse:
    """The visits of a quarter; how they divide only once it is over (day by day one would stand out)."""
    house, at = found_house(key, request.at), request.at
    if not may_see_reach(request.reader, house, at):
        raise PermissionDenied
    form = QuarterForm(request.GET if "kwartaal" in request.GET else None, today=local_day(at))
    first, last = form.days()
    since, before = start_of_day(first), start_of_day(last + timedelta(days=1))
    found = reach_of(house, since=since, before=before, at=at)
    context = {
        "house": house,
        "form": form,
        "first": first,
        "last": last,
        "reached": found,
        "limit": number_at("small_cell_limit", at),
        "runs": before > at,
        "tables": tables_of(found) if before <= at else [],
    }
    return render(request, "house/reach.html", context)


@require_safe
@workers_only
def map_of_gaps(request: ReadRequest) -> HttpResponse:
    """Which pillar has no partner where: the drawing, and a table that says the same."""
    if not may_see_gaps(request.reader):
        raise PermissionDenied
    return render(request, "house/gaps.html", {"map": gap_map(request.reader, request.at)})
