"""The status page. The code travels in the body only, and nothing of it stays on the way."""

from collections.abc import Callable
from datetime import datetime

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from kring.foundation.journal.actor import VISITOR
from kring.foundation.ui.errors import error_page
from kring.foundation.workflow.transitions import CannotMove
from kring.support.requests.actions import dispute, family_confirms, revoke_code, withdraw
from kring.support.requests.models import Request
from kring.support.requests.queries import request_by_code, standing_answer
from kring.support.requests.states import OPEN
from kring.web.portal.forms import CodeForm, WordsForm
from kring.web.portal.queries import Status, status_of
from kring.web.shell.visitor_limits import count_wrong_code, may_try_code


class NotNow(Exception):
    """The deed no longer fits where the question stands."""


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
def status(request: HttpRequest) -> HttpResponse:
    """Ask for the code; with it, show where the question lies or do what the asker wants."""
    at: datetime = request.at  # type: ignore[attr-defined]
    if request.method != "POST":
        return render(request, "portal/code.html", {"form": CodeForm()})
    if not may_try_code(request, at):
        return error_page(request, 429)
    form = CodeForm(request.POST)
    found = request_by_code(form.cleaned_data["code"]) if form.is_valid() else None
    if found is None:
        return _wrong_code(request, form, at)
    return _with_code(request, found, at)


def _wrong_code(request: HttpRequest, form: CodeForm, at: datetime) -> HttpResponse:
    """The same answer for a code that never was and for one that was made worthless."""
    if form.is_valid():
        if not count_wrong_code(request, at):
            return error_page(request, 429)
        form.add_error("code", _("Met deze code vinden we niets. Kijk elke letter en elk cijfer na."))
    return render(request, "portal/code.html", {"form": form}, status=422)


def _with_code(request: HttpRequest, found: Request, at: datetime) -> HttpResponse:
    deed = request.POST.get("deed", "")
    full = request.POST.get("full") == "yes"
    words = WordsForm(request.POST if deed == "dispute" else None)
    said = ""
    try:
        if deed != "dispute" or words.is_valid():
            said = DEEDS.get(deed, _look)(found, words, at)
    except (CannotMove, NotNow):
        said = _("Dat kon niet meer: er is intussen iets veranderd. Hieronder staat hoe het nu is.")
        found.refresh_from_db()
    if found.code_revoked_at is not None:
        return render(request, "portal/revoked.html")
    return _page(request, status_of(found, full=full), words, said)


def _page(request: HttpRequest, shown: Status, words: WordsForm, said: str) -> HttpResponse:
    context = {
        "status": shown,
        "words_form": words,
        "said": said,
        "code": request.POST["code"],
        "at": request.at,  # type: ignore[attr-defined]
    }
    code = 422 if words.errors else 200
    return render(request, "portal/status.html", context, status=code)


def _look(_found: Request, _words: WordsForm, _at: datetime) -> str:
    return ""


def _contradict(found: Request, words: WordsForm, at: datetime) -> str:
    answer = standing_answer(found)
    if answer is None:
        raise NotNow
    dispute(answer=answer, words=words.cleaned_data["words"], by=VISITOR, at=at)
    found.refresh_from_db()
    return _("Je vraag ligt opnieuw bij de dienst. De belofte loopt verder vanaf je eerste dag.")


def _confirm(found: Request, _words: WordsForm, at: datetime) -> str:
    answer = standing_answer(found)
    if answer is None or found.state not in OPEN:
        raise NotNow
    family_confirms(answer=answer, by=VISITOR, at=at)
    found.refresh_from_db()
    return _("Dank je. We schreven op dat dit zo is afgesproken.")


def _withdraw(found: Request, _words: WordsForm, at: datetime) -> str:
    withdraw(request=found, words="", by=VISITOR, at=at)
    return _("Je vraag is ingetrokken. Je mag altijd een nieuwe vraag stellen.")


def _revoke(found: Request, _words: WordsForm, at: datetime) -> str:
    revoke_code(request=found, by=VISITOR, at=at)
    return ""


DEEDS: dict[str, Callable[[Request, WordsForm, datetime], str]] = {
    "dispute": _contradict,
    "confirm": _confirm,
    "withdraw": _withdraw,
    "revoke": _revoke,
}
