"""Asking what may be shared: the text to read out, the answer, what it changes, and keeping it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.records.local_text import choice_words
from kring.foundation.ui.refusals import beside
from kring.registry.people.models import Person
from kring.registry.people.queries import age_on
from kring.support.plans.actions import answer_with_plan
from kring.support.requests.topics import Topic
from kring.trust.access.effects import effect_of
from kring.trust.access.effects_told import effect_told
from kring.trust.access.http import ReadRequest
from kring.trust.access.queries import family_for
from kring.trust.consent.models import Consent
from kring.trust.consent.queries import deciders_among, must_agree_to_court
from kring.trust.consent.texts import LANGUAGES, ReadOut, audience_of, text_for
from kring.web.family_file.consent_forms import ASKED, ConsentForm
from kring.web.family_file.member import Member, member_of
from kring.web.shell.guard import workers_only

TITLES = {
    Consent.Purpose.SHARE.value: gettext_lazy("Delen met een organisatie"),
    Consent.Purpose.READ_ALONG.value: gettext_lazy("Iemand laten meelezen"),
    Consent.Purpose.TO_COURT.value: gettext_lazy("Naar het gerecht"),
}


@workers_only
def consent(request: ReadRequest, key: UUID, person_key: UUID) -> HttpResponse:
    """Ask a member what may be shared: fill in, see what it changes, then keep it."""
    member = member_of(request, key, person_key)
    purpose = _chosen(request.GET.get("soort", ""), [purpose.value for purpose in ASKED])
    offered = _offered(member, purpose)
    if request.method != "POST":
        return _asking(member, ConsentForm(initial=_initial(member), **offered))
    form = ConsentForm(request.POST, **offered)
    outcome = request.POST.get("outcome", "")
    if not form.is_valid() or outcome not in Consent.Outcome.values:
        return _asking(member, form, status=422)
    if "terug" in request.POST:
        return _asking(member, form)
    if "bevestigd" not in request.POST:
        return _telling(member, form, outcome)
    return _keeping(member, form, outcome)


def _chosen(asked: str, known: list[str] | tuple[str, ...]) -> str:
    return asked if asked in known else known[0]


def _offered(member: Member, purpose: str) -> dict[str, Any]:
    """Who can answer about this, and whom it can be for."""
    at, person = member.request.at, member.person
    to_court = purpose == Consent.Purpose.TO_COURT
    whole = must_agree_to_court(person, at) if to_court else deciders_among([person], at)[person.pk]
    receivers: list[Any] = []
    if purpose == Consent.Purpose.SHARE:
        receivers = list(member.organisations())
    elif purpose == Consent.Purpose.READ_ALONG:
        receivers = [who for who in member.around.persons.values() if who != person and who.name]
    return {"purpose": purpose, "deciders": member.known(sorted(whole)), "receivers": receivers}


def _initial(member: Member) -> dict[str, str]:
    language = _chosen(member.request.GET.get("taal", ""), LANGUAGES)
    return {"language": member.person.preferred_language or "nl", "text_language": language}


def _text(member: Member, form: ConsentForm, decider: Person) -> ReadOut | None:
    """What is read out to who answers."""
    age = age_on(decider.birth_date, local_day(member.request.at))
    for_another = decider != member.person
    language = form["text_language"].value() or LANGUAGES[0]
    return text_for(form.purpose, audience_of(age, for_another=for_another), language)


def _asking(member: Member, form: ConsentForm, status: int = 200) -> HttpResponse:
    texts = {
        text.name: text
        for text in (_text(member, form, decider) for decider in form.deciders.values())
        if text is not None
    }
    context = {
        "family": member.family,
        "person": member.person,
        "form": form,
        "texts": list(texts.values()),
        "languages": [(code, code == form["text_language"].value()) for code in LANGUAGES],
        "tabs": [(code, title, code == form.purpose) for code, title in TITLES.items()],
        "answers": Consent.Outcome.choices,
    }
    return render(member.request, "family_file/consent.html", context, status=status)


def _telling(member: Member, form: ConsentForm, outcome: str) -> HttpResponse:
    """What this answer changes, before it is kept."""
    context = {
        "family": member.family,
        "person": member.person,
        "form": form,
        "outcome": outcome,
        "answer": choice_words(Consent.Outcome, outcome),
        "effects": _effects(member, form, outcome),
        "receiver": form.to_whom.name if form.to_whom is not None else TITLES[form.purpose],
    }
    return render(member.request, "family_file/consent_effect.html", context)


def _effects(member: Member, form: ConsentForm, outcome: str) -> list[str]:
    receiver, answer = form.to_whom, form.answer(member.person, outcome)
    if receiver is None:
        return [_("Er gaat nu niets weg. Doorgeven kan pas als iedereen die moet kiezen ja zei.")]
    effect = effect_of(
        member.person,
        receiver,
        outcome,
        answer.domains,
        member.request.at,
        decided_by=answer.decided_by,
        families=[member.family.pk],
    )
    return effect_told(effect, receiver, outcome, lambda code: choice_words(Topic, code))


def _keeping(member: Member, form: ConsentForm, outcome: str) -> HttpResponse:
    request, answer = member.request, form.answer(member.person, outcome)
    text = _text(member, form, answer.decided_by or member.person)
    how = form.how(text.name if text else "", member.worker)
    try:
        answer_with_plan(answer=answer, how=how, by=request.reader.actor, at=request.at)
    except ValidationError as wrong:
        return _asking(member, beside(form, wrong), status=422)
    messages.success(request, _("Bewaard."))
    if family_for(request.reader, member.family.key, request.at) is None:
        return redirect("family_file:families")
    return redirect("family_file:member", key=member.family.key, person_key=member.person.key)
