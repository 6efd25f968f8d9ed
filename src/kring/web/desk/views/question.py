"""One question: its story, its clocks, where it lies, and what may be done with it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kring.foundation.journal import ledger
from kring.foundation.records.bases import StaleRecord
from kring.foundation.ui.errors import Refused
from kring.foundation.workflow.transitions import CannotMove
from kring.support.requests.actions import AlreadyAsked
from kring.support.requests.models import Request
from kring.support.requests.queries import ON_ITS_PAGE, is_of_own_circle, question_for
from kring.support.requests.rules import OWN_CIRCLE, NotAllowed
from kring.trust.access.caps import count_copy
from kring.trust.access.http import ReadRequest
from kring.web.desk.deed_checks import Subject
from kring.web.desk.deeds import DEEDS, Deed
from kring.web.desk.forms import DeedForm
from kring.web.desk.question_page import context_of, deed_context, subject_of
from kring.web.shell.guard import workers_only


@require_safe
@workers_only
def question(request: ReadRequest, key: UUID) -> HttpResponse:
    """The page of one question; 404 for who may not see it."""
    return render(request, "desk/question.html", context_of(found_for(request, key), request))


@require_safe
@workers_only
def printed(request: ReadRequest, key: UUID) -> HttpResponse:
    """The same question on paper."""
    context = context_of(found_for(request, key), request)
    count_copy(request.reader, request.at)
    return render(request, "desk/question_print.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@workers_only
def deed(request: ReadRequest, key: UUID, name: str) -> HttpResponse:
    """The form of one deed, or the deed itself."""
    if name not in DEEDS:
        raise Http404
    on = subject_of(found_for(request, key))
    if request.method == "POST":
        return _do(request, on, DEEDS[name])
    return _form(request, on, DEEDS[name])


def _form(request: ReadRequest, on: Subject, chosen: Deed) -> HttpResponse:
    """The form alone, or the question where there is nothing to fill in."""
    try:
        offered = chosen.check(request.reader, on)
    except NotAllowed as refused:
        return _again(request, on.request, {}, str(refused), 403)
    if not offered or not chosen.form.base_fields:
        return redirect("desk:question", key=on.request.key)
    whole = "desk/deed_form.html" if request.htmx else "desk/deed.html"
    return render(request, whole, deed_context(on, chosen, request))


def _do(request: ReadRequest, on: Subject, chosen: Deed) -> HttpResponse:
    """Do one deed; what goes wrong is said on the page, with the own text kept."""
    name, key = chosen.name, on.request.key
    form = chosen.form(
        request.POST, question=on.request, reader=request.reader, at=request.at, prefix=name
    )
    try:
        wrong = _done(request, chosen, on, form)
    except NotAllowed as refused:
        return _again(request, on.request, {name: form}, str(refused), 403)
    except StaleRecord as stale:
        return _again(request, on.request, {name: _renewed(form, stale)}, _someone_else(), 409)
    except (CannotMove, AlreadyAsked, ValueError):
        return _again(request, on.request, {name: form}, _too_late(on.request), 409)
    if wrong:
        return _again(request, on.request, {name: form}, "", 422)
    messages.success(request, str(chosen.done))
    return redirect("desk:question", key=key)


def _renewed(form: DeedForm, stale: StaleRecord) -> DeedForm:
    """What was typed, on the question as it stands now."""
    now: Any = stale.current
    sent: Any = form.data.copy()  # type: ignore[attr-defined]  # what was sent is no mapping of ours
    sent[form.add_prefix("version")] = str(now.version)
    return type(form)(sent, question=now, reader=form.reader, at=form.at, prefix=form.prefix)


def _someone_else() -> str:
    return _("Iemand anders vulde deze vraag net aan. Wat jij koos, staat hieronder nog: kijk het na.")


def found_for(request: ReadRequest, key: UUID) -> Request:
    """The question with this key, noted as read; raises Http404 for who may not see it.

    One about the reader's own people is refused with a sentence.
    """
    found = question_for(request.reader, key)
    if found is None:
        if is_of_own_circle(request.reader, key):
            raise Refused(str(OWN_CIRCLE))
        raise Http404
    ledger.saw("request", found.key)
    return found


def _done(request: ReadRequest, chosen: Deed, on: Subject, form: DeedForm) -> bool:
    """Do it; True when the form has to be put right first."""
    if not chosen.check(request.reader, on):
        raise NotAllowed(_("Dat kan nu niet meer bij deze vraag."))
    if not form.is_valid():
        return True
    chosen.run(request, on, form.cleaned_data)
    return False


def _again(
    request: ReadRequest, question: Request, bound: dict[str, Any], notice: str, status: int
) -> HttpResponse:
    fresh = Request.objects.select_related(*ON_ITS_PAGE).get(pk=question.pk)
    context = context_of(fresh, request, bound) | {"notice": notice, "own_text": _own_text(bound)}
    return render(request, "desk/question.html", context, status=status)


def _own_text(bound: dict[str, Any]) -> list[tuple[str, str]]:
    """What was written in a form that may no longer stand on the page."""
    return [
        (str(field.label), str(field.value()))
        for form in bound.values()
        for field in form
        if field.value() and field.name in ("what", "words", "instead", "name")
    ]


def _too_late(question: Request) -> str:
    """Who was first, and what that makes of the question."""
    fresh = Request.objects.select_related("worker", "desk").get(pk=question.pk)
    if fresh.closed_at is not None:
        return _("Iemand was net eerder: de vraag is intussen afgesloten.")
    if fresh.worker is not None:
        who = {"who": fresh.worker.name, "desk": fresh.desk.name}
        return _("%(who)s was net eerder en houdt de vraag nu (%(desk)s).") % who
    return _("Iemand was net eerder. De vraag ligt nu bij %(desk)s.") % {"desk": fresh.desk.name}
