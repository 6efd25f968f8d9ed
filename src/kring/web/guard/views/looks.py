"""Looks that stand out, week by week, for the data protection officer."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kring.foundation.deadlines.calendar import local_day
from kring.registry.network.rules import PRIVACY_OFFICER
from kring.trust.access.actions import mark_look_seen
from kring.trust.access.models import UnusualLook
from kring.web.guard.queries import unusual_weeks
from kring.web.guard.views.gate import reading, worker_behind

WEEKS = timedelta(weeks=8)


@require_safe
def looks(request: HttpRequest) -> HttpResponse:
    """The last eight weeks, the newest first, by region, each with why it stands out."""
    known = reading(request, PRIVACY_OFFICER)
    weeks = unusual_weeks(local_day(known.at) - WEEKS, known.reader)
    return render(request, "guard/looks.html", {"weeks": weeks})


@require_POST
def seen(request: HttpRequest, key: UUID) -> HttpResponse:
    """The officer saw it."""
    known = reading(request, PRIVACY_OFFICER)
    look = get_object_or_404(UnusualLook.objects.select_related("worker"), key=key)
    mark_look_seen(look=look, officer=worker_behind(known), by=known.reader.actor, at=known.at)
    messages.success(request, _("Genoteerd als gezien."))
    return redirect("guard:looks")
