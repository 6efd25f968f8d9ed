"""The documents that a person may read, and fetching one."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kring.support.documents.queries import content_and_name, document_for, documents_about
from kring.trust.access.http import ReadRequest
from kring.trust.access.own_part import people_stood_beside
from kring.web.mine.guard import persons_only
from kring.web.mine.views.own import seen_on
from kring.web.shell.downloads import to_save


@require_safe
@persons_only
def documents(request: ReadRequest) -> HttpResponse:
    """The files in my part that I may read, the newest first."""
    seen = seen_on(request)
    people = [seen.person, *people_stood_beside(seen.reader, seen.at)]
    rows = documents_about(request.reader, people, request.at)
    return render(request, "mine/documents.html", {"rows": rows})


@require_safe
@persons_only
def document(request: ReadRequest, key: UUID) -> HttpResponse:
    """One of them, as a file to save."""
    found = document_for(request.reader, key, request.at)
    if found is None:
        raise Http404
    content, name = content_and_name(found)
    return to_save(request, content, found.content_type, name)
