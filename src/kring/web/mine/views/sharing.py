"""Who may read along: what I answered, what an answer changes, giving, waiting and taking back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kring.support.plans.actions import answer_with_plan
from kring.support.requests.actions import take_back_family
from kring.trust.access.actions import stop_access
from kring.trust.access.http import ReadRequest
from kring.trust.consent.actions import HowAsked, felt_forced
from kring.trust.consent.models import Consent
from kring.web.mine.guard import persons_only
from kring.web.mine.joining import joins_to_answer
from kring.web.mine.leaving import effects_of_leaving, said_yes
from kring.web.mine.parts import readers
from kring.web.mine.receivers import (
    Receiver,
    effect_words,
    may_answer_for,
    receiver_of,
    receivers,
    text_of,
)
from kring.web.mine.seen import Seen
from kring.web.mine.views.own import seen_on
from kring.web.mine.words import given_words


@require_safe
@persons_only
def sharing(request: ReadRequest) -> HttpResponse:
    """Who can see me and why, and what I answered about each of them."""
    seen = seen_on(request)
    said = Consent.objects.running(seen.at).filter(person=seen.person, decided_by=None)
    given = said.select_related("organisation", "reader").order_by("-starts_at", "-pk")
    context = {
        "joins": joins_to_answer(seen),
        "readers": readers(seen),
        "lists": _lists(seen),
        "given": [(row, given_words(row, seen.at)) for row in given],
    }
    return render(request, "mine/sharing.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@persons_only
def answer(request: ReadRequest, about: UUID, receiver: UUID) -> HttpResponse:
    """What a yes and a stop change, before they are given; then the answer."""
    seen = seen_on(request)
    chosen = _chosen(seen, about, receiver)
    if request.method == "POST" and request.POST.get("antwoord") in Consent.Outcome.values:
        _keep(request, seen, chosen, request.POST["antwoord"])
        messages.success(request, _("Genoteerd. Het geldt vanaf nu."))
        return redirect("mine:sharing")
    context = {
        "one": chosen,
        "own": chosen.about == seen.person,
        "text": text_of(seen, chosen),
        "effect_yes": effect_words(seen, chosen, Consent.Outcome.YES),
        "effect_later": effect_words(seen, chosen, Consent.Outcome.NOT_NOW),
        "effect_stop": effect_words(seen, chosen, Consent.Outcome.NO),
    }
    return render(request, "mine/answer.html", context, status=422 if request.method == "POST" else 200)


@require_POST
@persons_only
def forced(request: ReadRequest, key: UUID) -> HttpResponse:
    """Say in silence that an answer was not given freely; the page says it to nobody else."""
    seen = seen_on(request)
    said = Consent.objects.filter(key=key, person=seen.person).first()
    if said is None:
        raise Http404
    felt_forced(consent=said, by=request.reader.actor, at=request.at)
    messages.success(request, _("Dank je. Alleen je vaste begeleider leest dit."))
    return redirect("mine:sharing")


@require_safe
@persons_only
def stop(request: ReadRequest) -> HttpResponse:
    """Everything that can be stopped, one button each."""
    seen = seen_on(request)
    running = [one for _about, rows in _lists(seen) for one in rows if one.says_yes]
    context = {"running": running, "with_family": said_yes(seen.person)}
    return render(request, "mine/stop.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@persons_only
def leave_family(request: ReadRequest) -> HttpResponse:
    """What it changes that my own question lies with my family no longer; then taking it back."""
    seen = seen_on(request)
    if not said_yes(seen.person):
        raise Http404
    if request.method == "POST":
        how = HowAsked(language=get_language() or "")
        take_back_family(person=seen.person, how=how, by=request.reader.actor, at=request.at)
        messages.success(request, _("Genoteerd. Het geldt vanaf nu."))
        return redirect("mine:stop")
    return render(request, "mine/leave_family.html", {"effects": effects_of_leaving(seen)})


@require_POST
@persons_only
def close(request: ReadRequest) -> HttpResponse:
    """Close my own way in, and sign out."""
    seen = seen_on(request)
    stop_access(person=seen.person, by=request.reader.actor, at=request.at)
    logout(request)
    return redirect("portal:home")


def _lists(seen: Seen) -> list[tuple[Any, list[Receiver]]]:
    return [(about, receivers(seen, about)) for about in may_answer_for(seen)]


def _chosen(seen: Seen, about: UUID, receiver: UUID) -> Receiver:
    person = next((one for one in may_answer_for(seen) if one.key == about), None)
    found = receiver_of(seen, person, receiver) if person is not None else None
    if found is None:
        raise Http404
    return found


def _keep(request: ReadRequest, seen: Seen, chosen: Receiver, outcome: str) -> None:
    shown = text_of(seen, chosen)
    answered = Consent(
        person=chosen.about,
        purpose=chosen.purpose,
        outcome=outcome,
        decided_by=None if seen.person == chosen.about else seen.person,
        organisation=chosen.organisation,
        reader=chosen.reader,
    )
    how = HowAsked(language=get_language() or "", text_read=shown.name if shown else "")
    answer_with_plan(answer=answered, how=how, by=request.reader.actor, at=request.at)
