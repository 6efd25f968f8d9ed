"""Speaking a message instead of typing it, and listening to one."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kring.foundation.files.store import content_of
from kring.foundation.ui.refusals import beside
from kring.support.documents.models import Document
from kring.support.documents.queries import document_for
from kring.support.documents.sounds import is_sound, plays_on_a_page
from kring.trust.access.http import ReadRequest
from kring.web.mine.anchor import Anchor, anchor_of
from kring.web.mine.guard import persons_only
from kring.web.mine.seen import Seen
from kring.web.mine.speaking import recording_of, speak
from kring.web.mine.talk_forms import SpokenForm
from kring.web.mine.views.own import seen_on
from kring.web.shell.downloads import to_hear


@require_http_methods(["GET", "HEAD", "POST"])
@persons_only
def speak_page(request: ReadRequest) -> HttpResponse:
    """Record a message with the telephone, and send it to my helper."""
    seen = seen_on(request)
    anchor = anchor_of(seen.person, seen.at)
    if anchor is None:
        raise Http404
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = SpokenForm(*sent)
    if form.is_bound and form.is_valid() and _spoken(request, seen, anchor, form):
        messages.success(request, _("Verstuurd. Je leest het antwoord hier."))
        return redirect("mine:messages")
    context = {"anchor": anchor, "form": form}
    return render(request, "mine/speak.html", context, status=422 if form.is_bound else 200)


@require_safe
@persons_only
def listen(request: ReadRequest, key: UUID) -> HttpResponse:
    """A spoken message with a player."""
    found = _sound(request, key)
    context = {"document": found, "plays": plays_on_a_page(found.content_type)}
    return render(request, "mine/listen.html", context)


@require_safe
@persons_only
def heard(request: ReadRequest, key: UUID) -> HttpResponse:
    """The sound itself, for the player."""
    found = _sound(request, key)
    return to_hear(content_of(found.file), found.content_type)


def _sound(request: ReadRequest, key: UUID) -> Document:
    found = document_for(request.reader, key, request.at)
    if found is None or not is_sound(found.content_type):
        raise Http404
    return found


def _spoken(request: ReadRequest, seen: Seen, anchor: Anchor, form: SpokenForm) -> bool:
    """Keep and send it; what stands in the way is said in the form."""
    given = form.cleaned_data
    try:
        speak(
            person=seen.person,
            recording=recording_of(seen.person, given, anchor, seen.at),
            words=given["words"],
            language=get_language() or "nl",
            to=anchor,
            by=request.reader.actor,
            at=seen.at,
        )
    except ValidationError as wrong:
        beside(form, wrong)
    return form.is_valid()
