"""Suggestions while somebody types a municipality. Public: it says nothing about anyone."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_cookie

from kring.registry.places.models import Municipality
from kring.registry.places.queries import find_municipalities

A_DAY = 86_400


@login_not_required
@require_safe
@vary_on_cookie
@cache_control(public=True, max_age=A_DAY)
def suggest(request: HttpRequest) -> HttpResponse:
    """Up to eight municipalities for the text typed so far, as options or as JSON.

    The text is in ``q``, or in the one field that a form sends along.
    """
    text = request.GET.get("q") or next((str(value) for value in request.GET.values() if value), "")
    found = [(_name(row), _note(row)) for row in find_municipalities(text)]
    if request.GET.get("format") == "json":
        return JsonResponse({"municipalities": [{"name": name, "note": note} for name, note in found]})
    return render(request, "places/suggestions.html", {"suggestions": found})


def _name(row: Municipality) -> str:
    return row.name_in(get_language() or "nl")


def _note(row: Municipality) -> str:
    if row.successor:
        return _("nu %(name)s") % {"name": _name(row.successor)}
    return str(row.province.name.get(get_language() or "nl") or row.province.name["nl"])
