"""Whom to call, and what became of it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kring.foundation.outbox.actions import call_done
from kring.foundation.workflow.transitions import CannotMove
from kring.web.upkeep.queries import call_for, calls_for
from kring.web.upkeep.views.gate import reading


@require_safe
def calls(request: HttpRequest) -> HttpResponse:
    """Who waits for a call, when, and what to say when somebody else picks up."""
    reader, at = reading(request)
    return render(request, "upkeep/calls.html", {"calls": calls_for(reader, at)})


@require_POST
def called(request: HttpRequest, key: UUID) -> HttpResponse:
    """Somebody called: reached or not."""
    reader, at = reading(request)
    message = call_for(reader, key, at)
    if message is None:
        raise Http404
    reached = request.POST.get("reached") == "ja"
    try:
        call_done(by=reader.actor, at=at, message=message, reached=reached)
    except CannotMove:
        messages.info(request, _("Een collega belde intussen al."))
    else:
        words = _("Genoteerd: gebeld.") if reached else _("Genoteerd: niet bereikt. Probeer later.")
        messages.success(request, words)
    return redirect("upkeep:calls")
