"""My talk with the helper I can always turn to, and asking to be called."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kring.foundation.ui.refusals import beside
from kring.registry.people.actions import add_channel
from kring.support.messages.actions import Letter, ask_call, write_to_helper
from kring.support.messages.queries import last_call_of, talk_with
from kring.support.messages.rules import may_call
from kring.support.plans.queries import goals_known_to
from kring.trust.access.http import ReadRequest
from kring.web.mine.anchor import Anchor, anchor_of
from kring.web.mine.guard import persons_only
from kring.web.mine.seen import Seen
from kring.web.mine.talk_forms import CallForm, MessageForm
from kring.web.mine.views.own import seen_on
from kring.web.shell.told import told_by


@require_http_methods(["GET", "HEAD", "POST"])
@persons_only
def talk(request: ReadRequest) -> HttpResponse:
    """What we wrote to each other, and room for a few words more."""
    seen = seen_on(request)
    anchor = anchor_of(seen.person, seen.at)
    goals = goals_known_to([seen.reader], seen.person, seen.at)
    form = MessageForm(request.POST if request.method == "POST" else None, goals=goals)
    if form.is_bound and form.is_valid():
        _send(request, seen, anchor, form)
        messages.success(request, _("Verstuurd. Je leest het antwoord hier."))
        return redirect("mine:messages")
    said = told_by(seen.reader, talk_with(seen.reader, seen.person, seen.at), seen.at)
    context = {"anchor": anchor, "talk": said, "form": form, "call": last_call_of(seen.person)}
    return render(request, "mine/messages.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@persons_only
def call_me(request: ReadRequest) -> HttpResponse:
    """Ask to be called, at an hour that suits me and on a number that is safe."""
    seen = seen_on(request)
    anchor = anchor_of(seen.person, seen.at)
    known = may_call(seen.person, seen.at)
    form = CallForm(request.POST if request.method == "POST" else None, at=seen.at, known=known)
    if anchor is None:
        raise Http404
    if form.is_bound and form.is_valid() and _call(request, seen, anchor, form):
        return redirect("mine:messages")
    context = {"anchor": anchor, "form": form, "call": last_call_of(seen.person)}
    return render(request, "mine/call_me.html", context, status=422 if form.is_bound else 200)


def _send(request: ReadRequest, seen: Seen, anchor: Anchor | None, form: MessageForm) -> None:
    if anchor is None:
        raise Http404
    letter = Letter(
        words=form.cleaned_data["words"],
        language=get_language() or "nl",
        about=form.about(),
        key=form.cleaned_data["submission"],
    )
    write_to_helper(
        person=seen.person,
        letter=letter,
        to=anchor.worker,
        owner=anchor.organisation,
        by=request.reader.actor,
        at=seen.at,
    )


def _call(request: ReadRequest, seen: Seen, anchor: Anchor, form: CallForm) -> bool:
    by, given = request.reader.actor, form.cleaned_data
    try:
        if given.get("phone"):
            number = {"kind": "phone", "value": given["phone"], "safe": True}
            add_channel(by=by, at=seen.at, person=seen.person, **number)
        ask_call(person=seen.person, after=given["after"], by=by, at=seen.at, helper=anchor.worker)
    except ValidationError as wrong:
        beside(form, wrong)
    return form.is_valid()
