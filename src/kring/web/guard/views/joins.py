"""Asking to help along, and answering who asks."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kring.foundation.accounts.even import answers_evenly
from kring.foundation.ui.refusals import beside
from kring.foundation.workflow.transitions import CannotMove
from kring.trust.access.actions import TooManyChecks, ask_to_join, decline_join, open_join
from kring.trust.access.http import ReadRequest
from kring.trust.access.joining import joins_waiting_for
from kring.trust.access.models import JoinAsked
from kring.trust.access.queries import DESK_WORK
from kring.web.guard.forms import JoinForm
from kring.web.guard.queries import asked_by, waiting_joins
from kring.web.guard.views.gate import reading, worker_behind


@require_http_methods(["GET", "HEAD", "POST"])
@answers_evenly
def joins(request: ReadRequest) -> HttpResponse:
    """Who asks to help along with the reader's people, and what the reader asked; POST asks.

    The answer comes as late for somebody unknown as for somebody known.
    """
    request = reading(request, DESK_WORK)
    form = JoinForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and _asked(request, form):
        messages.success(
            request,
            _("Als wij deze persoon kennen, krijgt die of de vaste begeleider nu je vraag."),
        )
        return redirect("guard:joins")
    context = {
        "form": form,
        "waiting": waiting_joins(request.reader, request.at),
        "asked": asked_by(request.reader, request.at),
    }
    return render(request, "guard/joins.html", context, status=422 if form.errors else 200)


@require_POST
def settle(request: ReadRequest, key: UUID, word: str) -> HttpResponse:
    """Yes or no to who asks to help along."""
    request = reading(request, DESK_WORK)
    if word not in ("ja", "nee"):
        raise Http404
    join = get_object_or_404(joins_waiting_for(request.reader, request.at), key=key)
    try:
        _settled(request, join, yes=word == "ja")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    except CannotMove:
        messages.info(request, _("Deze vraag was al beantwoord."))
    return redirect("guard:joins")


def _settled(request: ReadRequest, join: JoinAsked, *, yes: bool) -> None:
    worker, by, at = worker_behind(request), request.reader.actor, request.at
    if not yes:
        decline_join(join=join, settled_by=worker, by=by, at=at)
        messages.success(request, _("Je zei nee. Wie het vroeg, ziet alleen dat er geen antwoord is."))
        return
    open_join(join=join, settled_by=worker, by=by, at=at)
    messages.success(request, _("%(name)s helpt nu mee.") % {"name": join.worker.name})


def _asked(request: ReadRequest, form: JoinForm) -> bool:
    try:
        ask_to_join(
            who=form.identifiers(),
            worker=worker_behind(request),
            reason=form.cleaned_data["reason"],
            by=request.reader.actor,
            at=request.at,
        )
    except TooManyChecks:
        form.add_error(None, _("Je vroeg dit uur al veel. Probeer het over een uur opnieuw."))
    except ValidationError as refused:
        beside(form, refused)
    return not form.errors
