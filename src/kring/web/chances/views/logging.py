"""Logging a threshold, on its own and from a family file."""

from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kring.registry.people.models import Family
from kring.support.thresholds.models import Threshold
from kring.trust.access.http import ReadRequest
from kring.web.chances.forms import FamilyLogForm, LogForm
from kring.web.shell.guard import helpers_only
from kring.web.together.answering import answered
from kring.web.together.home import Home


@require_http_methods(["GET", "HEAD", "POST"])
@helpers_only
def log(request: ReadRequest) -> HttpResponse:
    """Log a threshold that belongs to no family."""
    if request.method != "POST":
        return _page(request, None, LogForm(request=request))
    form = LogForm(request.POST, request=request)
    return answered(request, form, said=_said(), again=partial(_page, request, None), to=_address)


@require_http_methods(["GET", "HEAD", "POST"])
@helpers_only
def log_for_family(request: ReadRequest, key: UUID) -> HttpResponse:
    """Log a threshold that people of this family met."""
    home = Home(request, key)
    if request.method != "POST":
        return _page(request, home.family, FamilyLogForm(home=home))
    form = FamilyLogForm(request.POST, home=home)
    again = partial(_page, request, home.family)
    return answered(request, form, said=_said(), again=again, to=_address)


def _said() -> str:
    return _("De drempel is gemeld.")


def _address(made: Threshold) -> str:
    return reverse("chances:threshold", kwargs={"key": made.key})


def _page(request: ReadRequest, family: Family | None, form: LogForm, status: int = 200) -> HttpResponse:
    return render(request, "chances/log.html", {"form": form, "family": family}, status=status)
