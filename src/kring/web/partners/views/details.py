"""Correcting how a worker is called and reached, and where an organisation works."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kring.foundation.accounts.queries import is_untouched
from kring.foundation.records.bases import StaleRecord
from kring.registry.network.actions import correct_site
from kring.registry.network.models import Organisation, Worker
from kring.web.partners.actions import correct_details
from kring.web.partners.forms import SitePageForm, VersionedForm, WorkerForm
from kring.web.partners.rules import may_manage_organisation
from kring.web.partners.views.forming import beside_stored, tried
from kring.web.partners.views.gate import correctable_worker, managed_organisation, reading

WORKER_FIELDS = ("version", "name", "email", "phone")
SITE_FIELDS = ("version", "name", "street", "municipality", "phone", "email")


@require_http_methods(["GET", "HEAD", "POST"])
def edit_worker(request: HttpRequest, key: UUID) -> HttpResponse:
    """Correct name, e-mail and telephone of a worker."""
    reader, at = reading(request)
    found = correctable_worker(reader, key)
    form = WorkerForm(request.POST or None, initial=_stored(found, WORKER_FIELDS))
    given: Callable[[], Any] = lambda: correct_details(  # noqa: E731
        by=reader.actor, at=at, worker=found, **form.cleaned_data
    )
    about = {"heading": found.name, "organisation": _employer(request, found), "note": _note(found)}
    return _saved_or_shown(request, form, given, WORKER_FIELDS, about)


@require_http_methods(["GET", "HEAD", "POST"])
def edit_site(request: HttpRequest, key: UUID, site: UUID) -> HttpResponse:
    """Correct where a place of an organisation is and how it is reached; a closed one stays."""
    reader, at = reading(request)
    found = managed_organisation(reader, key)
    sites = found.sites.filter(closed_on__isnull=True).select_related("municipality", "organisation")
    place = get_object_or_404(sites, key=site)
    form = SitePageForm(request.POST or None, initial=_stored(place, SITE_FIELDS))
    given: Callable[[], Any] = lambda: correct_site(  # noqa: E731
        by=reader.actor, at=at, site=place, **form.cleaned_data
    )
    return _saved_or_shown(
        request, form, given, SITE_FIELDS, {"heading": place.name, "organisation": found}
    )


def _saved_or_shown(
    request: HttpRequest,
    form: VersionedForm,
    deed: Callable[[], Any],
    fields: tuple[str, ...],
    about: dict[str, Any],
) -> HttpResponse:
    """Do the deed and go back; else the form again, on a stale save beside what is stored now."""
    status, shown = 200, {"form": form, **about}
    if request.method == "POST" and form.is_valid():
        try:
            if tried(form, deed):
                messages.success(request, _("Bewaard."))
                return redirect("partners:organisation", key=about["organisation"].key)
        except StaleRecord as stale:
            status, shown["changes"] = 409, beside_stored(form, _stored(stale.current, fields))
    return render(request, "partners/edit.html", shown, status=status)


def _stored(record: Any, fields: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(record, name) for name in fields}


def _employer(request: HttpRequest, worker: Worker) -> Organisation:
    """The first organisation of this worker that the reader keeps."""
    reader, _at = reading(request)
    held = worker.roles.filter(ends_at__isnull=True).select_related("organisation")
    kept = (one.organisation for one in held.order_by("starts_at", "pk"))
    return next(one for one in kept if may_manage_organisation(reader, one))


def _note(worker: Worker) -> str:
    """What a new address does to signing in."""
    if worker.account is None:
        return ""
    if is_untouched(worker.account):
        return _(
            "Deze medewerker meldde zich nog nooit aan. Met een ander e-mailadres vertrekt er meteen"
            " een nieuwe link naartoe, en werkt de vorige niet meer."
        )
    return _("Deze medewerker blijft zich aanmelden met het adres van vroeger.")
