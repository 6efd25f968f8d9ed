"""What people wrote to me, and what I write back."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kring.registry.network.models import Organisation, Worker
from kring.registry.people.models import Person
from kring.support.messages.actions import Letter, answer_person, put_away
from kring.support.messages.models import FamilyMessage
from kring.support.messages.queries import (
    last_call_of,
    talk_with,
    talks_waiting_for,
    waiting_in,
    waiting_on_colleagues,
)
from kring.support.messages.rules import may_write_first
from kring.support.plans.queries import goals_known_to
from kring.trust.access.http import ReadRequest
from kring.trust.access.queries import person_for
from kring.trust.access.readers import Reader
from kring.trust.access.standing import standing_of
from kring.web.shell.guard import workers_only
from kring.web.shell.told import told_by
from kring.web.talk.forms import AnswerForm


@require_safe
@workers_only
def talks(request: ReadRequest) -> HttpResponse:
    """Who waits for an answer of mine, the longest first."""
    found = talks_waiting_for(request.reader, request.at)
    instead = waiting_on_colleagues(request.reader, request.at)
    return render(request, "talk/talks.html", {"talks": found, "instead": instead})


@require_http_methods(["GET", "HEAD", "POST"])
@workers_only
def talk(request: ReadRequest, key: UUID) -> HttpResponse:
    """The messages of one person, with room for an answer, or for the first words."""
    person, said = _talk_of(request, key, begin=True)
    goals = goals_known_to([request.reader, Reader(person=person)], person, request.at)
    form = AnswerForm(request.POST if request.method == "POST" else None, goals=goals)
    if form.is_bound and form.is_valid():
        _answer(request, person, said, form)
        messages.success(request, _("Verstuurd. Deze persoon krijgt een neutraal berichtje."))
        return redirect("talk:talk", person.key)
    context = {
        "person": person,
        "talk": told_by(request.reader, said, request.at),
        "form": form,
        "waiting": bool(waiting_in(said)),
        "call": last_call_of(person),
    }
    return render(request, "talk/talk.html", context, status=422 if form.is_bound else 200)


@require_POST
@workers_only
def seen(request: ReadRequest, key: UUID) -> HttpResponse:
    """I read it; an answer in writing is not needed."""
    person, said = _talk_of(request, key)
    put_away(person=person, talk=said, worker=_me(request), by=request.reader.actor, at=request.at)
    messages.success(request, _("Genoteerd: gelezen."))
    return redirect("talk:talks")


def _talk_of(
    request: ReadRequest, key: UUID, *, begin: bool = False
) -> tuple[Person, list[FamilyMessage]]:
    """A person I may see, with what I may read of our talk; ``begin``: or to whom I may write first."""
    person = person_for(request.reader, key, request.at)
    said = talk_with(request.reader, person, request.at) if person is not None else []
    if person is None or not (said or (begin and _may_begin(request, person))):
        raise Http404
    return person, said


def _may_begin(request: ReadRequest, person: Person) -> bool:
    standing = standing_of(request.reader, [person], request.at)
    return may_write_first(standing, person, request.at)


def _answer(request: ReadRequest, person: Person, said: list[FamilyMessage], form: AnswerForm) -> None:
    mine = Organisation.objects.filter(pk__in=request.reader.organisation_ids).order_by("pk")
    here = request.reader.actor.organisation
    answer_person(
        person=person,
        letter=Letter(
            words=form.cleaned_data["words"],
            language=get_language() or "nl",
            about=form.about(),
            key=form.cleaned_data["submission"],
        ),
        worker=_me(request),
        owner=next((one for one in mine if one.key == here), mine.first()),
        talk=said,
        by=request.reader.actor,
        at=request.at,
    )


def _me(request: ReadRequest) -> Worker:
    return Worker.objects.get(pk=request.reader.worker_id or 0)
