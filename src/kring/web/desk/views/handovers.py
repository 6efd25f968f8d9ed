"""Warm hand-overs: what waits for our yes or no, and what we asked of others."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kring.foundation.journal import ledger
from kring.foundation.workflow.transitions import CannotMove
from kring.registry.network.models import Worker
from kring.support.plans.actions import accept_with_plan
from kring.support.requests import actions, rules
from kring.support.requests.models import Handover
from kring.support.requests.queries import (
    Cursor,
    Page,
    offers_waiting_for,
    page_by,
    with_protected_address,
)
from kring.support.requests.states import HANDOVER_ASKED
from kring.trust.access.http import ReadRequest
from kring.web.desk.forms import RefuseForm
from kring.web.desk.question_page import preview_of
from kring.web.desk.telling import settled_words
from kring.web.shell.guard import workers_only

RELATED = (
    "request__municipality",
    "request__desk",
    "from_desk__organisation",
    "to_desk",
    "asked_by",
    "settled_by",
)
MOST_OFFERS = 25


@require_safe
@workers_only
def handovers(request: ReadRequest) -> HttpResponse:
    """Two lists: asked of us, and asked by us; and help that waits for our yes."""
    sent = request.GET.get("lijst") == "verstuurd"
    waiting = Handover.objects.filter(state=HANDOVER_ASKED).select_related(*RELATED)
    side = "from_desk__in" if sent else "to_desk__in"
    found = waiting.filter(**{side: request.reader.desk_ids})
    page: Page[Handover] = page_by(found, "return_at", Cursor.parse(request.GET.get("vanaf") or "?"))
    offers = [] if sent else list(offers_waiting_for(request.reader)[:MOST_OFFERS])
    shown = [row.request for row in page.rows] + [row.request for row in offers]
    ledger.saw_all("request", [question.key for question in shown])
    hidden = with_protected_address([row.request for row in page.rows])
    context = {
        "sent": sent,
        "received": not sent,
        "rows": [(row, preview_of(row, hidden=row.request_id in hidden)) for row in page.rows],
        "offers": offers,
        "next": f"?lijst={'verstuurd' if sent else ''}&vanaf={page.next.text()}" if page.next else "",
    }
    return render(request, "desk/handovers.html", context)


@require_safe
@workers_only
def handover(request: ReadRequest, key: UUID) -> HttpResponse:
    """The preview the receiver decides on; the sender sees what they see."""
    return _page(request, _found(request, key), RefuseForm())


@require_POST
@workers_only
def accept(request: ReadRequest, key: UUID) -> HttpResponse:
    """Yes: the question lies here from now on."""
    found = _found(request, key)
    try:
        rules.check_may_settle(request.reader, found)
        accept_with_plan(handover=found, worker=_worker(request), by=request.reader.actor, at=request.at)
    except (CannotMove, rules.NotAllowed):
        return _refused(request, key, RefuseForm())
    messages.success(request, _("De vraag ligt nu bij jullie."))
    return redirect("desk:question", key=found.request.key)


@require_POST
@workers_only
def refuse(request: ReadRequest, key: UUID) -> HttpResponse:
    """No, with a reason and words: the question stays with the sender."""
    found, form = _found(request, key), RefuseForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form, 422)
    by, worker = request.reader.actor, _worker(request)
    try:
        rules.check_may_settle(request.reader, found)
        actions.refuse_handover(handover=found, worker=worker, by=by, at=request.at, **form.cleaned_data)
    except (CannotMove, rules.NotAllowed):
        return _refused(request, key, form)
    messages.success(request, _("Genoteerd. De vraag blijft bij wie ze vroeg."))
    return redirect("desk:handovers")


@require_POST
@workers_only
def call_me(request: ReadRequest, key: UUID) -> HttpResponse:
    """Talk first; the term runs on."""
    found = _found(request, key)
    try:
        rules.check_may_settle(request.reader, found)
    except rules.NotAllowed:
        return _refused(request, key, RefuseForm())
    actions.ask_to_be_called(handover=found, by=request.reader.actor, at=request.at)
    messages.success(request, _("Gevraagd. De termijn loopt door."))
    return redirect("desk:handover", key=key)


@require_POST
@workers_only
def offer(request: ReadRequest, key: UUID, word: str) -> HttpResponse:
    """The service that was named says whether it starts."""
    found = offers_waiting_for(request.reader).filter(request__key=key).first()
    if found is None or word not in ("ja", "nee"):
        raise Http404
    say = actions.service_accepts if word == "ja" else actions.service_declines
    try:
        say(answer=found, by=request.reader.actor, at=request.at)
    except CannotMove:
        messages.warning(request, _("Een collega was net eerder."))
    else:
        messages.success(request, _("Genoteerd. De balie van de vraag ziet het."))
    return redirect("desk:handovers")


def _found(request: ReadRequest, key: UUID) -> Handover:
    """A hand-over that the reader may know of; noted as read, else Http404."""
    found = Handover.objects.select_related(*RELATED).filter(key=key).first()
    if found is None or not rules.may_read_handover(request.reader, found):
        raise Http404
    ledger.saw("request", found.request.key)
    return found


def _refused(request: ReadRequest, key: UUID, form: RefuseForm) -> HttpResponse:
    """Too late (409) where an answer was given; else it is not this reader's to give (403)."""
    now = _found(request, key)
    return _page(request, now, form, 403 if now.state == HANDOVER_ASKED else 409)


def _page(request: ReadRequest, found: Handover, form: RefuseForm, status: int = 200) -> HttpResponse:
    hidden = bool(with_protected_address([found.request]))
    context = {
        "handover": found,
        "preview": preview_of(found, hidden=hidden),
        "form": form,
        "may_settle": rules.may_settle(request.reader, found),
        "may_recall": rules.may_recall(request.reader, found),
        "settled": settled_words(found),
        "too_late": status == 409,  # noqa: PLR2004 - conflict
    }
    return render(request, "desk/handover.html", context, status=status)


def _worker(request: ReadRequest) -> Worker:
    worker: Worker = get_object_or_404(Worker, pk=request.reader.worker_id)
    return worker
