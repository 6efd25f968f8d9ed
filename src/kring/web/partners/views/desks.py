"""Changing a desk: its name, hours and list; closing it."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kring.foundation.records.bases import StaleRecord
from kring.registry.network import actions
from kring.registry.network.models import Desk
from kring.web.partners.forms import DeskForm, DutyForm, HoursForm, hours_shown
from kring.web.partners.rules import check_desk_is_empty
from kring.web.partners.views.forming import beside_stored
from kring.web.partners.views.gate import managed_desk, reading
from kring.web.partners.views.pages import desk_facts


@require_http_methods(["GET", "HEAD", "POST"])
def desk(request: HttpRequest, key: UUID) -> HttpResponse:
    """The desk as its keeper sees it; POST puts somebody on its list."""
    reader, at = reading(request)
    found = managed_desk(reader, key)
    form = DutyForm(request.POST or None, desk=found, at=at)
    if request.method == "POST" and form.is_valid():
        worker = form.cleaned_data["worker"]
        actions.put_on_list(by=reader.actor, at=at, desk=found, worker=worker)
        messages.success(request, _("%(name)s staat op de lijst.") % {"name": worker.name})
        return redirect("partners:desk", key=key)
    context = {**desk_facts(found, at), "form": form}
    return render(request, "partners/desk.html", context)


@require_POST
def take_off_list(request: HttpRequest, key: UUID, duty: UUID) -> HttpResponse:
    """Take somebody off the list of a desk."""
    reader, at = reading(request)
    found = managed_desk(reader, key)
    taken = get_object_or_404(found.duties.select_related("worker", "desk"), key=duty)
    actions.take_off_list(by=reader.actor, at=at, duty=taken)
    words = _("%(name)s staat niet meer op de lijst.") % {"name": taken.worker.name}
    messages.success(request, words)
    return redirect("partners:desk", key=key)


@require_http_methods(["GET", "HEAD", "POST"])
def edit_desk(request: HttpRequest, key: UUID) -> HttpResponse:
    """Change how a desk is called and reached."""
    reader, at = reading(request)
    found = managed_desk(reader, key)
    form = DeskForm(request.POST or None, initial=_shown(found))
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["version"]
        try:
            actions.correct_desk(by=reader.actor, at=at, desk=found, version=seen, **form.changes())
        except StaleRecord as stale:
            return _stale(request, found, form, _shown(_current(stale)))
        messages.success(request, _("Bewaard."))
        return redirect("partners:desk", key=key)
    return render(request, "partners/edit.html", {"form": form, **_about(found)})


@require_http_methods(["GET", "HEAD", "POST"])
def edit_hours(request: HttpRequest, key: UUID) -> HttpResponse:
    """Change the opening hours of a desk."""
    reader, at = reading(request)
    found = managed_desk(reader, key)
    form = HoursForm(request.POST or None, initial={**hours_shown(found), "version": found.version})
    if request.method == "POST" and form.is_valid():
        seen, hours = form.cleaned_data["version"], form.cleaned_data["hours"]
        try:
            actions.set_hours(by=reader.actor, at=at, desk=found, version=seen, hours=hours)
        except StaleRecord as stale:
            now = _current(stale)
            return _stale(request, found, form, {**hours_shown(now), "version": now.version})
        messages.success(request, _("Bewaard."))
        return redirect("partners:desk", key=key)
    return render(request, "partners/edit.html", {"form": form, "hours": True, **_about(found)})


@require_POST
def close_desk(request: HttpRequest, key: UUID) -> HttpResponse:
    """Close a desk for good, when nothing lies on it any more."""
    reader, at = reading(request)
    found = managed_desk(reader, key)
    try:
        check_desk_is_empty(found)
        actions.close_desk(by=reader.actor, at=at, desk=found)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("partners:desk", key=key)
    messages.success(request, _("%(name)s is gesloten.") % {"name": found.name})
    return redirect("partners:partnership", key=found.region.key)


def _shown(desk: Desk) -> dict[str, object]:
    names = ("name", "email", "phone", "first_for_public", "version")
    return {name: getattr(desk, name) for name in names}


def _current(stale: StaleRecord) -> Desk:
    current = stale.current
    if not isinstance(current, Desk):
        raise TypeError(current)
    return current


def _about(desk: Desk) -> dict[str, object]:
    return {"desk": desk, "heading": desk.name, "crumb": desk.organisation.name}


def _stale(
    request: HttpRequest, desk: Desk, form: DeskForm | HoursForm, now: dict[str, object]
) -> HttpResponse:
    """The own text stays in the form, the other's stands beside it; saving again is a choice."""
    context = {"form": form, "changes": beside_stored(form, now), **_about(desk)}
    return render(request, "partners/edit.html", context, status=409)
