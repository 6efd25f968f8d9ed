"""Thresholds of the own organisation: asked of it and logged by it, one of them, and its deeds."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kring.support.thresholds.kinds import kind_words
from kring.support.thresholds.models import MetBy, Threshold
from kring.support.thresholds.queries import asked_of, logged_for, met_by_for, threshold_for
from kring.support.thresholds.states import ANSWERED, ASKED, LOGGED, REMOVED, STAYS
from kring.support.thresholds.words import state_words
from kring.trust.access.http import ReadRequest
from kring.trust.access.queries import DESK_WORK, families_by_id, persons_by_id
from kring.web.chances.forms import FORMS, ThresholdDeed
from kring.web.chances.views.counting import may_count
from kring.web.shell.guard import helpers_only, workers_only
from kring.web.together.answering import answered

CHIPS = {LOGGED: "", ASKED: "soon", ANSWERED: "info", REMOVED: "ok", STAYS: "late"}


@require_safe
@workers_only
def overview(request: ReadRequest) -> HttpResponse:
    """What was asked of the own organisation, and what it logged itself."""
    own = request.reader.organisation_ids
    context = {
        "asked": [_line(one) for one in asked_of(own)],
        "logged": [_line(one) for one in logged_for(own)],
        "may_log": request.reader.may(DESK_WORK),
        "may_count": may_count(request.reader),
    }
    return render(request, "chances/thresholds.html", context)


@require_safe
@workers_only
def threshold(request: ReadRequest, key: UUID) -> HttpResponse:
    """One threshold, for whoever works at either end of it."""
    return _page(request, _threshold(request, key))


@require_POST
@helpers_only
def deed(request: ReadRequest, key: UUID, name: str) -> HttpResponse:
    """One deed on a threshold."""
    one = _threshold(request, key)
    kind, met = FORMS.get(name), met_by_for(request.reader, one, request.at)
    if kind is None or not kind.may(one, request.reader, knows=met is not None):
        raise Http404
    return answered(
        request,
        kind(request.POST, one=one, request=request),
        said=_("Bewaard."),
        to=lambda _made: reverse("chances:threshold", kwargs={"key": one.key}),
        again=lambda form, status: _page(request, _threshold(request, key), form, status),
    )


def _page(
    request: ReadRequest, one: Threshold, wrong: ThresholdDeed | None = None, status: int = 200
) -> HttpResponse:
    reader, met = request.reader, met_by_for(request.reader, one, request.at)
    kinds = [kind for kind in FORMS.values() if reader.may(DESK_WORK) and one.state in kind.when]
    forms = {
        kind.name: kind(one=one, request=request)
        for kind in kinds
        if kind.may(one, reader, knows=met is not None)
    }
    if wrong is not None:
        forms[wrong.name] = wrong
    context = {**_line(one), **_who_met(request, met), "forms": forms}
    return render(request, "chances/threshold.html", context, status=status)


def _who_met(request: ReadRequest, met: MetBy | None) -> dict[str, object]:
    """Who met it, where the reader may know; a person they do not see is not named."""
    if met is None:
        return {}
    reader, ids = request.reader, [row.person_id for row in met.item.subjects.all()]
    known = persons_by_id(reader, ids, request.at)
    families = families_by_id(reader, [met.family_id], request.at)
    names = [known[pk].name or _("zonder naam") for pk in ids if pk in known]
    return {"met": met, "family": families.get(met.family_id), "persons": names}


def _line(one: Threshold) -> dict[str, object]:
    """A threshold with its kind and how far it is, in words."""
    words, chip = state_words(one.state), CHIPS[one.state]
    return {"one": one, "kind": kind_words(one.kind), "state": words, "chip": chip}


def _threshold(request: ReadRequest, key: UUID) -> Threshold:
    found = threshold_for(request.reader, key, request.at)
    if found is None:
        raise Http404
    return found
