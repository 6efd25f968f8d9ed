"""Pages of help: planning it, one help, and what can be done with it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kring.foundation.records.bases import StaleRecord
from kring.foundation.workflow.transitions import CannotMove
from kring.support.deployments.models import Deployment
from kring.support.deployments.queries import deployment_for
from kring.trust.access.http import ReadRequest
from kring.trust.access.queries import DESK_WORK
from kring.web.shell.guard import helpers_only, workers_only
from kring.web.together.help_forms import FORMS, WHEN, HelpDeed, HelpForm
from kring.web.together.home import Home, told_wrong


@require_http_methods(["GET", "HEAD", "POST"])
@helpers_only
def plan_help(request: ReadRequest, key: UUID) -> HttpResponse:
    """Plan help for people of this family."""
    home = Home(request, key)
    if request.method != "POST":
        return _plan_page(home, HelpForm(home=home))
    form = HelpForm(request.POST, home=home)
    if not form.is_valid():
        return _plan_page(home, form, status=422)
    try:
        made = form.save()
    except ValidationError as wrong:
        told_wrong(form, wrong)
        return _plan_page(home, form, status=422)
    messages.success(request, _("Gepland."))
    return redirect("together:one_help", key=home.family.key, help_key=made.key)


def _plan_page(home: Home, form: HelpForm, *, status: int = 200) -> HttpResponse:
    context = {"family": home.family, "form": form, "plan": home.plan}
    return render(home.request, "together/plan_help.html", context, status=status)


@require_safe
@workers_only
def one_help(request: ReadRequest, key: UUID, help_key: UUID) -> HttpResponse:
    """One help, with what can be done with it now."""
    home = Home(request, key)
    return _help_page(home, _help(home, help_key))


@require_POST
@helpers_only
def deed(request: ReadRequest, key: UUID, help_key: UUID, name: str) -> HttpResponse:
    """One deed on help."""
    home = Home(request, key)
    one = _help(home, help_key)
    if name not in FORMS:
        raise Http404
    form = FORMS[name](request.POST, home=home, one=one)
    if not form.is_valid():
        return _help_page(home, one, form, status=422)
    return _done(home, one, form)


def _done(home: Home, one: Deployment, form: HelpDeed) -> HttpResponse:
    """Do it, and say what stood in the way."""
    try:
        form.save()
    except ValidationError as wrong:
        told_wrong(form, wrong)
        return _help_page(home, one, form, status=422)
    except (CannotMove, StaleRecord):
        form.add_error(None, _("Een collega was je voor. Kijk wat er nu staat, en pas dan aan."))
        one.refresh_from_db()
        return _help_page(home, one, form, status=409)
    messages.success(home.request, _("Bewaard."))
    return redirect("together:one_help", key=home.family.key, help_key=one.key)


def _help_page(
    home: Home, one: Deployment, wrong: HelpDeed | None = None, *, status: int = 200
) -> HttpResponse:
    may = home.reader.may(DESK_WORK)
    forms: dict[str, Any] = {
        name: FORMS[name](home=home, one=one) for name in WHEN.get(one.state, ()) if may
    }
    if wrong is not None:
        forms[wrong.name] = wrong
    persons = [home.name_of(row.person) or _("iemand anders") for row in one.item.subjects.all()]
    context = {"family": home.family, "one": one, "forms": forms, "persons": persons}
    return render(home.request, "together/help.html", context, status=status)


def _help(home: Home, key: UUID) -> Deployment:
    """The help, if it is for this family and the reader may see it."""
    one = deployment_for(home.reader, key, home.at)
    if one is None or one.family_id != home.family.pk:
        raise Http404
    return one
