"""The documents of a family: the list, handing one in, and fetching one."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kring.foundation.records.local_text import in_language
from kring.foundation.ui.refusals import beside
from kring.registry.network.models import Organisation, Worker
from kring.registry.people.models import Person
from kring.support.documents.actions import keep_document
from kring.support.documents.models import Document
from kring.support.documents.queries import content_and_name, document_for, documents_about
from kring.support.documents.required import with_what_is_there
from kring.trust.access.http import ReadRequest
from kring.trust.access.queries import family_for
from kring.web.family_file.document_forms import DocumentForm
from kring.web.family_file.people_around import Around
from kring.web.shell.downloads import to_save
from kring.web.shell.guard import workers_only


@require_safe
@workers_only
def documents(request: ReadRequest, key: UUID) -> HttpResponse:
    """What of this family is kept as a file and this reader may see, the newest first."""
    around = _around(request, key)
    found = documents_about(request.reader, _people(around), request.at)
    context = {"family": around.family, "rows": found, "required": _required(found)}
    return render(request, "family_file/documents.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@workers_only
def add(request: ReadRequest, key: UUID) -> HttpResponse:
    """Hand in a document; a file that is not kept gets one sentence beside its field."""
    around = _around(request, key)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = DocumentForm(*sent, members=_people(around))
    if form.is_bound and form.is_valid():
        reader = request.reader
        author = Worker.objects.get(pk=reader.worker_id or 0)
        owner = _owner(reader.actor.organisation)
        new = form.new_document()
        try:
            keep_document(new=new, author=author, owner=owner, by=reader.actor, at=request.at)
        except ValidationError as wrong:
            beside(form, wrong)
        else:
            messages.success(request, _("Bewaard."))
            return redirect("family_file:documents", key=around.family.key)
    context = {"family": around.family, "form": form}
    return render(
        request, "family_file/add_document.html", context, status=422 if form.is_bound else 200
    )


@require_safe
@workers_only
def fetch(request: ReadRequest, key: UUID, document_key: UUID) -> HttpResponse:
    """One document as a file to save; 404 where it does not lie in the part of this family."""
    around = _around(request, key)
    found = document_for(request.reader, document_key, request.at)
    members = {person.pk for person in _people(around)}
    if found is None or not members & {row.person_id for row in found.item.subjects.all()}:
        raise Http404
    content, name = content_and_name(found)
    return to_save(request, content, found.content_type, name)


def _around(request: ReadRequest, key: UUID) -> Around:
    found = family_for(request.reader, key, request.at)
    if found is None:
        raise Http404
    return Around(found, request.reader, request.at)


def _owner(key: UUID | None) -> Organisation | None:
    return Organisation.objects.filter(key=key).first() if key is not None else None


def _required(found: list[Document]) -> list[tuple[str, bool]]:
    return [(in_language(one.name), there) for one, there in with_what_is_there(found)]


def _people(around: Around) -> list[Person]:
    return [person for _row, person in around.members]
