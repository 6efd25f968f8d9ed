"""Building the network: organisations, their sites, partnerships and desks."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kring.foundation.deadlines.calendar import local_day
from kring.registry.network import actions
from kring.registry.network.models import Organisation, PartnershipMember
from kring.registry.network.rules import NETWORK_MANAGE
from kring.web.partners.actions import found_organisation, found_partnership
from kring.web.partners.founding_forms import (
    NewDeskForm,
    NewOrganisationForm,
    NewPartnershipForm,
    SiteForm,
)
from kring.web.partners.rules import managed_partnerships
from kring.web.partners.views.forming import page, tried
from kring.web.partners.views.gate import (
    managed_organisation,
    managed_partnership,
    reading,
)


@require_http_methods(["GET", "HEAD", "POST"])
def new_organisation(request: HttpRequest) -> HttpResponse:
    """An organisation comes into the network as a partner of something one keeps."""
    reader, at = reading(request)
    if not reader.may(NETWORK_MANAGE):
        raise PermissionDenied
    choices = {"partnership": managed_partnerships(reader)}
    form = NewOrganisationForm(request.POST or None, choices=choices)
    if request.method == "POST" and form.is_valid():
        made: list[Organisation] = []
        given = form.cleaned_data
        deed = lambda: made.append(found_organisation(by=reader.actor, at=at, **given))  # noqa: E731
        if tried(form, deed, {"enterprise_number": "number"}):
            messages.success(request, _("%(name)s staat in het netwerk.") % {"name": made[0].name})
            return redirect("partners:organisation", key=made[0].key)
    words = {"heading": _("Nieuwe organisatie"), "submit": _("Voeg toe")}
    return page(request, form, **words, back=reverse("partners:partners"), back_name=_("Partners"))


@require_http_methods(["GET", "HEAD", "POST"])
def new_site(request: HttpRequest, key: UUID) -> HttpResponse:
    """An organisation works at one more place."""
    reader, at = reading(request)
    found = managed_organisation(reader, key)
    form = SiteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        deed = lambda: actions.open_site(by=reader.actor, at=at, organisation=found, **given)  # noqa: E731
        if tried(form, deed):
            messages.success(request, _("Het adres staat erbij."))
            return redirect("partners:organisation", key=key)
    back = reverse("partners:organisation", args=[key])
    words = {"heading": _("Nieuw adres"), "submit": _("Voeg toe")}
    return page(request, form, **words, back=back, back_name=found.name)


@require_POST
def close_site(request: HttpRequest, key: UUID, site: UUID) -> HttpResponse:
    """An organisation no longer works at a place."""
    reader, at = reading(request)
    found = managed_organisation(reader, key)
    place = get_object_or_404(found.sites.select_related("organisation"), key=site)
    actions.close_site(by=reader.actor, at=at, site=place, closed_on=local_day(at))
    messages.success(request, _("Het adres is afgesloten."))
    return redirect("partners:organisation", key=key)


@require_http_methods(["GET", "HEAD", "POST"])
def new_partnership(request: HttpRequest) -> HttpResponse:
    """Organisations start to work together; the own organisation leads."""
    reader, at = reading(request)
    if not reader.may(NETWORK_MANAGE):
        raise PermissionDenied
    own = Organisation.objects.filter(pk__in=reader.organisation_ids, closed_on__isnull=True)
    choices = {"lead": own.order_by("search_name", "pk")}
    form = NewPartnershipForm(request.POST or None, choices=choices)
    if request.method == "POST" and form.is_valid():
        opened = found_partnership(by=reader.actor, at=at, **form.cleaned_data)
        messages.success(request, _("%(name)s is gestart.") % {"name": opened.name})
        return redirect("partners:keep", key=opened.key)
    words = {"heading": _("Nieuwe samenwerking"), "submit": _("Start")}
    return page(request, form, **words, back=reverse("partners:partners"), back_name=_("Partners"))


@require_http_methods(["GET", "HEAD", "POST"])
def new_desk(request: HttpRequest, key: UUID) -> HttpResponse:
    """A desk opens for one of the partners."""
    reader, at = reading(request)
    found = managed_partnership(reader, key)
    taking_part = PartnershipMember.objects.running(at).filter(partnership=found)
    partners = Organisation.objects.filter(pk__in=taking_part.values("organisation"))
    choices = {"organisation": partners.order_by("search_name", "pk")}
    form = NewDeskForm(request.POST or None, choices=choices)
    if request.method == "POST" and form.is_valid():
        opened = actions.open_desk(by=reader.actor, at=at, region=found, **form.cleaned_data)
        messages.success(request, _("%(name)s is open. Zet nu mensen op de lijst.") % {"name": opened})
        return redirect("partners:desk", key=opened.key)
    back = reverse("partners:partnership", args=[key])
    words = {"heading": _("Nieuwe balie"), "submit": _("Open de balie")}
    return page(request, form, **words, back=back, back_name=found.name)
