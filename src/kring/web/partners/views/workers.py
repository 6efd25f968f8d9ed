"""People of an organisation: they start, hold roles, and come back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kring.registry.network import actions
from kring.registry.network.models import Organisation, Worker, WorkerRole
from kring.trust.access.readers import Reader
from kring.web.partners import queries
from kring.web.partners.actions import hire, send_invitation, take_role
from kring.web.partners.founding_forms import NewWorkerForm, RoleForm
from kring.web.partners.rules import (
    managed_partnerships,
    may_manage_organisation,
    roles_to_give,
)
from kring.web.partners.views.forming import page, tried
from kring.web.partners.views.gate import managed_organisation, managed_worker, reading


@require_http_methods(["GET", "HEAD", "POST"])
def new_worker(request: HttpRequest, key: UUID) -> HttpResponse:
    """Somebody starts for an organisation and gets a link to a first password."""
    reader, at = reading(request)
    found = managed_organisation(reader, key)
    form = NewWorkerForm(request.POST or None, choices=_choices(reader))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        if tried(form, lambda: hire(by=reader.actor, at=at, organisation=found, **given)):
            said = _("%(name)s is toegevoegd en krijgt een mail met een link.")
            messages.success(request, said % {"name": given["name"]})
            return redirect("partners:organisation", key=key)
    back = reverse("partners:organisation", args=[key])
    words = {"heading": _("Nieuwe medewerker"), "submit": _("Voeg toe en nodig uit")}
    return page(request, form, **words, back=back, back_name=found.name)


@require_http_methods(["GET", "HEAD", "POST"])
def worker(request: HttpRequest, key: UUID) -> HttpResponse:
    """One worker with their roles; POST gives one more, for the first organisation one keeps."""
    reader, at = reading(request)
    found = _kept(reader, key)
    form = RoleForm(request.POST or None, choices=_choices(reader))
    held = _roles(found)
    employer = _employer(reader, held)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        actions.give_role(by=reader.actor, at=at, worker=found, organisation=employer, **given)
        messages.success(request, _("%(name)s heeft een rol erbij.") % {"name": found.name})
        return redirect("partners:worker", key=key)
    context = {
        "worker": found,
        "form": form,
        "employer": employer,
        "roles": [(row, queries.called(row), _may(reader, row.organisation)) for row in held],
        "away": queries.absences_of(found, at),
        "never_in": found.account is not None and not found.account.last_login,
    }
    return render(request, "partners/worker.html", context)


@require_POST
def end_role(request: HttpRequest, key: UUID, role: UUID) -> HttpResponse:
    """A worker no longer holds a role; they are signed out everywhere."""
    reader, at = reading(request)
    found = _kept(reader, key)
    held = get_object_or_404(_roles(found), key=role)
    if not _may(reader, held.organisation):
        raise PermissionDenied
    try:
        take_role(by=reader.actor, at=at, held=held)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("partners:worker", key=found.key)
    messages.success(request, _("De rol eindigt nu. %(name)s is afgemeld.") % {"name": found.name})
    return redirect("partners:organisation", key=held.organisation.key)


@require_POST
def end_absence(request: HttpRequest, key: UUID, absence: UUID) -> HttpResponse:
    """A worker is back before the last day, or is not away after all."""
    reader, at = reading(request)
    found = managed_worker(reader, key)
    running = found.absences.filter(ends_at__isnull=True) | found.absences.filter(ends_at__gt=at)
    away = get_object_or_404(running.select_related("worker"), key=absence)
    actions.end_absence(by=reader.actor, at=at, absence=away)
    messages.success(request, _("%(name)s is er weer.") % {"name": found.name})
    return redirect("partners:absence", key=key)


@require_POST
def invite_again(request: HttpRequest, key: UUID) -> HttpResponse:
    """Send a new link to who never signed in."""
    reader, at = reading(request)
    found = _kept(reader, key)
    if found.account is None or found.account.last_login:
        raise PermissionDenied
    send_invitation(by=reader.actor, at=at, account=found.account)
    messages.success(request, _("Er vertrekt een nieuwe link."))
    return redirect("partners:worker", key=key)


def _kept(reader: Reader, key: UUID) -> Worker:
    """A worker of an organisation one keeps; nobody changes their own roles."""
    found = managed_worker(reader, key)
    if found.pk == reader.worker_id:
        raise PermissionDenied
    return found


def _roles(worker: Worker) -> QuerySet[WorkerRole]:
    held = WorkerRole.objects.filter(worker=worker, ends_at__isnull=True)
    return held.select_related("role", "organisation", "partnership", "worker__account").order_by(
        "starts_at", "pk"
    )


def _employer(reader: Reader, held: QuerySet[WorkerRole]) -> Organisation:
    kept = [row.organisation for row in held if _may(reader, row.organisation)]
    if not kept:
        raise PermissionDenied
    return kept[0]


def _may(reader: Reader, organisation: Organisation) -> bool:
    return may_manage_organisation(reader, organisation)


def _choices(reader: Reader) -> dict[str, QuerySet[Any]]:
    return {"role": roles_to_give(reader), "partnership": managed_partnerships(reader)}
