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
from kring.support.messages.queries import last_call_of, talk_with, talks_waiting_for, waiting_in
from kring.trust.access.http import ReadRequest
from kring.trust.access.queries import person_for
from kring.web.shell.guard import workers_only
from kring.web.talk.forms import AnswerForm


@require_safe
@workers_only
def talks(request: ReadRequest) -> HttpResponse:
    """Who waits for an answer of mine, the longest first."""
    found = talks_waiting_for(request.reader, request.at)
    return render(request, "talk/talks.html", {"talks": found})


@require_http_methods(["GET", "HEAD", "POST"])
@workers_only
def talk(request: ReadRequest, key: UUID) -> HttpResponse:
    """The messages of one person, with room for an answer."""
    person, said = _talk_of(request, key)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        _answer(request, person, said, form)
        messages.success(request, _("Verstuurd. Deze persoon krijgt een neutraal berichtje."))
        return redirect("talk:talk", person.key)
    context = {
        "person": person,
        "talk": said,
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


def _talk_of(request: ReadRequest, key: UUID) -> tuple[Person, list[FamilyMessage]]:
    """A person I may see, who wrote something I may read."""
    person = person_for(request.reader, key, request.at)
    said = talk_with(request.reader, person, request.at) if person is not None else []
    if person is None or not said:
        raise Http404
    return person, said


def _answer(request: ReadRequest, person: Person, said: list[FamilyMessage], form: AnswerForm) -> None:
    mine = Organisation.objects.filter(pk__in=request.reader.organisation_ids).order_by("pk")
    here = request.reader.actor.organisation
    answer_person(
        person=person,
        letter=Letter(
            words=form.cleaned_data["words"],
            language=get_language() or "nl",
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
