"""The Houses of the Child for everybody: the list, and the page of one."""

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kring.offer.houses.queries import houses_running, houses_serving
from kring.offer.houses.rules import may_count, may_found_house, may_keep_house, may_see_reach
from kring.web.house.forms import WhereForm
from kring.web.house.offering import page_of
from kring.web.house.views.gate import found_house, reading


@login_not_required
@require_safe
def houses(request: HttpRequest) -> HttpResponse:
    """Every House by name, or those of a municipality."""
    reader, at = reading(request)
    form = WhereForm(request.GET if "gemeente" in request.GET else None)
    town = form.cleaned_data["gemeente"] if form.is_bound and form.is_valid() else None
    rows = houses_serving(town, at) if town else houses_running(at)
    context = {"form": form, "town": town, "houses": list(rows)}
    context["may_open"] = may_found_house(reader)
    return render(request, "house/houses.html", context)


@login_not_required
@require_safe
def house(request: HttpRequest, key: UUID) -> HttpResponse:
    """Where a House is, when it is open, what it offers and what happens there soon."""
    reader, at = reading(request)
    found = found_house(key, at)
    context = page_of(found, at) | {
        "may_keep": may_keep_house(reader, found, at),
        "may_count": may_count(reader, found, at),
        "may_see_reach": may_see_reach(reader, found, at),
    }
    return render(request, "house/house.html", context)
