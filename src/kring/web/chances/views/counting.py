"""Thresholds counted, for who steers a region or all of them."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kring.foundation.deadlines.calendar import local_day, start_of_day
from kring.foundation.deadlines.queries import number_at
from kring.registry.network.rules import AGENCY_FIGURES, REGION_COORDINATE
from kring.support.thresholds import queries
from kring.support.thresholds.queries import Counted
from kring.support.thresholds.words import state_words
from kring.trust.access.http import ReadRequest
from kring.trust.access.readers import Reader
from kring.web.shell.guard import workers_only


@require_safe
@workers_only
def counts(request: ReadRequest) -> HttpResponse:
    """How many thresholds of which kind, where, and what came of them, this year; never whose."""
    reader = request.reader
    if not may_count(reader):
        raise PermissionDenied
    year = local_day(request.at).year
    since, until = (start_of_day(date(one, 1, 1)) for one in (year, year + 1))
    limit = number_at("small_cell_limit", request.at)
    regions = None if reader.may(AGENCY_FIGURES) else reader.region_ids
    found = queries.counts(regions, since, until, limit)
    found["outcome"] = [Counted(state_words(one.label), one.count) for one in found["outcome"]]
    context = {**found, "year": year, "limit": limit, "everywhere": regions is None}
    return render(request, "chances/counts.html", context)


def may_count(reader: Reader) -> bool:
    """Who coordinates a region, for that region; the agency for all."""
    return reader.may(AGENCY_FIGURES) or reader.may(REGION_COORDINATE)
