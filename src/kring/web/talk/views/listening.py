"""Listening to what somebody spoke in."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kring.foundation.files.store import content_of
from kring.registry.people.models import Family, Person
from kring.support.documents.models import Document
from kring.support.documents.queries import document_for
from kring.support.documents.sounds import is_sound, plays_on_a_page
from kring.trust.access.http import ReadRequest
from kring.trust.access.queries import families_visible_to, person_for
from kring.web.shell.downloads import to_hear
from kring.web.shell.guard import workers_only


@require_safe
@workers_only
def listen(request: ReadRequest, key: UUID, document_key: UUID) -> HttpResponse:
    """A spoken message with a player."""
    person, found = _sound(request, key, document_key)
    plays = plays_on_a_page(found.content_type)
    family = None if plays else _family_of(request, person)
    context = {"person": person, "document": found, "plays": plays, "family": family}
    return render(request, "talk/listen.html", context)


@require_safe
@workers_only
def heard(request: ReadRequest, key: UUID, document_key: UUID) -> HttpResponse:
    """The sound itself, for the player."""
    found = _sound(request, key, document_key)[1]
    return to_hear(content_of(found.file), found.content_type)


def _family_of(request: ReadRequest, person: Person) -> Family | None:
    """A family in whose documents I find it, where I see one."""
    families = families_visible_to(request.reader, request.at)
    theirs = families.filter(memberships__person=person, memberships__ends_at__isnull=True)
    return theirs.order_by("pk").first()


def _sound(request: ReadRequest, key: UUID, document_key: UUID) -> tuple[Person, Document]:
    """A spoken message about a person I may see; raises Http404."""
    person = person_for(request.reader, key, request.at)
    found = document_for(request.reader, document_key, request.at) if person is not None else None
    if person is None or found is None or not is_sound(found.content_type):
        raise Http404
    if person.pk not in {row.person_id for row in found.item.subjects.all()}:
        raise Http404
    return person, found
