"""All families of a worker to a colleague, in one deed."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from kring.foundation.journal import ledger
from kring.foundation.ui.addresses import address_of
from kring.registry.network.models import RoleType, Worker, WorkerRole
from kring.registry.network.queries import employers_of
from kring.registry.network.rules import DESK_WORK
from kring.support.plans.actions import hand_over_caseload
from kring.support.plans.models import TeamMember
from kring.support.plans.queries import caseload_for, places_of
from kring.trust.access.queries import families_visible_to
from kring.trust.access.readers import Reader
from kring.web.partners.forms import ReceiverForm
from kring.web.partners.rules import may_hand_over_caseload
from kring.web.partners.views.forming import tried
from kring.web.partners.views.gate import reading


@require_http_methods(["GET", "HEAD", "POST"])
def caseload(request: HttpRequest, key: UUID) -> HttpResponse:
    """Choose a colleague, see what goes and what stays and why, and hand over."""
    reader, at = reading(request)
    found = _worker(reader, key)
    form = ReceiverForm(_given(request), colleagues=_colleagues(reader, found, at))
    chosen = form.cleaned_data["naar"] if form.is_bound and form.is_valid() else None
    if request.method == "POST" and chosen is not None and _handed(request, form, found, chosen):
        return redirect(_after(found, chosen))
    status = 422 if form.is_bound and form.errors else 200
    return render(
        request, "partners/caseload.html", _shown(reader, at, found, chosen, form), status=status
    )


def _worker(reader: Reader, key: UUID) -> Worker:
    found = get_object_or_404(Worker.objects.filter(left_at__isnull=True), key=key)
    if not may_hand_over_caseload(reader, found):
        raise PermissionDenied
    return found


def _given(request: HttpRequest) -> Any:
    """What was chosen: in the address to look first, in the form to do it."""
    if request.method == "POST":
        return request.POST
    return request.GET if "naar" in request.GET else None


def _colleagues(reader: Reader, worker: Worker, at: datetime) -> QuerySet[Worker]:
    """Who helps people for the same organisations; nobody gives families to themself to read."""
    helping = [role.pk for role in RoleType.objects.order_by("pk") if DESK_WORK in role.grants]
    held = WorkerRole.objects.running(at).filter(role__in=helping)
    there = held.filter(organisation__in=[one.pk for one in employers_of(worker, at)])
    rows = Worker.objects.filter(pk__in=there.values("worker"), left_at__isnull=True)
    return rows.exclude(pk__in=[worker.pk, reader.worker_id or 0]).order_by("name", "pk")


def _handed(request: HttpRequest, form: forms.Form, found: Worker, chosen: Worker) -> bool:
    reader, at = reading(request)
    gone = len(caseload_for(found, chosen, at).going)
    deed = lambda: hand_over_caseload(of=found, to=chosen, by=reader.actor, at=at)  # noqa: E731
    if not tried(form, deed, {"to": "naar"}):
        return False
    words = ngettext("%(count)d gezin ging", "%(count)d gezinnen gingen", gone) % {"count": gone}
    said = _("%(families)s naar %(name)s, die krijgt bericht.")
    messages.success(request, said % {"families": words, "name": chosen.name})
    return True


def _after(found: Worker, chosen: Worker) -> str:
    """Back to the page, which says what stayed behind."""
    return f"{address_of('partners:caseload', found.key)}?naar={chosen.key}"


def _shown(
    reader: Reader, at: datetime, found: Worker, chosen: Worker | None, form: forms.Form
) -> dict[str, Any]:
    held = caseload_for(found, chosen, at) if chosen is not None else None
    return {
        "worker": found,
        "employers": employers_of(found, at),
        "form": form,
        "chosen": chosen,
        "places": len(places_of(found)),
        "going": len(held.going) if held is not None else 0,
        "staying": _named(reader, held.own, at) if held is not None else [],
        "elsewhere": _named(reader, held.elsewhere, at) if held is not None else [],
    }


def _named(reader: Reader, places: list[TeamMember], at: datetime) -> list[dict[str, Any]]:
    """What stays; the name of a family only for who sees that family, else since when it is helped."""
    ids = [one.plan.family_id for one in places]
    seen = families_visible_to(reader, at).filter(pk__in=ids)
    names = {family.pk: family for family in seen.order_by("pk")}
    ledger.saw_all("family", (family.key for family in names.values()))
    return [
        {"name": family.name if (family := names.get(one.plan.family_id)) else "", "place": one}
        for one in places
    ]
