"""The own part: what is kept, who looked, the copy, and what is not right."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kring.foundation.journal import ledger
from kring.registry.network.queries import NoDesk
from kring.support.meetings.invitations import FILE_NAME, MEDIA_TYPE, calendar_file
from kring.support.meetings.queries import next_meeting, own_meeting
from kring.support.plans.faces import FACES
from kring.trust.access.actions import note_copy
from kring.trust.access.http import ReadRequest
from kring.web.mine.asked import answered_lately
from kring.web.mine.copying import as_data, as_paper
from kring.web.mine.forms import ObjectionForm
from kring.web.mine.guard import persons_only
from kring.web.mine.joining import joins_to_answer
from kring.web.mine.lookers import last_look, looks_by_whom
from kring.web.mine.objecting import object_to
from kring.web.mine.own_plan import plan_of
from kring.web.mine.parts import PARTS
from kring.web.mine.seen import Seen, seen_by
from kring.web.mine.talking import reaching
from kring.web.shell.downloads import to_save

FORMS = {"data": ("application/json", "json", as_data), "papier": ("application/pdf", "pdf", as_paper)}


def seen_on(request: ReadRequest) -> Seen:
    """Whose part this page is; the guard saw that there is one."""
    assert request.reader.person is not None  # noqa: S101 - for the type
    return seen_by(request.reader, request.reader.person, request.at)


@require_safe
@persons_only
def home(request: ReadRequest) -> HttpResponse:
    """My plan in short: how it goes, whom I can turn to, and who looked last."""
    seen = seen_on(request)
    context = {
        "person": seen.person,
        "plan": plan_of(seen),
        "faces": FACES,
        "meeting": next_meeting(seen.person, seen.at),
        **reaching(seen),
        "answered_wish": answered_lately(seen),
        "look": last_look(seen),
        "joins": joins_to_answer(seen),
    }
    return render(request, "mine/home.html", context)


@require_safe
@persons_only
def meeting_calendar(request: ReadRequest, key: UUID) -> HttpResponse:
    """A meeting I am invited to, for my own calendar; it names nobody and tells no theme."""
    found = own_meeting(seen_on(request).person, key, request.at)
    if found is None:
        raise Http404
    answer = HttpResponse(calendar_file(found, request.at), content_type=MEDIA_TYPE)
    answer["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    return answer


@require_safe
@persons_only
def kept(request: ReadRequest) -> HttpResponse:
    """What is kept about me, in parts."""
    seen = seen_on(request)
    shown = [(part, part.entries(seen)) for part in PARTS if part.on_home]
    parts = [(part, entries) for part, entries in shown if entries or part.empty]
    return render(request, "mine/kept.html", {"person": seen.person, "parts": parts})


@require_safe
@persons_only
def looked(request: ReadRequest) -> HttpResponse:
    """Who looked at my part, and at that of the children I read for; with whom I can stop."""
    seen = seen_on(request)
    context = {"person": seen.person, "lists": looks_by_whom(seen)}
    return render(request, "mine/looked.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@persons_only
def copy(request: ReadRequest) -> HttpResponse:
    """A copy of everything I may read, as a file that no browser keeps; so many an hour."""
    chosen = FORMS.get(request.POST.get("vorm", ""))
    if request.method != "POST" or chosen is None:
        return render(request, "mine/copy.html", status=422 if request.method == "POST" else 200)
    kind, ending, made_by = chosen
    seen = seen_on(request)
    ledger.read_because("copy")
    answer = to_save(request, made_by(seen), kind, f"kopie.{ending}")
    note_copy(person=seen.person, form=ending, by=request.reader.actor, at=request.at)
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@persons_only
def object_page(request: ReadRequest) -> HttpResponse:
    """Say what is not right; it becomes a question of my own."""
    form = ObjectionForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and _lay(request, form):
        said = _("Dit ligt nu bij wie jou helpt. Je krijgt binnen de maand antwoord.")
        messages.success(request, said)
        return redirect("mine:kept")
    return render(request, "mine/object.html", {"form": form}, status=422 if form.is_bound else 200)


def _lay(request: ReadRequest, form: ObjectionForm) -> bool:
    given = form.cleaned_data
    seen = seen_on(request)
    try:
        object_to(
            person=seen.person,
            words=given["words"],
            submission=given["submission"],
            by=request.reader.actor,
            at=request.at,
        )
    except NoDesk:
        form.add_error(None, _("We kunnen dit nu niet bewaren. Je tekst staat hieronder nog."))
    return form.is_valid()
