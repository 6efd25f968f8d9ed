"""Pages everybody who works in the network may read: organisations, partnerships, the map."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from kring.registry.network.models import Desk, Organisation, Partnership
from kring.registry.network.queries import open_desks
from kring.registry.network.rules import NETWORK_MANAGE
from kring.web.partners import queries
from kring.web.partners.forms import FilterForm
from kring.web.partners.region_map import region_map
from kring.web.partners.rules import (
    may_manage_desk,
    may_manage_organisation,
    may_manage_partnership,
    may_stop_organisation,
)
from kring.web.partners.views.gate import reading


@require_safe
def partners(request: HttpRequest) -> HttpResponse:
    """The organisations of the network, filtered, one page by cursor."""
    reader, at = reading(request)
    form = FilterForm(request.GET, at=at)
    chosen = form.cleaned_data if form.is_valid() else {}
    said = {"name": chosen.get("naam", ""), "sector": chosen.get("sector", "")}
    rows = queries.partners(at, **said, region=chosen.get("regio"))
    page = queries.partner_page(rows, at, after=_key(request, "na"), before=_key(request, "voor"))
    context = {
        "form": form,
        "rows": page.rows,
        "filtered": any(chosen.values()),
        "own_regions": queries.own_regions(reader, at),
        "may_manage": reader.may(NETWORK_MANAGE),
        "next_url": _turned(request, "na", page.after),
        "previous_url": _turned(request, "voor", page.before),
    }
    return render(request, "partners/partners.html", context)


@require_safe
def partnership(request: HttpRequest, key: UUID) -> HttpResponse:
    """One partnership: who leads, who takes part, where, and its desks."""
    reader, at = reading(request)
    found = get_object_or_404(Partnership, key=key)
    context = {
        "partnership": found,
        "members": queries.members_of(found, at),
        "territory": queries.territory_of(found, at),
        "recognitions": found.recognitions.order_by("-starts_at", "pk"),
        "desks": _desks(reader, queries.desk_views(open_desks(at).filter(region=found), at)),
        "labels": queries.role_labels(found),
        "may_manage": may_manage_partnership(reader, found),
        "now": at,
    }
    return render(request, "partners/partnership.html", context)


@require_safe
def organisation(request: HttpRequest, key: UUID) -> HttpResponse:
    """One organisation: where it works, with whom, its desks and its people."""
    reader, at = reading(request)
    found = get_object_or_404(Organisation, key=key)
    sites = found.sites.filter(closed_on__isnull=True).select_related("municipality")
    taking_part = found.partnerships.running(at).select_related("partnership")
    context = {
        "organisation": found,
        "sites": sites.order_by("name", "pk"),
        "taking_part": taking_part.order_by("role", "partnership__name"),
        "recognitions": found.recognitions.order_by("-starts_at", "pk"),
        "desks": _desks(reader, queries.desk_views(open_desks(at).filter(organisation=found), at)),
        "workers": queries.workers_with_roles(found, at),
        "may_manage": may_manage_organisation(reader, found),
        "may_stop": may_stop_organisation(reader, found),
    }
    return render(request, "partners/organisation.html", context)


@require_safe
def region_dots(request: HttpRequest) -> HttpResponse:
    """The territories of the regions as a map of dots, with its table."""
    _reader, at = reading(request)
    return render(request, "partners/map.html", {"map": region_map(at)})


def desk_facts(desk: Desk, at: Any) -> dict[str, Any]:
    """What a page about one desk shows of it."""
    areas = desk.areas.running(at).select_related("municipality")
    return {
        "desk": desk,
        "view": queries.desk_views(Desk.objects.filter(pk=desk.pk), at)[0],
        "areas": areas.order_by("municipality__name_nl", "pk"),
        "duties": desk.duties.running(at).select_related("worker").order_by("worker__name", "pk"),
    }


def _desks(reader: Any, views: list[queries.DeskView]) -> list[tuple[queries.DeskView, bool]]:
    return [(view, may_manage_desk(reader, view.desk)) for view in views]


def _key(request: HttpRequest, name: str) -> UUID | None:
    try:
        return UUID(request.GET.get(name, ""))
    except ValueError:
        return None


def _turned(request: HttpRequest, name: str, key: UUID | None) -> str:
    if key is None:
        return ""
    kept = {field: value for field, value in request.GET.items() if field not in ("na", "voor")}
    return "?" + urlencode({**kept, name: str(key)})
