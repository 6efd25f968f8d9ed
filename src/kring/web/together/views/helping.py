"""Pages of help: planning it, one help, and what can be done with it."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kring.support.deployments.models import Deployment
from kring.support.deployments.queries import deployment_for
from kring.trust.access.http import ReadRequest
from kring.trust.access.queries import DESK_WORK
from kring.web.shell.guard import helpers_only, workers_only
from kring.web.together.answering import answered
from kring.web.together.help_forms import FORMS, WHEN, HelpDeed, HelpForm
from kring.web.together.home import Home


@require_http_methods(["GET", "HEAD", "POST"])
@helpers_only
def plan_help(request: ReadRequest, key: UUID) -> HttpResponse:
    """Plan help for people of this family."""
    home = Home(request, key)
    if request.method != "POST":
        return _plan_page(home, HelpForm(home=home))
    return answered(
        request,
        HelpForm(request.POST, home=home),
        said=_("Gepland."),
        again=partial(_plan_page, home),
        to=lambda made: _address(home, made),
    )


def _plan_page(home: Home, form: HelpForm, status: int = 200) -> HttpResponse:
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

    def late(form: HelpDeed, _moved: Exception) -> HttpResponse:
        one.refresh_from_db()
        return _help_page(home, one, form, 409)

    return answered(
        request,
        FORMS[name](request.POST, home=home, one=one),
        said=_("Bewaard."),
        to=lambda _made: _address(home, one),
        again=partial(_help_page, home, one),
        late=late,
    )


def _address(home: Home, one: Deployment) -> str:
    return reverse("together:one_help", kwargs={"key": home.family.key, "help_key": one.key})


def _help_page(
    home: Home, one: Deployment, wrong: HelpDeed | None = None, status: int = 200
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
