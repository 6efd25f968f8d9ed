"""The deeds on one question: who may do each, which form goes with it, and what it does.

One table, so that the page shows, and the route does, the same things under the same rule.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from kring.support.requests import actions, rules
from kring.support.requests.models import Answer, Handover, Request
from kring.support.requests.states import GIVEN
from kring.trust.access.readers import Reader
from kring.web.desk import doing, finding_forms, forms

type Words = str | Promise


@dataclass(frozen=True, slots=True)
class Subject:
    """The question with what hangs on it now, as the deeds look at it."""

    request: Request
    handover: Handover | None = None
    answer: Answer | None = None


@dataclass(frozen=True)
class Deed:
    """One thing to do with a question.

    ``check`` raises NotAllowed with the sentence the page shows in place of the button; it returns
    whether the deed means anything here at all.
    """

    name: str
    label: Words
    check: Callable[[Reader, Subject], bool]
    run: Callable[[HttpRequest, Subject, dict[str, Any]], None]
    done: Words
    form: type[forms.DeedForm] = forms.DeedForm
    button: Words = ""
    kind: str = ""


def _take(reader: Reader, on: Subject) -> bool:
    if on.request.worker_id == reader.worker_id or on.request.closed_at:
        return False
    rules.check_may_take(reader, on.request)
    return True


def _let_go(reader: Reader, on: Subject) -> bool:
    if on.request.worker_id is None or on.request.closed_at:
        return False
    rules.check_may_let_go(reader, on.request)
    return True


def _open(reader: Reader, on: Subject) -> bool:
    if on.request.closed_at:
        return False
    rules.check_may_work_on_open(reader, on.request)
    return True


def _hand_over(reader: Reader, on: Subject) -> bool:
    return on.handover is None and _open(reader, on)


def _recall(reader: Reader, on: Subject) -> bool:
    if on.handover is None:
        return False
    rules.check_may_recall(reader, on.handover)
    return True


def _answer(reader: Reader, on: Subject) -> bool:
    if not _open(reader, on):
        return False
    if on.answer is not None and on.answer.state == GIVEN:
        raise rules.NotAllowed(_g("Er is al hulp genoemd. Wacht op het antwoord van die dienst."))
    return True


def _confirm(reader: Reader, on: Subject) -> bool:
    offered = on.answer is not None and on.answer.state == GIVEN
    return offered and _open(reader, on)


def _service(reader: Reader, on: Subject) -> bool:
    if on.answer is None or on.answer.state != GIVEN:
        return False
    if on.answer.starter_id not in reader.organisation_ids:
        return False
    rules.check_may_accept_answer(reader, on.answer)
    return True


def _support(reader: Reader, on: Subject) -> bool:
    if on.request.state not in ("asked", "taken", "answered"):
        return False
    rules.check_may_work_on(reader, on.request)
    return True


def _family(reader: Reader, on: Subject) -> bool:
    if on.request.family_id is not None or not _open(reader, on):
        return False
    rules.check_may_get_family(on.request)
    return True


def _own_question(reader: Reader, on: Subject) -> bool:
    known = on.request.asker_id is not None
    return known and rules.stands_alone(on.request) and _open(reader, on)


def _join(reader: Reader, on: Subject) -> bool:
    if on.request.family_id is None or not _open(reader, on):
        return False
    return forms.may_be_joined(on.request, reader)


DEEDS: dict[str, Deed] = {
    deed.name: deed
    for deed in (
        Deed(
            "nemen",
            _("Ik neem deze vraag op mij"),
            _take,
            doing.take,
            _("Jij houdt deze vraag nu."),
            kind="main",
        ),
        Deed(
            "loslaten",
            _("Leg terug op de balie"),
            _let_go,
            doing.let_go,
            _("De vraag ligt weer op de balie."),
        ),
        Deed(
            "hulp",
            _("Noem wie hulp start, wat en wanneer"),
            _answer,
            doing.offer,
            _("Genoemd. Het telt zodra de dienst ja zegt of het gezin bevestigt."),
            forms.OfferForm,
            _("Bewaar het antwoord"),
            "main",
        ),
        Deed(
            "advies",
            _("Advies dat je verteld hebt"),
            _answer,
            doing.advise,
            _("Bewaard. De vraag is beantwoord."),
            forms.AdviceForm,
            _("Bewaar het advies"),
            "main",
        ),
        Deed(
            "bevestigd",
            _("Het gezin bevestigt"),
            _confirm,
            doing.confirm,
            _("De vraag is beantwoord: het gezin bevestigde."),
        ),
        Deed(
            "dienst-ja",
            _("Ja, wij starten"),
            _service,
            doing.service_accepts,
            _("De vraag is beantwoord: jullie starten."),
            kind="main",
        ),
        Deed(
            "dienst-nee",
            _("Nee, wij kunnen niet starten"),
            _service,
            doing.service_declines,
            _("De vraag staat weer open voor de balie."),
        ),
        Deed(
            "overdragen",
            _("Vraag een warme overdracht"),
            _hand_over,
            doing.hand_over,
            _("Gevraagd. De vraag blijft bij jou tot de andere dienst ja zegt."),
            finding_forms.HandoverForm,
            _("Vraag de overdracht"),
            "main",
        ),
        Deed(
            "intrekken-overdracht",
            _("Trek de overdracht in"),
            _recall,
            doing.recall,
            _("De overdracht is ingetrokken."),
        ),
        Deed(
            "steun",
            _("Er kwam steun of hulp"),
            _support,
            doing.support,
            _("Genoteerd."),
            forms.SupportForm,
            _("Noteer"),
        ),
        Deed(
            "gezin",
            _("Schrijf bij een gezin"),
            _family,
            doing.give_family,
            _("De vraag hoort nu bij dit gezin. De klokken lopen door."),
            finding_forms.FamilyForm,
            _("Schrijf erbij"),
        ),
        Deed(
            "eigen-vraag",
            _("Vraag de jongere of het gezin dit mag weten"),
            _own_question,
            doing.answer_about_family,
            _("Genoteerd."),
            forms.OwnQuestionForm,
            _("Noteer het antwoord"),
        ),
        Deed(
            "samenvoegen",
            _("Voeg samen met een andere vraag van dit gezin"),
            _join,
            doing.join,
            _("Samengevoegd. De oudste begindatum blijft."),
            forms.JoinForm,
            _("Voeg samen"),
        ),
        Deed(
            "ingetrokken",
            _("De vraag is niet meer nodig"),
            _open,
            doing.withdraw,
            _("De vraag is ingetrokken."),
            forms.WordsForm,
            _("Sluit af"),
            "danger",
        ),
        Deed(
            "bijzondere-weg",
            _("Naar een bijzondere weg"),
            _open,
            doing.special_route,
            _("Genoteerd: naar een bijzondere weg."),
            forms.RouteForm,
            _("Sluit af"),
            "danger",
        ),
        Deed(
            "niet-mogelijk",
            _("Er is geen hulp mogelijk"),
            _open,
            doing.not_possible,
            _("Afgesloten. De reden staat in het register van onvervulde nood."),
            forms.NotPossibleForm,
            _("Sluit af"),
            "danger",
        ),
    )
}

STALE = (actions.AlreadyAsked,)
