"""Reading in a file of questions: hand it in, put rows right, load what is ready."""

from uuid import UUID

from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kring.foundation.records.bases import StaleRecord
from kring.foundation.ui.errors import error_page
from kring.registry.network.models import Desk, Worker
from kring.support.requests import actions
from kring.support.requests.models import StagedFile, StagedRow
from kring.support.requests.sheet import COLUMNS, MOST_BYTES, UnreadableFile, template
from kring.trust.access.http import ReadRequest
from kring.web.desk.staged_page import SHOWN, file_context
from kring.web.shell.guard import workers_only

MOST_FILES = 25


@workers_only
def loading(request: ReadRequest, problem: str = "", status: int = 200) -> HttpResponse:
    """The files of the reader's desks, and the way to hand one in."""
    rows = StagedFile.objects.filter(desk__in=request.reader.desk_ids).select_related("desk")
    wrong = Count("rows", filter=Q(rows__state=StagedRow.State.WRONG))
    files = rows.annotate(all_rows=Count("rows"), wrong_rows=wrong).order_by("-staged_at", "-pk")
    context = {
        "desks": Desk.objects.filter(pk__in=request.reader.desk_ids).order_by("name", "pk"),
        "files": files[:MOST_FILES],
        "problem": problem,
        "columns": COLUMNS,
    }
    return render(request, "desk/loading.html", context, status=status)


@require_safe
@workers_only
def sample(_request: ReadRequest) -> HttpResponse:
    """The template to fill in."""
    answer = HttpResponse(template(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="vragen.csv"'
    return answer


@require_POST
@workers_only
def hand_in(request: ReadRequest) -> HttpResponse:
    """Keep the rows of a file; a file that is none gets one sentence, one too large gets 413."""
    sent = request.FILES.get("bestand")
    desks = Desk.objects.filter(pk__in=request.reader.desk_ids).order_by("pk")
    desk = next((one for one in desks if str(one.key) == request.POST.get("dienst")), None)
    if desk is None:
        raise Http404
    if sent is None:
        return loading(request, _("Kies eerst een bestand."), 422)
    if (sent.size or 0) > MOST_BYTES:
        return error_page(request, 413)
    try:
        file = _stage(request, sent.name or "", sent.read(), desk)
    except UnreadableFile as unreadable:
        return loading(request, str(unreadable), 422)
    return redirect("desk:staged", key=file.key)


@require_safe
@workers_only
def staged(request: ReadRequest, key: UUID) -> HttpResponse:
    """The rows of a file, what is wrong beside each cell."""
    shown = request.GET.get("rijen", "")
    context = file_context(_file(request, key), request, shown if shown in SHOWN else "wrong")
    return render(request, "desk/staged.html", context)


@require_POST
@workers_only
def correct(request: ReadRequest, key: UUID) -> HttpResponse:
    """Put one row right, or leave it out."""
    row = StagedRow.objects.select_related("file", "file__desk").filter(key=key).first()
    if row is None or row.file.desk_id not in request.reader.desk_ids:
        raise Http404
    cells = {name: request.POST.get(name, "").strip() for name in COLUMNS}
    if request.POST.get("zelfde_persoon") == "ja":
        cells["zelfde_persoon"] = "ja"
    version = request.POST.get("version", "")
    try:
        _correct(request, row, int(version) if version.isdecimal() else 0, cells)
    except StaleRecord as stale:
        row.refresh_from_db()
        context = file_context(row.file, request, "wrong", own=(row, cells, stale.current))
        return render(request, "desk/staged.html", context, status=409)
    return redirect("desk:staged", key=row.file.key)


@require_POST
@workers_only
def load(request: ReadRequest, key: UUID) -> HttpResponse:
    """Load every row that is right."""
    file, loaded = _file(request, key), 0
    for done in actions.load_ready_rows(file=file, by=request.reader.actor, at=request.at):
        loaded = done
    messages.success(request, _("%(count)s vragen ingelezen.") % {"count": loaded})
    return redirect("desk:staged", key=key)


def _stage(request: ReadRequest, name: str, raw: bytes, desk: Desk) -> StagedFile:
    worker = Worker.objects.get(key=request.reader.actor.key or UUID(int=0))
    by = request.reader.actor
    return actions.stage_file(name=name, raw=raw, desk=desk, worker=worker, by=by, at=request.at)


def _correct(request: ReadRequest, row: StagedRow, version: int, cells: dict[str, str]) -> None:
    by = request.reader.actor
    if request.POST.get("doe") == "overslaan":
        actions.skip_row(row=row, version=version, by=by, at=request.at)
        return
    actions.correct_row(row=row, version=version, cells=cells, by=by, at=request.at)


def _file(request: ReadRequest, key: UUID) -> StagedFile:
    found = StagedFile.objects.select_related("desk").filter(key=key).first()
    if found is None or found.desk_id not in request.reader.desk_ids:
        raise Http404
    return found
