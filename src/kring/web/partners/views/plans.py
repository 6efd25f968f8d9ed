"""How the plans of families go here: whether somebody else approves them, and their templates."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.workflow.transitions import CannotMove
from kring.registry.network.models import Partnership
from kring.support.plans.actions import ask_approval, end_template, keep_template
from kring.support.plans.models import PlanTemplate
from kring.support.plans.queries import general_templates, templates_kept_by
from kring.trust.access.readers import Reader
from kring.web.partners.template_forms import TemplateForm
from kring.web.partners.views.forming import tried
from kring.web.partners.views.gate import managed_partnership, reading


@require_POST
def approval(request: HttpRequest, key: UUID) -> HttpResponse:
    """Switch on or off that a second helper approves what is agreed in a plan."""
    reader, at = reading(request)
    found = managed_partnership(reader, key)
    wanted = request.POST.get("aan") == "1"
    ask_approval(partnership=found, wanted=wanted, by=reader.actor, at=at)
    said = _("Een tweede hulpverlener keurt plannen voortaan goed.")
    messages.success(request, said if wanted else _("Plannen worden niet meer goedgekeurd."))
    return redirect("partners:keep", key=key)


@require_safe
def templates(request: HttpRequest, key: UUID) -> HttpResponse:
    """The templates of this partnership, and those of everybody, which nobody changes here."""
    reader, at = reading(request)
    found, day = managed_partnership(reader, key), local_day(at)
    own, general = templates_kept_by(found, day), general_templates(day)
    context = {"partnership": found, "own": own, "general": general}
    return render(request, "partners/templates.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new_template(request: HttpRequest, key: UUID) -> HttpResponse:
    """A template of this partnership."""
    reader, at = reading(request)
    found = managed_partnership(reader, key)
    form = TemplateForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and tried(form, lambda: _keep(found, form, reader, at)):
        messages.success(request, _("Het sjabloon staat klaar voor nieuwe plannen."))
        return redirect("partners:templates", key=key)
    context = {"partnership": found, "form": form, "former": None}
    return render(request, "partners/template.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def template(request: HttpRequest, key: UUID, template_key: UUID) -> HttpResponse:
    """Change a template: plans that were filled stay as they are."""
    reader, at = reading(request)
    found = managed_partnership(reader, key)
    former = _template(found, template_key, at)
    form = TemplateForm(request.POST if request.method == "POST" else None, former=former)
    try:
        if form.is_bound and form.is_valid() and tried(form, lambda: _keep(found, form, reader, at)):
            messages.success(request, _("Bewaard. Nieuwe plannen beginnen hiermee."))
            return redirect("partners:templates", key=key)
    except CannotMove:
        form.add_error(None, _("Iemand veranderde dit sjabloon net. Bekijk de lijst opnieuw."))
    context = {"partnership": found, "form": form, "former": former}
    return render(request, "partners/template.html", context, status=422 if form.is_bound else 200)


@require_POST
def take_away(request: HttpRequest, key: UUID, template_key: UUID) -> HttpResponse:
    """A template nobody begins with any more."""
    reader, at = reading(request)
    found = managed_partnership(reader, key)
    former = _template(found, template_key, at)
    end_template(template=former, by=reader.actor, at=at)
    messages.success(request, _("Weg. Plannen die ermee begonnen, blijven zoals ze zijn."))
    return redirect("partners:templates", key=key)


def _template(partnership: Partnership, key: UUID, at: datetime) -> PlanTemplate:
    rows = templates_kept_by(partnership, local_day(at))
    found = next((one for one in rows if one.key == key), None)
    if found is None:
        raise Http404
    return found


def _keep(found: Partnership, form: TemplateForm, reader: Reader, at: datetime) -> None:
    keep_template(
        partnership=found,
        name=form.told_name(),
        goals=form.told_goals(),
        former=form.former,
        by=reader.actor,
        at=at,
    )
