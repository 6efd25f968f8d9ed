"""Looking for help, and one service. Public; workers see the same pages within their own frame."""

from datetime import datetime
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from kring.offer.directory.finding import find
from kring.offer.directory.queries import service_by_key
from kring.offer.directory.search.documents import Answer, Point
from kring.offer.directory.search.folder import BeingWritten
from kring.offer.directory.states import DEFUNCT, INACTIVE
from kring.offer.saved.models import LONGEST_NAME
from kring.offer.saved.queries import is_bookmarked
from kring.web.finding import results
from kring.web.finding.asked import LIST, MAP, Asked, point_of, read
from kring.web.finding.choices import choices
from kring.web.finding.forms import SaveSearchForm
from kring.web.finding.frame import account_of, framed
from kring.web.finding.place import Place, place_of
from kring.web.finding.service import shown_service


@login_not_required
@require_safe
@cache_control(private=True, no_cache=True)
def search_page(request: HttpRequest) -> HttpResponse:
    """One box, a few choices, and what was found, as a list or on a map."""
    at: datetime = request.at  # type: ignore[attr-defined]
    asked = read(request.GET)
    place = place_asked(asked)
    context = framed(request) | {"asked": asked, "place": place, "choices": choices(asked)}
    try:
        answer = find(asked.query(place), at=at)
    except BeingWritten:
        context |= {"busy": True}
        return render(request, "finding/search.html", context, status=HTTPStatus.SERVICE_UNAVAILABLE)
    context |= {"saving": _to_save(request, asked)} | _shown(answer, asked, place, at)
    return render(request, "finding/search.html", context)


@login_not_required
@require_safe
@cache_control(private=True, no_cache=True)
def search_api(request: HttpRequest) -> HttpResponse:
    """The same for programs: the same words in the address, besides ``lat`` and ``lon``."""
    at: datetime = request.at  # type: ignore[attr-defined]
    asked = read(request.GET)
    point = point_of(request.GET)
    place = Place("", point, frozenset()) if point else place_asked(asked)
    try:
        answer = find(asked.query(place), at=at)
    except BeingWritten:
        return JsonResponse({"busy": True}, status=HTTPStatus.SERVICE_UNAVAILABLE)
    return JsonResponse(_told(answer, asked, place, at))


@login_not_required
@require_safe
@cache_control(private=True, no_cache=True)
def service_page(request: HttpRequest, key: UUID) -> HttpResponse:
    """All that is said of one service; of one that has stopped, that it has."""
    at: datetime = request.at  # type: ignore[attr-defined]
    service = service_by_key(key)
    if service is None or service.state == INACTIVE:
        raise Http404
    if service.state == DEFUNCT:
        context = framed(request) | {"service": service}
        return render(request, "finding/stopped.html", context, status=HTTPStatus.GONE)
    account = account_of(request)
    kept = {"bookmarked": account is not None and is_bookmarked(account, service)}
    return render(request, "finding/service.html", framed(request) | kept | shown_service(service, at))


def place_asked(asked: Asked) -> Place | None:
    """The municipality that was typed."""
    return place_of(asked.waar, get_language() or "nl") if asked.waar else None


def _to_save(request: HttpRequest, asked: Asked) -> SaveSearchForm | None:
    """The form to keep this search, for who is signed in and asks something."""
    if account_of(request) is None or not asked.anything:
        return None
    name = asked.q.strip() or asked.waar
    return SaveSearchForm(initial={"vraag": asked.address(bladzijde=1), "name": name[:LONGEST_NAME]})


def _shown(answer: Answer, asked: Asked, place: Place | None, at: datetime) -> dict[str, Any]:
    """What the page says of the answer."""
    found = results.found_of(answer, asked, at)
    before, behind = results.turned(asked, answer)
    on_map = asked.beeld == MAP
    return {
        "found": found,
        "count": results.count_words(answer),
        "remarks": results.remarks(answer, asked, place),
        "others": [(name, asked.address(waar=name, bladzijde=1)) for name in _others(place)],
        "on_list": not on_map,
        "map": results.drawn(found, place) if on_map else None,
        "list_url": asked.address(beeld=LIST),
        "map_url": asked.address(beeld=MAP),
        "wider_url": asked.address(km=100, bladzijde=1) if place and asked.km < 100 else "",  # noqa: PLR2004
        "previous_url": before,
        "next_url": behind,
    }


def _others(place: Place | None) -> tuple[str, ...]:
    return place.others if place else ()


def _told(answer: Answer, asked: Asked, place: Place | None, at: datetime) -> dict[str, Any]:
    """The answer as JSON."""
    near: Point | None = place.point if place else None
    return {
        "total": answer.total,
        "notes": sorted(answer.notes),
        "read_as": dict(answer.read_as),
        "near": {"name": place.name, "lat": near.lat, "lon": near.lon} if place and near else None,
        "page": asked.bladzijde,
        "services": [
            {
                "id": one.key,
                "url": one.url,
                "name": one.name,
                "organization": one.of,
                "where": one.where,
                "point": one.point,
                "km": None if hit.km is None else round(hit.km, 1),
                "remote": hit.remote,
                "ages": one.ages,
                "free": one.free,
                "closed_for_now": one.closed,
                "stale": one.stale,
                "why": [{"code": why.code, "word": why.word, "found": why.found} for why in hit.reasons],
                "reasons": [one.distance, one.ages, *one.reasons],
            }
            for one, hit in zip(results.found_of(answer, asked, at), answer.hits, strict=True)
        ],
    }
