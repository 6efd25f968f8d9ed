"""Keeping a House: what its page says, places, partners per pillar, recognition and checklist."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kring.foundation.deadlines.calendar import start_of_day
from kring.foundation.journal.actor import Actor
from kring.foundation.records.bases import StaleRecord
from kring.foundation.ui.difference import changes_between
from kring.foundation.ui.refusals import beside
from kring.offer.houses import actions
from kring.offer.houses.models import House, HouseSite, PillarPartner
from kring.offer.houses.queries import checklist, pillars_of
from kring.offer.houses.rules import partner_ids
from kring.registry.network.actions import end_recognition, recognise
from kring.web.house import forms as ours
from kring.web.house.views.gate import kept_house

type Forms = dict[str, forms.Form]


@require_safe
def keep(request: HttpRequest, key: UUID) -> HttpResponse:
    """The House as its keeper sees it."""
    _reader, at, house = kept_house(request, key)
    return _shown(request, house, _forms(house, at), at)


@require_POST
def keep_part(request: HttpRequest, key: UUID, part: str) -> HttpResponse:
    """Change one part of a House."""
    reader, at, house = kept_house(request, key)
    if part not in DEEDS:
        raise Http404
    all_forms = _forms(house, at, part, request.POST)
    form, changes, status = all_forms[part], None, 422
    if form.is_valid():
        try:
            DEEDS[part](house, form, reader.actor, at)
        except ValidationError as refused:
            beside(form, refused)
        except StaleRecord as stale:
            changes, status = _beside(form, stale), 409
        else:
            messages.success(request, _("Bewaard."))
            return redirect("house:keep", key=key)
    return _shown(request, house, all_forms, at, changes=changes, status=status)


@require_POST
def leave_out(request: HttpRequest, key: UUID, part: str, which: UUID) -> HttpResponse:
    """End one thing of a House now: a place, a partner of a pillar, a recognition."""
    reader, at, house = kept_house(request, key)
    if part not in ENDS:
        raise Http404
    ENDS[part](house, which, reader.actor, at)
    messages.success(request, _("Dit eindigt vandaag. Wat was, blijft te lezen."))
    return redirect("house:keep", key=key)


def _words(house: House, form: Any, by: Actor, at: datetime) -> None:
    given = form.cleaned_data
    plain = {name: given[name] for name in ("version", "phone", "email", "website")}
    actions.change_house(house=house, introduction=form.introduction(), by=by, at=at, **plain)


def _partner(house: House, form: Any, by: Actor, at: datetime) -> None:
    actions.add_pillar_partner(house=house, by=by, at=at, **form.cleaned_data)


def _site(house: House, form: Any, by: Actor, at: datetime) -> None:
    actions.add_site(house=house, place=form.cleaned_data["location"], by=by, at=at)


def _condition(house: House, form: Any, by: Actor, at: datetime) -> None:
    given = form.cleaned_data
    actions.judge_condition(
        house=house,
        condition=form.known[given["condition"]],
        standing=given["standing"],
        words=given["words"],
        by=by,
        at=at,
    )


def _recognition(house: House, form: Any, by: Actor, at: datetime) -> None:
    given = form.cleaned_data
    last = given["ends_on"]
    recognise(
        partnership=house.partnership,
        title=given["title"],
        ground=given["ground"],
        starts_at=start_of_day(given["starts_on"]),
        ends_at=start_of_day(last + timedelta(days=1)) if last else None,
        by=by,
        at=at,
    )


def _close(house: House, form: Any, by: Actor, at: datetime) -> None:
    actions.close_house(house=house, last_day=form.cleaned_data["last_day"], by=by, at=at)


def _end_partner(house: House, which: UUID, by: Actor, at: datetime) -> None:
    rows = PillarPartner.objects.filter(house=house, ends_at=None).select_related("organisation")
    actions.end_pillar_partner(partner=get_object_or_404(rows, key=which), by=by, at=at)


def _end_site(house: House, which: UUID, by: Actor, at: datetime) -> None:
    rows = HouseSite.objects.filter(house=house, ends_at=None)
    actions.end_site(site=get_object_or_404(rows, key=which), by=by, at=at)


def _end_recognition(house: House, which: UUID, by: Actor, at: datetime) -> None:
    rows = house.partnership.recognitions.filter(ends_at=None)
    end_recognition(recognition=get_object_or_404(rows, key=which), ends_at=at, by=by, at=at)


DEEDS: dict[str, Callable[[House, Any, Actor, datetime], None]] = {
    "woorden": _words,
    "partner": _partner,
    "plek": _site,
    "voorwaarde": _condition,
    "erkenning": _recognition,
    "sluiten": _close,
}
ENDS: dict[str, Callable[[House, UUID, Actor, datetime], None]] = {
    "partner": _end_partner,
    "plek": _end_site,
    "erkenning": _end_recognition,
}


def _forms(house: House, at: datetime, part: str = "", data: Any = None) -> Forms:
    """The form of each part; the one that was sent holds what was typed."""
    sent = {name: data if name == part else None for name in DEEDS}
    return {
        "woorden": ours.WordsForm(sent["woorden"], initial=ours.words_shown(house)),
        "partner": ours.PartnerForm(sent["partner"], at=at, auto_id="partner_%s"),
        "plek": ours.SiteForm(sent["plek"], partners=partner_ids(house, at), auto_id="plek_%s"),
        "voorwaarde": ours.ConditionForm(sent["voorwaarde"], at=at, auto_id="voorwaarde_%s"),
        "erkenning": ours.RecognitionForm(sent["erkenning"], auto_id="erkenning_%s"),
        "sluiten": ours.CloseForm(sent["sluiten"], auto_id="sluiten_%s"),
    }


def _beside(form: forms.Form, stale: StaleRecord) -> list[object]:
    """Own text and that of the other; saving again is a choice."""
    if not isinstance(stale.current, House):
        raise TypeError(stale.current)
    now = ours.words_shown(stale.current)
    form.data = {**form.data.dict(), "version": str(now["version"])}  # type: ignore[attr-defined]
    labels = {name: str(field.label) for name, field in form.fields.items() if name != "version"}
    return list(changes_between(labels, form.cleaned_data, now))


def _shown(
    request: HttpRequest,
    house: House,
    all_forms: Forms,
    at: datetime,
    *,
    changes: list[object] | None = None,
    status: int = 200,
) -> HttpResponse:
    sites = HouseSite.objects.running(at).filter(house=house).order_by("pk")
    context = {
        "house": house,
        "forms": all_forms,
        "wrong": next((form for form in all_forms.values() if form.errors), None),
        "changes": changes,
        "sites": list(sites.select_related("location__organization", "organization")),
        "partners": pillars_of(house, at),
        "lines": checklist(house, at),
        "recognitions": house.partnership.recognitions.order_by("-starts_at", "pk"),
        "now": at,
    }
    return render(request, "house/keep.html", context, status=status)
