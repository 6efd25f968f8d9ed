"""Activities of one's own offer: their days, who comes, and a day that does not go on."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kring.foundation.ui.refusals import beside
from kring.offer.directory.actions import add_activity, add_dates, cancel_date, stop_activity
from kring.offer.directory.models import Activity
from kring.trust.access.http import ReadRequest
from kring.web.offering.activity_forms import ActivityForm, DatesForm
from kring.web.offering.queries import coming_of, own_activity, own_date
from kring.web.offering.views.own import found
from kring.web.shell.guard import workers_only


@require_http_methods(["GET", "HEAD", "POST"])
@workers_only
def new(request: ReadRequest, key: UUID) -> HttpResponse:
    """Something of a service that happens on dates."""
    service = found(request, key)
    form = ActivityForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        there = service.service_at_locations.all()
        location = there[0].location if there else None
        by, at = request.reader.actor, request.at
        try:
            made = add_activity(service=service, location=location, values=form.values(), by=by, at=at)
            return redirect("offering:activity", key=made.key)
        except ValidationError as refused:
            beside(form, refused, names={"name": "name_nl"})
    context = {"service": service, "form": form}
    status = 422 if form.errors else 200
    return render(request, "offering/new_activity.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@workers_only
def activity(request: ReadRequest, key: UUID) -> HttpResponse:
    """The days of an activity with who signed up; POST adds days."""
    one = _own(request, key)
    form = DatesForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and _added(request, one, form):
        messages.success(request, _("De dagen staan erbij."))
        return redirect("offering:activity", key=key)
    context = {"activity": one, "form": form, "coming": coming_of(one, request.at)}
    return render(request, "offering/activity.html", context, status=422 if form.errors else 200)


@require_POST
@workers_only
def cancel(request: ReadRequest, key: UUID) -> HttpResponse:
    """A day does not go on; who signed up with a mail address gets one."""
    date = own_date(request.reader, key)
    if date is None:
        raise Http404
    cancel_date(date=date, by=request.reader.actor, at=request.at)
    messages.success(request, _("Deze dag gaat niet door. Wie een mailadres gaf, krijgt een mail."))
    return redirect("offering:activity", key=date.activity.key)


@require_POST
@workers_only
def stop(request: ReadRequest, key: UUID) -> HttpResponse:
    """The activity happens no more."""
    one = _own(request, key)
    stop_activity(activity=one, by=request.reader.actor, at=request.at)
    messages.success(request, _("De activiteit is gestopt. Wie een mailadres gaf, krijgt een mail."))
    return redirect("offering:service", key=one.service.key)


def _added(request: ReadRequest, one: Activity, form: DatesForm) -> bool:
    try:
        add_dates(
            activity=one,
            times=form.times(),
            seats=form.cleaned_data["seats"],
            by=request.reader.actor,
            at=request.at,
        )
    except ValidationError as refused:
        beside(form, refused, otherwise="first_day")
    return not form.errors


def _own(request: ReadRequest, key: UUID) -> Activity:
    one = own_activity(request.reader, key)
    if one is None:
        raise Http404
    return one
