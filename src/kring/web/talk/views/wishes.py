"""Somebody asks for another helper, a break or a trusted person: a coordinator answers in words."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kring.foundation.workflow.transitions import CannotMove
from kring.registry.network.queries import worker_of
from kring.support.plans.actions import answer_wish
from kring.support.plans.models import HelperWish
from kring.support.plans.queries import wish_for
from kring.trust.access.http import ReadRequest
from kring.web.shell.guard import workers_only
from kring.web.talk.forms import WishAnswerForm


@require_http_methods(["GET", "HEAD", "POST"])
@workers_only
def wish(request: ReadRequest, key: UUID) -> HttpResponse:
    """What somebody asks, with room for an answer; 404 for who does not answer it."""
    found = wish_for(request.reader, key, request.at)
    if found is None:
        raise Http404
    form = WishAnswerForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and _answer(request, found, form):
        return redirect("desk:today")
    context = {"wish": found, "form": form}
    return render(request, "talk/wish.html", context, status=422 if form.is_bound else 200)


def _answer(request: ReadRequest, found: HelperWish, form: WishAnswerForm) -> bool:
    """Whether it is settled: answered now, or by somebody a moment before."""
    words, worker = form.cleaned_data["words"], worker_of(request.reader.worker_id)
    try:
        answer_wish(wish=found, words=words, worker=worker, by=request.reader.actor, at=request.at)
    except ValidationError as wrong:
        form.add_error("words", wrong.messages)
        return False
    except CannotMove:
        messages.warning(request, _("Iemand antwoordde net eerder."))
        return True
    messages.success(request, _("Verstuurd. Deze persoon krijgt een neutraal berichtje."))
    return True
