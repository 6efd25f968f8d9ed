"""Changing an organisation, and saying that a worker is away or left."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kring.foundation.records.bases import StaleRecord
from kring.foundation.ui.refusals import beside
from kring.registry.network import actions
from kring.registry.network.models import Organisation, Worker
from kring.support.requests.queries import held_by
from kring.trust.access.joining import anchored_by
from kring.web.partners import queries
from kring.web.partners.actions import see_off
from kring.web.partners.forms import AbsenceForm, OrganisationForm
from kring.web.partners.rules import may_correct_worker
from kring.web.partners.views.forming import beside_stored
from kring.web.partners.views.gate import managed_organisation, managed_worker, reading


@require_http_methods(["GET", "HEAD", "POST"])
def edit_organisation(request: HttpRequest, key: UUID) -> HttpResponse:
    """Change name, sector or enterprise number of an organisation."""
    reader, at = reading(request)
    found = managed_organisation(reader, key)
    form = OrganisationForm(request.POST or None, initial=_shown(found))
    context = {"form": form, "heading": found.name, "organisation": found}
    if request.method == "POST" and form.is_valid():
        saved = {"version": form.cleaned_data["version"], **form.changes()}
        try:
            actions.correct_organisation(by=reader.actor, at=at, organisation=found, **saved)
        except ValidationError as refused:
            form.add_error(None, refused)
        except StaleRecord as stale:
            if not isinstance(stale.current, Organisation):
                raise TypeError(stale.current) from stale
            context["changes"] = beside_stored(form, _shown(stale.current))
            return render(request, "partners/edit.html", context, status=409)
        else:
            messages.success(request, _("Bewaard."))
            return redirect("partners:organisation", key=key)
    return render(request, "partners/edit.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def absence(request: HttpRequest, key: UUID) -> HttpResponse:
    """Say from when to when a worker is away, and who does their work."""
    reader, at = reading(request)
    worker = managed_worker(reader, key)
    form = AbsenceForm(request.POST or None, worker=worker, colleagues=_employers(worker))
    if request.method == "POST" and form.is_valid() and _reported(request, form, worker):
        messages.success(request, _("Genoteerd: %(name)s is afwezig.") % {"name": worker.name})
        return redirect("partners:organisation", key=_employers(worker)[0].key)
    context = {
        "form": form,
        "worker": worker,
        "employers": _employers(worker),
        "away": queries.absences_of(worker, at),
        "may_correct": may_correct_worker(reader, worker),
        "may_leave": worker.pk != reader.worker_id,
        "held": held_by(worker),
        "anchored": anchored_by(worker, at),
    }
    return render(request, "partners/absence.html", context)


@require_POST
def leaves(request: HttpRequest, key: UUID) -> HttpResponse:
    """Somebody no longer works here: roles, duties and account end now."""
    reader, at = reading(request)
    worker = managed_worker(reader, key)
    if worker.pk == reader.worker_id:
        raise PermissionDenied
    employers = _employers(worker)
    try:
        see_off(by=reader.actor, at=at, worker=worker)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("partners:absence", key=worker.key)
    messages.success(request, _("%(name)s werkt hier niet meer.") % {"name": worker.name})
    return redirect("partners:organisation", key=employers[0].key)


def _reported(request: HttpRequest, form: AbsenceForm, worker: Worker) -> bool:
    reader, at = reading(request)
    starts, ends = form.period()
    deputy = form.cleaned_data["deputy"]
    try:
        actions.report_absence(
            by=reader.actor, at=at, worker=worker, starts_at=starts, ends_at=ends, deputy=deputy
        )
    except ValidationError as refused:
        names = {"starts_at": "first_day", "ends_at": "last_day", "deputy": "deputy"}
        beside(form, refused, names=names)
        return False
    return True


def _employers(worker: Worker) -> list[Organisation]:
    held = worker.roles.filter(ends_at__isnull=True).values("organisation")
    return list(Organisation.objects.filter(pk__in=held).order_by("name", "pk"))


def _shown(organisation: Organisation) -> dict[str, object]:
    names = ("name", "sector", "enterprise_number", "version")
    return {name: getattr(organisation, name) or "" for name in names}
