"""The story of a family: reading it, writing in it, and saying who may read what."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kring.foundation.classes.facts import DataClass
from kring.foundation.deadlines.calendar import local_day
from kring.foundation.records.bases import StaleRecord
from kring.foundation.ui.refusals import beside
from kring.registry.network.models import Organisation, Worker
from kring.support.notes import actions
from kring.support.notes.drafting import draft_of, drop_draft
from kring.support.notes.models import Note
from kring.support.notes.queries import note_for, notes_about
from kring.support.notes.rules import hints_in, may_change
from kring.trust.access.http import ReadRequest
from kring.trust.access.queries import family_for
from kring.web.family_file.drafting import begun_with
from kring.web.family_file.naming import colleagues_of, nameable, named_on
from kring.web.family_file.people_around import Around
from kring.web.family_file.story_forms import (
    ClassForm,
    HandOverForm,
    HarmForm,
    NoteForm,
    ReaderForm,
    WordsForm,
)
from kring.web.family_file.story_pages import (
    note_page,
    stale_page,
    words_page,
    write_page,
)
from kring.web.family_file.telling import told
from kring.web.shell.guard import workers_only

ON_A_PAGE = 20


@require_safe
@workers_only
def story(request: ReadRequest, key: UUID) -> HttpResponse:
    """All that is written of this family that the reader may see, the newest first."""
    around = _around(request, key)
    page = notes_about(
        request.reader, _people(around), request.at, most=ON_A_PAGE, after=_after(request)
    )
    rows = [told(note, around.family, around.persons) for note in page.notes]
    return render(
        request, "family_file/story.html", {"family": around.family, "rows": rows, "next": page.next}
    )


@require_http_methods(["GET", "HEAD", "POST"])
@workers_only
def write(request: ReadRequest, key: UUID) -> HttpResponse:
    """Write in the story, or a working note."""
    around = _around(request, key)
    people = _people(around)
    if request.method != "POST":
        begun = draft_of(_worker(request), around.family)
        form = NoteForm(members=people, initial=begun_with(begun))
        return write_page(request, around.family, form, begun=begun)
    form = NoteForm(request.POST, members=people)
    if not form.is_valid() or not _written(request, around, form):
        return write_page(request, around.family, form, status=422)
    messages.success(request, _("Bewaard."))
    for hint in hints_in(form.cleaned_data["words"], people):
        messages.warning(request, hint)
    return redirect("family_file:story", key=around.family.key)


def _written(request: ReadRequest, around: Around, form: NoteForm) -> bool:
    """Keep the note, and no longer what was being written; what stands in the way the form says."""
    worker, deed = _worker(request), _deed(request)
    try:
        actions.write_note(draft=form.draft(), author=worker, owner=_owner(request), **deed)
    except ValidationError as wrong:
        beside(form, wrong)
        return False
    drop_draft(family=around.family, worker=worker, **deed)
    return True


@require_safe
@workers_only
def note(request: ReadRequest, key: UUID, note_key: UUID) -> HttpResponse:
    """One note, and who reads it."""
    around = _around(request, key)
    one = _note(request, around, note_key)
    return note_page(request, around, one)


@require_http_methods(["GET", "HEAD", "POST"])
@workers_only
def correct_words(request: ReadRequest, key: UUID, note_key: UUID) -> HttpResponse:
    """Change the words of a note; who comes second reads both texts."""
    around = _around(request, key)
    one = _changeable(request, around, note_key)
    if request.method != "POST":
        return words_page(request, around.family, one, WordsForm.of(one))
    form = WordsForm(request.POST)
    if not form.is_valid():
        return words_page(request, around.family, one, form, status=422)
    words, version = form.cleaned_data["words"], form.cleaned_data["version"]
    try:
        actions.correct_note(note=one, version=version, words=words, **_deed(request))
    except StaleRecord as stale:
        return stale_page(request, around.family, one, form, stale)
    except ValidationError as wrong:
        return words_page(request, around.family, one, beside(form, wrong), status=422)
    messages.success(request, _("Bewaard."))
    return redirect("family_file:note", key=around.family.key, note_key=one.key)


@require_POST
@workers_only
def reclass(request: ReadRequest, key: UUID, note_key: UUID) -> HttpResponse:
    """Say anew what kind of thing a note is."""
    around = _around(request, key)
    one = _changeable(request, around, note_key)
    form = ClassForm(request.POST)
    if form.is_valid():
        chosen = DataClass(form.cleaned_data["data_class"])
        return _do(request, around, one, form, actions.reclass_note, data_class=chosen)
    return note_page(request, around, one, wrong=form)


@require_POST
@workers_only
def withhold(request: ReadRequest, key: UUID, note_key: UUID) -> HttpResponse:
    """Keep a note from who would be harmed by it, with a reason, a colleague and a day."""
    around = _around(request, key)
    one = _changeable(request, around, note_key)
    form = HarmForm(request.POST, colleagues=colleagues_of(request.reader, request.at))
    if form.is_valid():
        values = {**form.values(), "decided_by": _worker(request)}
        return _do(request, around, one, form, actions.withhold_note, **values)
    return note_page(request, around, one, wrong=form)


@require_POST
@workers_only
def let_read(request: ReadRequest, key: UUID, note_key: UUID) -> HttpResponse:
    """Hand one note over to one reader."""
    around = _around(request, key)
    one = _changeable(request, around, note_key)
    form = HandOverForm(request.POST, readers=nameable(around, one), day=local_day(request.at))
    if form.is_valid():
        values = {"to": form.chosen(), "why": form.why(), "worker": _worker(request)}
        return _do(request, around, one, form, actions.hand_over_note, **values)
    return note_page(request, around, one, wrong=form)


@require_POST
@workers_only
def take_back(request: ReadRequest, key: UUID, note_key: UUID) -> HttpResponse:
    """Let a reader who was named read it no longer."""
    around = _around(request, key)
    one = _changeable(request, around, note_key)
    form = ReaderForm(request.POST, readers=named_on(one))
    if form.is_valid():
        return _do(request, around, one, form, actions.take_back_note, reader=form.chosen())
    return redirect("family_file:note", key=around.family.key, note_key=one.key)


def _do(
    request: ReadRequest,
    around: Around,
    one: Note,
    form: Form,
    verb: Callable[..., None],
    **values: Any,
) -> HttpResponse:
    """One deed on a note; what goes wrong is said beside its field."""
    try:
        verb(note=one, **values, **_deed(request))
    except ValidationError as wrong:
        return note_page(request, around, one, wrong=beside(form, wrong))
    messages.success(request, _("Bewaard."))
    if note_for(request.reader, one.key, request.at) is None:
        return redirect("family_file:story", key=around.family.key)
    return redirect("family_file:note", key=around.family.key, note_key=one.key)


def _around(request: ReadRequest, key: UUID) -> Around:
    found = family_for(request.reader, key, request.at)
    if found is None:
        raise Http404
    return Around(found, request.reader, request.at)


def _people(around: Around) -> list[Any]:
    return [person for _row, person in around.members]


def _note(request: ReadRequest, around: Around, key: UUID) -> Note:
    """The note, if it lies in the part of this family and the reader may see it."""
    one = note_for(request.reader, key, request.at)
    members = {person.pk for person in _people(around)}
    if one is None or not members & {row.person_id for row in one.item.subjects.all()}:
        raise Http404
    return one


def _changeable(request: ReadRequest, around: Around, key: UUID) -> Note:
    one = _note(request, around, key)
    if not may_change(request.reader, one):
        raise PermissionDenied
    return one


def _deed(request: ReadRequest) -> dict[str, Any]:
    return {"by": request.reader.actor, "at": request.at}


def _worker(request: ReadRequest) -> Worker:
    return Worker.objects.get(pk=request.reader.worker_id or 0)


def _owner(request: ReadRequest) -> Organisation | None:
    """The organisation on whose behalf the reader writes: its file it becomes."""
    key = request.reader.actor.organisation
    return Organisation.objects.filter(key=key).first() if key is not None else None


def _after(request: ReadRequest) -> UUID | None:
    try:
        return UUID(request.GET.get("na", ""))
    except ValueError:
        return None
