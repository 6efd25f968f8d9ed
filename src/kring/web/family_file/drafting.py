"""While somebody writes: what stands in the form is saved on the server, and a hint is given."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kring.registry.network.queries import worker_of
from kring.registry.people.models import Person
from kring.support.notes.drafting import drop_draft, keep_draft
from kring.support.notes.models import NoteDraft
from kring.support.notes.rules import hints_in
from kring.trust.access.http import ReadRequest
from kring.trust.access.queries import family_for
from kring.web.family_file.people_around import Around
from kring.web.family_file.story_forms import NoteForm
from kring.web.shell.guard import workers_only

CHOSEN = ("about", "kind", "told_by", "domain")


@require_POST
@workers_only
def draft(request: ReadRequest, key: UUID) -> HttpResponse:
    """Keep what I am writing about this family, or throw it away."""
    family = family_for(request.reader, key, request.at)
    if family is None:
        raise Http404
    worker = worker_of(request.reader.worker_id)
    deed: dict[str, Any] = {"family": family, "worker": worker, "by": request.reader.actor}
    if "weg" in request.POST:
        drop_draft(**deed, at=request.at)
        messages.success(request, _("Weggegooid."))
        return redirect("family_file:write", key=family.key)
    words = request.POST.get("words", "")
    people = [person for _row, person in Around(family, request.reader, request.at).members]
    keep_draft(**deed, words=words, chosen=_chosen(request, people), at=request.at)
    context = {"kept": bool(words.strip()), "hints": hints_in(words, people)}
    return render(request, "family_file/draft_kept.html", context)


def begun_with(draft: NoteDraft | None) -> dict[str, Any]:
    """The form as it was left."""
    return {} if draft is None else {"words": draft.words, **draft.chosen}


def _chosen(request: ReadRequest, members: list[Person]) -> dict[str, object]:
    """Of the other fields what is one of their choices."""
    form = NoteForm(request.POST, members=members)
    form.is_valid()
    given = {name: form.cleaned_data.get(name) for name in CHOSEN}
    return {name: value for name, value in given.items() if value}
