"""The terms everything runs on: read by every worker, changed from a day on."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kring.foundation.deadlines.actions import change_term
from kring.foundation.deadlines.rules import kind_of_value
from kring.foundation.ui.difference import changes_between
from kring.registry.network.rules import TERMS_CHANGE
from kring.web.upkeep.forms import TermForm
from kring.web.upkeep.queries import TermRow, term_row, term_rows
from kring.web.upkeep.views.gate import reading


@require_safe
def terms(request: HttpRequest) -> HttpResponse:
    """Every term as it holds today."""
    reader, at = reading(request)
    context = {"rows": term_rows(at), "may_change": reader.may(TERMS_CHANGE)}
    return render(request, "upkeep/terms.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, code: str) -> HttpResponse:
    """Give a term another value from a day on."""
    _reader, at = reading(request, TERMS_CHANGE)
    row = term_row(code, at)
    if row is None:
        raise Http404
    number = kind_of_value(row.term.value) == "number"
    form = TermForm(request.POST or None, number=number, initial={"seen": _seen(row)})
    context = {"form": form, "row": row}
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["seen"] != _seen(row):
            context["changes"] = _beside(form, row)
            return render(request, "upkeep/term.html", context, status=409)
        if _changed(request, form, row):
            return redirect("upkeep:terms")
    return render(request, "upkeep/term.html", context)


def _changed(request: HttpRequest, form: TermForm, row: TermRow) -> bool:
    reader, at = reading(request, TERMS_CHANGE)
    given = form.cleaned_data
    try:
        change_term(
            by=reader.actor,
            at=at,
            code=row.term.code,
            value=form.value(),
            valid_from=given["valid_from"],
            ground=given["ground"],
        )
    except ValidationError as refused:
        fields = {"start": "valid_from", "kind": "count", "value": "count"}
        form.add_error(fields.get(refused.code or ""), refused.messages)
        return False
    messages.success(request, _("Bewaard: %(name)s verandert.") % {"name": row.name})
    return True


def _seen(row: TermRow) -> str:
    """What the page showed of a term: the value that holds and the one that is planned."""
    day = row.planned_from.isoformat() if row.planned_from else ""
    return f"{row.value}|{row.planned}|{day}"


def _beside(form: TermForm, row: TermRow) -> list[object]:
    """Own value beside the one somebody planned meanwhile; saving again is a choice."""
    form.data = {**form.data.dict(), "seen": _seen(row)}  # type: ignore[attr-defined]
    labels = {"value": str(form.fields["count"].label)}
    now = row.planned or row.value
    return list(changes_between(labels, {"value": form.value()}, {"value": now}))
