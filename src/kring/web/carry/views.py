"""Nobody writes twice: the own calendar, copying for the own system, and a partner's export."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from kring.exchange.calendars.digest import choose_digest, wants_digest
from kring.exchange.sheets.actions import finish_from_export, note_copied
from kring.exchange.sheets.reading import (
    MOST_BYTES,
    UnreadableExport,
    own_open_actions,
    read_export,
)
from kring.exchange.sheets.writing import Piece, as_csv, as_pdf, as_text
from kring.foundation.journal import ledger
from kring.trust.access.glass import glass_until
from kring.trust.access.http import ReadRequest
from kring.trust.access.queries import family_for
from kring.web.carry.addresses import account_of, calendar_page
from kring.web.carry.pieces import copyable
from kring.web.shell.downloads import to_save
from kring.web.shell.guard import workers_only

FORMS = {"tekst": ("text/plain; charset=utf-8", "txt"), "csv": ("text/csv; charset=utf-8", "csv")}
FORMS |= {"pdf": ("application/pdf", "pdf")}


@require_http_methods(["GET", "HEAD", "POST"])
@workers_only
@cache_control(private=True, no_store=True)
def calendar(request: ReadRequest) -> HttpResponse:
    """The private address for the own calendar; shown once, when it is opened."""
    if "bericht" in request.POST:
        wanted = request.POST["bericht"] == "aan"
        choose_digest(account=account_of(request), wanted=wanted, by=request.reader.actor, at=request.at)
        return redirect("carry:calendar")
    page = calendar_page(request)
    context = {"page": page, "digest": wants_digest(account_of(request))}
    status = 422 if page.form.errors else 200
    return render(request, "carry/calendar.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@workers_only
def copy(request: ReadRequest, key: UUID) -> HttpResponse:
    """The plan, a goal or a contact of this family, as text, rows or paper, in one tap."""
    family = family_for(request.reader, key, request.at)
    if family is None:
        raise Http404
    if glass_until(request.reader, family, request.at):
        raise PermissionDenied
    found = copyable(request.reader, family, request.at)
    if request.method != "POST":
        return render(request, "carry/copy.html", {"family": family, "found": found})
    code, _dot, form = request.POST.get("kopieer", "").rpartition(".")
    chosen = found.piece(code, request.at)
    if chosen is None or form not in FORMS:
        raise Http404
    piece, about = chosen
    about = [*about, ("family", family.key)]
    ledger.read_because("copied")
    answer = _file(request, piece, form)
    note_copied(about=about, form=form, by=request.reader.actor, at=request.at)
    return answer


def _file(request: ReadRequest, piece: Piece, form: str) -> HttpResponse:
    made = {"tekst": as_text, "csv": as_csv}
    content = made[form](piece) if form in made else as_pdf(piece, request.at)
    content_type, ending = FORMS[form]
    return to_save(request, content, content_type, f"kring.{ending}")


@require_http_methods(["GET", "HEAD", "POST"])
@workers_only
def export(request: ReadRequest) -> HttpResponse:
    """Hand in the own export, look at it row by row, and mark what is done."""
    if request.method != "POST":
        return render(request, "carry/export.html", {})
    if "klaar" in request.POST:
        return _finish(request)
    try:
        rows = read_export(request.reader, _handed_in(request), request.at)
    except UnreadableExport as wrong:
        return render(request, "carry/export.html", {"wrong": str(wrong)}, status=422)
    return render(request, "carry/export.html", {"rows": rows, "good": any(one.action for one in rows)})


def _handed_in(request: ReadRequest) -> bytes:
    sent = request.FILES.get("bestand")
    if sent is None:
        raise UnreadableExport(_("Kies eerst een bestand."))
    raw: bytes = sent.read(MOST_BYTES + 1)
    return raw


def _finish(request: ReadRequest) -> HttpResponse:
    """Mark the chosen actions done: asked anew which of them are theirs."""
    keys = [key for text in request.POST.getlist("klaar") if (key := _key(text)) is not None]
    done = own_open_actions(request.reader, request.at, keys)
    number = finish_from_export(done=done, by=request.reader.actor, at=request.at)
    said = ngettext("%(count)d afspraak is gedaan.", "%(count)d afspraken zijn gedaan.", number)
    messages.success(request, said % {"count": number})
    return redirect("carry:export")


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
