"""Changing what is said of a service."""

from collections.abc import Iterable
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kring.foundation.records.bases import StaleRecord
from kring.foundation.ui.difference import Change, changes_between
from kring.foundation.ui.refusals import beside
from kring.offer.directory.actions import change_service
from kring.offer.directory.models import Service
from kring.trust.access.http import ReadRequest
from kring.web.offering.described import described_by, form_values
from kring.web.offering.edit_form import ServiceForm
from kring.web.offering.views.own import found
from kring.web.shell.guard import workers_only

CALLED = {
    "name": "name_nl",
    "description": "description_nl",
    "fees_description": "cost",
    "words": "for_whom",
    "number": "phone",
    "application_process": "how",
    "wait_time": "wait",
    "interpretation_services": "interpreter",
    "document": "papers",
    "code": "module_code",
}
"""What a field of the directory is called on the form."""
TOLD = (
    *("name_nl", "description_nl", "phone", "email", "url", "cost", "for_whom"),
    *("how", "wait", "papers", "interpreter", "alert", "areas"),
)


@require_http_methods(["GET", "HEAD", "POST"])
@workers_only
def edit(request: ReadRequest, key: UUID) -> HttpResponse:
    """The form of a service; who changes it confirms it."""
    service, status, changes = found(request, key), 200, None
    sent = request.POST if request.method == "POST" else None
    form = ServiceForm(sent, service=service, initial=form_values(service))
    if form.is_bound:
        status = 422
        try:
            if form.is_valid() and _changed(request, service, form):
                messages.success(request, _("Bewaard en bevestigd."))
                return redirect("offering:service", key=key)
        except StaleRecord:
            status, changes = 409, beside_theirs(form, form_values(found(request, key)), TOLD)
    context = {"service": service, "form": form, "changes": changes}
    return render(request, "offering/edit.html", context, status=status)


def _changed(request: ReadRequest, service: Service, form: ServiceForm) -> bool:
    try:
        change_service(
            service=service,
            version=form.cleaned_data["version"],
            described=described_by(form, service),
            confirm_every=form.cleaned_data["confirm_every"],
            by=request.reader.actor,
            at=request.at,
        )
    except ValidationError as refused:
        beside(form, refused, names=CALLED)
    return not form.errors


def beside_theirs(form: Form, now: dict[str, Any], told: Iterable[str]) -> list[Change]:
    """Own text and what a colleague saved, in the fields ``told``; saving again is a choice."""
    typed = {name: form.data.get(name, "") for name in form.fields}
    again = cast("QueryDict", form.data).copy()
    again["version"] = str(now["version"])
    form.data = again
    return changes_between({name: str(form.fields[name].label) for name in told}, typed, now)
