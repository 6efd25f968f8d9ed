"""The pages of the story: the forms, the stale save, and one note with what may be done to it."""

from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.records.bases import StaleRecord
from kring.foundation.ui.difference import changes_between
from kring.registry.people.models import Family
from kring.support.notes.models import Note, NoteDraft
from kring.support.notes.rules import may_change
from kring.trust.access.http import ReadRequest
from kring.web.family_file.naming import colleagues_of, nameable, named_on
from kring.web.family_file.people_around import Around
from kring.web.family_file.story_forms import ClassForm, HandOverForm, HarmForm, NoteForm, WordsForm
from kring.web.family_file.telling import told


def write_page(
    request: ReadRequest,
    found: Family,
    form: NoteForm,
    *,
    status: int = 200,
    begun: NoteDraft | None = None,
) -> HttpResponse:
    """The form on a page of its own, or alone where it is opened in the file.

    ``begun``: what was being written before, and stands in the form.
    """
    alone = request.htmx and request.method != "POST"
    page = "family_file/write_form.html" if alone else "family_file/write.html"
    context = {"family": found, "form": form, "begun": begun}
    return render(request, page, context, status=status)


def words_page(
    request: ReadRequest, found: Family, one: Note, form: WordsForm, **more: Any
) -> HttpResponse:
    status = more.pop("status", 200)
    context = {"family": found, "note": one, "form": form, **more}
    return render(request, "family_file/correct_note.html", context, status=status)


def stale_page(
    request: ReadRequest, found: Family, one: Note, form: WordsForm, stale: StaleRecord
) -> HttpResponse:
    current = stale.current
    mine, theirs = {"words": form.cleaned_data["words"]}, {"words": getattr(current, "words", "")}
    changes = changes_between(WordsForm.labels(), mine, theirs)
    again = WordsForm(initial=mine | {"version": getattr(current, "version", 1)})
    return words_page(request, found, one, again, changes=changes, status=409)


def note_page(
    request: ReadRequest, around: Around, one: Note, *, wrong: Form | None = None
) -> HttpResponse:
    changeable = may_change(request.reader, one)
    context: dict[str, Any] = {
        "family": around.family,
        "one": told(one, around.family, around.persons),
        "named": [(key, label) for key, (_who, label) in named_on(one).items()],
        "changeable": changeable,
        "wrong": wrong,
    }
    if changeable and not one.item.private:
        context["forms"] = _forms(request, around, one, wrong)
    return render(request, "family_file/note.html", context, status=422 if wrong else 200)


def _forms(request: ReadRequest, around: Around, one: Note, wrong: Form | None) -> dict[str, Form]:
    """What may be done to a note: a form that was not right comes back as it was filled in."""
    forms: dict[str, Form] = {
        "reclass": ClassForm(initial={"data_class": one.item.data_class}),
        "withhold": HarmForm(colleagues=colleagues_of(request.reader, request.at)),
        "let_read": HandOverForm(readers=nameable(around, one), day=local_day(request.at)),
    }
    names = {ClassForm: "reclass", HarmForm: "withhold", HandOverForm: "let_read"}
    if wrong is not None and type(wrong) in names:
        forms[names[type(wrong)]] = wrong
    return forms
