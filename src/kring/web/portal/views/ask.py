"""Asking: the first page, the form, and what the asker takes home."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kring.foundation.deadlines.calendar import last_day_of, local_day
from kring.foundation.journal import ledger
from kring.foundation.journal.actor import VISITOR
from kring.foundation.journal.recording import deed
from kring.offer.houses.actions import use_card
from kring.registry.network.models import Desk
from kring.registry.network.queries import NoDesk, desk_for, next_open
from kring.support.requests.actions import ask_as, status_code_of
from kring.support.requests.models import HomeSafe, Request
from kring.web.portal.forms import AskForm, CodeForm
from kring.web.portal.queries import crisis_desks
from kring.web.shell.visitor_limits import count_wrong_code, may_try_code


class CardRefused(Exception):
    """The code of a card does not work; the question itself stays as it was typed."""


SENT = "portal.sent"
SHOWN_FOR = timedelta(minutes=15)
"""How long the page with the code can be opened again: this may be a shared computer."""


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Ask, look your question up, and what to do in danger."""
    at: datetime = request.at  # type: ignore[attr-defined]
    context = {"code_form": CodeForm(), "crisis_desks": crisis_desks(at)}
    return render(request, "portal/home.html", context)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
def ask_page(request: HttpRequest) -> HttpResponse:
    """The three questions; sent twice, it stays one question."""
    at: datetime = request.at  # type: ignore[attr-defined]
    form = AskForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and _lay(request, form, at):
        request.session[SENT] = [str(form.question.submission), at.isoformat()]
        return redirect("portal:sent")
    status = 422 if form.is_bound else 200
    context = {"form": form, "crisis_desks": crisis_desks(at)}
    return render(request, "portal/ask.html", context, status=status)


@login_not_required
@require_safe
@cache_control(private=True, no_store=True)
def sent(request: HttpRequest) -> HttpResponse:
    """Where the question lies, its code, and the last day of the promise."""
    at: datetime = request.at  # type: ignore[attr-defined]
    asked = _just_sent(request, at)
    if asked is None:
        return redirect("portal:status")
    ledger.saw("request", asked.key)
    ledger.read_because("status_code")
    return render(request, "portal/sent.html", _slip(asked, at))


@login_not_required
@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """Take the code off this screen: for a shared computer."""
    request.session.flush()
    return redirect("portal:home")


def _slip(asked: Request, at: datetime) -> dict[str, Any]:
    return {
        "asked": asked,
        "code": status_code_of(asked),
        "last_day": last_day_of(asked.answer_due_at),
        "seen_by": last_day_of(asked.next_due_at),
        "today": local_day(at),
        "urgent": asked.home_safe in {HomeSafe.NO, HomeSafe.UNKNOWN},
        "opens_at": next_open(asked.desk, at),
        "at": at,
    }


def _lay(request: HttpRequest, form: AskForm, at: datetime) -> bool:
    try:
        _ask(request, form, at)
    except CardRefused as refused:
        form.add_error("card", str(refused))
    except NoDesk:
        form.add_error(
            None,
            _("We kunnen je vraag nu niet bewaren. Je tekst staat hieronder nog. Bel intussen 1712."),
        )
    except ValidationError as error:
        form.add_error("reach", error.messages)
    return form.is_valid()


def _ask(request: HttpRequest, form: AskForm, at: datetime) -> None:
    """Lay the question on the desk of its territory, or on that of the team that gave a card."""
    question, asker = form.question, form.asker
    if not form.cleaned_data["card"]:
        desk = desk_for(question.municipality, at, question.door)
        ask_as(question=question, asker=asker, desk=desk, by=VISITOR, at=at)
    elif not _lies(form):
        _ask_with_card(request, form, at)


def _ask_with_card(request: HttpRequest, form: AskForm, at: datetime) -> None:
    """The card and the question in one deed. A wrong code is counted once that is undone: inside it
    the count would be undone with it."""
    if not may_try_code(request, at):
        raise CardRefused(_("Er werd te vaak een verkeerde code getypt. Laat het vak leeg."))
    try:
        with deed():
            desk = _team_of_card(form, at)
            ask_as(question=form.question, asker=form.asker, desk=desk, by=VISITOR, at=at)
    except CardRefused:
        if _lies(form):  # sent twice at once: the other one used the card
            return
        count_wrong_code(request, at)
        raise


def _lies(form: AskForm) -> bool:
    """Whether this very sending became a question already."""
    return Request.objects.filter(submission=form.question.submission).exists()


def _team_of_card(form: AskForm, at: datetime) -> Desk:
    """The team that gave the card, or the desk of the territory where that team closed."""
    try:
        desk = use_card(code=form.cleaned_data["card"], at=at)
    except ValidationError as wrong:
        raise CardRefused(" ".join(wrong.messages)) from wrong
    if desk.closed_at is None:
        return desk
    return desk_for(form.question.municipality, at, form.question.door)


def _just_sent(request: HttpRequest, at: datetime) -> Request | None:
    submission, moment = request.session.get(SENT, ("", ""))
    if not moment or at - datetime.fromisoformat(moment) > SHOWN_FOR:
        return None
    rows = Request.objects.select_related("desk__organisation")
    return rows.filter(submission=submission).first()
