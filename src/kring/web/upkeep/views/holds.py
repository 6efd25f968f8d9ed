"""What may not be destroyed, and the reports of what was."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kring.foundation.retention.actions import lift_hold, place_hold
from kring.foundation.retention.models import DestructionReport, LegalHold
from kring.foundation.retention.queries import holds_running
from kring.registry.network.rules import PRIVACY_OFFICER
from kring.web.upkeep.forms import HoldForm
from kring.web.upkeep.queries import names_of_workers
from kring.web.upkeep.views.gate import reading

REPORTS = 60


@require_http_methods(["GET", "HEAD", "POST"])
def holds(request: HttpRequest) -> HttpResponse:
    """The holds that run and the last reports; POST places a hold."""
    reader, at = reading(request, PRIVACY_OFFICER)
    form = HoldForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        kind, key = form.cleaned_data.pop("about")
        place_hold(by=reader.actor, at=at, kind=kind, key=key, **form.cleaned_data)
        messages.success(request, _("Dit dossier wordt niet vernietigd tot je dit opheft."))
        return redirect("upkeep:holds")
    running = list(holds_running(at))
    names = names_of_workers(hold.placed_by for hold in running)
    context = {
        "form": form,
        "holds": [(hold, names.get(hold.placed_by, "") if hold.placed_by else "") for hold in running],
        "reports": DestructionReport.objects.order_by("-ran_at", "-pk")[:REPORTS],
    }
    return render(request, "upkeep/holds.html", context)


@require_POST
def lift(request: HttpRequest, key: UUID) -> HttpResponse:
    """Lift a hold: what is due goes with the next run."""
    reader, at = reading(request, PRIVACY_OFFICER)
    hold = get_object_or_404(LegalHold, key=key)
    lift_hold(by=reader.actor, at=at, hold=hold)
    messages.success(request, _("Opgeheven. De gewone bewaartermijn geldt weer."))
    return redirect("upkeep:holds")
