"""The questions of a place: the most urgent first."""

from typing import cast
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kring.foundation.ui.addresses import address_of
from kring.support.requests.models import Handover, Request
from kring.support.requests.queries import (
    Cursor,
    Page,
    Scope,
    counts_of,
    listed_page,
)
from kring.support.requests.queries.worklist import LAST, LISTS, MINE, OPEN_LIST
from kring.trust.access.http import ReadRequest
from kring.trust.access.queries import DESK_WORK
from kring.trust.access.readers import Reader
from kring.web.desk.figures import shown_tiles
from kring.web.desk.places import Place, chosen_place, places_of
from kring.web.desk.rows import rows_of
from kring.web.shell.guard import workers_only
from kring.web.shell.navigation import count_words


@require_safe
@workers_only
def questions(request: ReadRequest) -> HttpResponse:
    """One page of the worklist of one place."""
    places = places_of(request.reader)
    place = chosen_place(places, request.GET.get("plek", ""))
    if place is None:
        return render(request, "desk/no_place.html")
    tab = asked if (asked := request.GET.get("lijst", "")) in LISTS else OPEN_LIST
    page = _page(tab, place, request.reader, Cursor.parse(request.GET.get("vanaf") or "?"))
    found = [row.request if isinstance(row, Handover) else row for row in page.rows]
    tiles, counted_at = shown_tiles(place.region_id, request.at)
    context = {
        "place": place,
        "places": [(one, one.key == place.key) for one in places],
        "tiles": tiles,
        "counted_at": counted_at,
        "tabs": _tabs(tab, place, request.reader),
        "rows": rows_of(found, request.reader, request.at),
        "pages": _links(page, tab, place),
        "may_ask": request.reader.may(DESK_WORK),
    }
    return render(request, "desk/questions.html", context)


def _page(
    tab: str, place: Place, reader: Reader, cursor: Cursor | None
) -> Page[Request] | Page[Handover]:
    mine = Scope("worker", cast("int", reader.worker_id))
    return listed_page(tab, mine if tab == MINE else place.scope, cursor)


def _tabs(current: str, place: Place, reader: Reader) -> list[dict[str, object]]:
    words = dict(
        zip(LISTS, (_("Open"), _("Van mij"), _("Wacht op overname"), _("Niet veilig")), strict=True)
    )
    counts = counts_of(place.scope, cast("int", reader.worker_id))
    return [
        {
            "label": label,
            "count": count_words(counts[tab]) or "0",
            "url": _url(tab, place),
            "current": tab == current,
        }
        for tab, label in words.items()
    ]


def _links(page: Page[Request] | Page[Handover], tab: str, place: Place) -> dict[str, str]:
    return {
        "first": _url(tab, place) if page.previous else "",
        "previous": _url(tab, place, page.previous) if page.previous else "",
        "next": _url(tab, place, page.next) if page.next else "",
        "last": _url(tab, place, LAST) if page.next else "",
    }


def _url(tab: str, place: Place, cursor: Cursor | None = None) -> str:
    asked = {"plek": str(place.key), "lijst": tab}
    if cursor is not None:
        asked["vanaf"] = cursor.text()
    return f"{address_of('desk:questions')}?{urlencode(asked)}"
