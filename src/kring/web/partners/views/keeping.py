"""Keeping a partnership right: its facts, territory, partners, recognitions and names of roles."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kring.foundation.deadlines.calendar import start_of_day
from kring.foundation.records.bases import StaleRecord
from kring.foundation.ui.difference import Change
from kring.registry.network import actions
from kring.registry.network.models import Partnership, RoleType
from kring.support.plans.queries import approval_wanted
from kring.trust.access.readers import Reader
from kring.web.partners import queries
from kring.web.partners.founding_forms import (
    LabelForm,
    MemberForm,
    PartnershipForm,
    RecognitionForm,
    TerritoryForm,
    choices_of_organisations,
)
from kring.web.partners.views.forming import beside_stored, since, tried
from kring.web.partners.views.gate import managed_partnership, reading

PARTS = ("facts", "territory", "member", "recognition", "label")


@require_http_methods(["GET", "HEAD", "POST"])
def keep(request: HttpRequest, key: UUID, part: str = "") -> HttpResponse:
    """The partnership as its keeper sees it; POST to one part changes that part."""
    reader, at = reading(request)
    found = managed_partnership(reader, key)
    if request.method == "GET" and not part:
        return _shown(request, found, _forms(found))
    if part not in PARTS or request.method != "POST":
        raise Http404
    all_forms = _forms(found, part, request.POST)
    form = all_forms[part]
    status, changes = 200, None
    if form.is_valid():
        try:
            if tried(form, lambda: _done(part, form, found, reader, at), _names(part)):
                messages.success(request, _("Bewaard."))
                return redirect("partners:keep", key=key)
        except StaleRecord as stale:
            status, changes = 409, _beside(form, stale)
    return _shown(request, found, all_forms, status=status, changes=changes)


@require_POST
def leave_out(request: HttpRequest, key: UUID, part: str, which: str) -> HttpResponse:
    """End one thing of a partnership now: a municipality, a partner or a recognition."""
    reader, at = reading(request)
    found = managed_partnership(reader, key)
    by = reader.actor
    if part == "gebied":
        areas = found.areas.filter(ends_at__isnull=True, municipality__nis=which)
        area = get_object_or_404(areas.select_related("municipality"))
        place = area.municipality
        actions.take_from_territory(by=by, at=at, partnership=found, municipality=place)
    elif part == "partner":
        rows = found.members.filter(ends_at__isnull=True).select_related("organisation", "partnership")
        actions.end_partner(by=by, at=at, member=get_object_or_404(rows, key=_key(which)))
    elif part == "erkenning":
        recognition = get_object_or_404(found.recognitions, key=_key(which))
        actions.end_recognition(by=by, at=at, recognition=recognition, ends_at=at)
    else:
        raise Http404
    messages.success(request, _("Dit eindigt vandaag. Wat was, blijft te lezen."))
    return redirect("partners:keep", key=key)


def _done(part: str, form: Any, found: Partnership, reader: Reader, at: datetime) -> None:
    """Do what one form asks."""
    by, given = reader.actor, form.cleaned_data
    if part == "facts":
        actions.correct_partnership(by=by, at=at, partnership=found, **given)
    elif part == "territory":
        places = given["municipalities"]
        actions.add_to_territory(by=by, at=at, partnership=found, municipalities=places)
    elif part == "member":
        starts = since(given.pop("starts_on"), at)
        actions.add_partner(by=by, at=at, partnership=found, starts_at=starts, **given)
    elif part == "recognition":
        last = given["ends_on"]
        actions.recognise(
            by=by,
            at=at,
            partnership=found,
            title=given["title"],
            ground=given["ground"],
            starts_at=start_of_day(given["starts_on"]),
            ends_at=start_of_day(last + timedelta(days=1)) if last else None,
        )
    else:
        actions.label_role(by=by, at=at, partnership=found, role=given["role"], name=form.label_text())


def _forms(found: Partnership, part: str = "", data: Any = None) -> dict[str, forms.Form]:
    """The form of each part; the one that was sent holds what was typed."""
    sent = {name: data if name == part else None for name in PARTS}
    shown = _facts(found)
    return {
        "facts": PartnershipForm(sent["facts"], initial=shown, prefix=None),
        "territory": TerritoryForm(sent["territory"]),
        "member": MemberForm(
            sent["member"], choices={"organisation": choices_of_organisations()}, auto_id="lid_%s"
        ),
        "recognition": RecognitionForm(sent["recognition"], auto_id="erkenning_%s"),
        "label": LabelForm(
            sent["label"], choices={"role": RoleType.objects.order_by("pk")}, auto_id="rol_%s"
        ),
    }


def _names(part: str) -> dict[str, str]:
    return {"municipality": "municipalities"} if part == "territory" else {}


def _facts(found: Partnership) -> dict[str, object]:
    return {name: getattr(found, name) for name in ("name", "starts_on", "note", "version")}


def _beside(form: forms.Form, stale: StaleRecord) -> list[Change]:
    """Own text and that of the other; saving again is a choice."""
    if not isinstance(stale.current, Partnership):
        raise TypeError(stale.current)
    return beside_stored(form, _facts(stale.current))


def _shown(
    request: HttpRequest,
    found: Partnership,
    all_forms: dict[str, forms.Form],
    *,
    status: int = 200,
    changes: list[Change] | None = None,
) -> HttpResponse:
    _reader, at = reading(request)
    context = {
        "partnership": found,
        "forms": all_forms,
        "wrong": next((form for form in all_forms.values() if form.errors), None),
        "changes": changes,
        "members": queries.members_of(found, at),
        "territory": queries.territory_of(found, at),
        "recognitions": found.recognitions.order_by("-starts_at", "pk"),
        "labels": queries.role_labels(found),
        "now": at,
        "approval": approval_wanted(found),
    }
    return render(request, "partners/keep.html", context, status=status)


def _key(which: str) -> UUID:
    try:
        return UUID(which)
    except ValueError as error:
        raise Http404 from error
