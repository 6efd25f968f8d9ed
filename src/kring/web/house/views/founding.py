"""A House opens."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kring.foundation.ui.refusals import beside
from kring.offer.houses.actions import found_house
from kring.offer.houses.models import House
from kring.offer.houses.rules import check_may_found_house, may_found_house
from kring.trust.access.http import ReadRequest
from kring.web.house.founding_forms import NewHouseForm
from kring.web.shell.guard import workers_only


@require_http_methods(["GET", "HEAD", "POST"])
@workers_only
def new(request: ReadRequest) -> HttpResponse:
    """Open a House in one's own region: its page is there at once, the rest is said there."""
    if not may_found_house(request.reader):
        raise PermissionDenied
    form = NewHouseForm(request.POST if request.method == "POST" else None, at=request.at)
    made = _opened(request, form) if form.is_bound and form.is_valid() else None
    if made is not None:
        messages.success(request, _("Dit Huis is open. Zet er de partners en plekken bij."))
        return redirect("house:keep", key=made.key)
    return render(request, "house/new.html", {"form": form}, status=422 if form.errors else 200)


def _opened(request: ReadRequest, form: NewHouseForm) -> House | None:
    given = form.cleaned_data
    try:
        check_may_found_house(request.reader, given["municipalities"], request.at)
        return found_house(by=request.reader.actor, at=request.at, **given)
    except ValidationError as refused:
        beside(form, refused)
    return None
