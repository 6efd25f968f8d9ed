"""The deeds on one question: who may do each, which form goes with it, and what it does.

One table, so that the page shows, and the route does, the same things under the same rule.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.support.requests import actions
from kring.trust.access.readers import Reader
from kring.web.desk import deed_checks, describing_forms, doing, finding_forms, forms
from kring.web.desk.deed_checks import Subject

type Words = str | Promise


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


DEEDS: dict[str, Deed] = {
    deed.name: deed
    for deed in (
        Deed(
            "nemen",
            _("Ik neem deze vraag op mij"),
            deed_checks.take,
            doing.take,
            _("Jij houdt deze vraag nu."),
            kind="main",
        ),
        Deed(
            "loslaten",
            _("Leg terug op de balie"),
            deed_checks.let_go,
            doing.let_go,
            _("De vraag ligt weer op de balie."),
        ),
        Deed(
            "aanvullen",
            _("Vul aan wat je nu weet"),
            deed_checks.describe,
            doing.describe,
            _("Aangevuld."),
            describing_forms.AboutForm,
            _("Bewaar"),
        ),
        Deed(
            "hulp",
            _("Noem wie hulp start, wat en wanneer"),
            deed_checks.answer,
            doing.offer,
            _("Genoemd. Het telt zodra de dienst ja zegt of het gezin bevestigt."),
            forms.OfferForm,
            _("Bewaar het antwoord"),
            "main",
        ),
        Deed(
            "advies",
            _("Advies dat je verteld hebt"),
            deed_checks.answer,
            doing.advise,
            _("Bewaard. De vraag is beantwoord."),
            forms.AdviceForm,
            _("Bewaar het advies"),
            "main",
        ),
        Deed(
            "bevestigd",
            _("Het gezin bevestigt"),
            deed_checks.confirm,
            doing.confirm,
            _("De vraag is beantwoord: het gezin bevestigde."),
        ),
        Deed(
            "antwoord-niet",
            _("Het gezin zegt: dit beantwoordt mijn vraag niet"),
            deed_checks.contradict,
            doing.contradict,
            _("De vraag ligt weer open. De klok loopt verder vanaf de eerste dag."),
            describing_forms.ContradictForm,
            _("Leg de vraag opnieuw voor"),
            "danger",
        ),
        Deed(
            "dienst-ja",
            _("Ja, wij starten"),
            deed_checks.service,
            doing.service_accepts,
            _("De vraag is beantwoord: jullie starten."),
            kind="main",
        ),
        Deed(
            "dienst-nee",
            _("Nee, wij kunnen niet starten"),
            deed_checks.service,
            doing.service_declines,
            _("De vraag staat weer open voor de balie."),
        ),
        Deed(
            "overdragen",
            _("Vraag een warme overdracht"),
            deed_checks.hand_over,
            doing.hand_over,
            _("Gevraagd. De vraag blijft bij jou tot de andere dienst ja zegt."),
            finding_forms.HandoverForm,
            _("Vraag de overdracht"),
            "main",
        ),
        Deed(
            "intrekken-overdracht",
            _("Trek de overdracht in"),
            deed_checks.recall,
            doing.recall,
            _("De overdracht is ingetrokken."),
        ),
        Deed(
            "steun",
            _("Er kwam steun of hulp"),
            deed_checks.support,
            doing.support,
            _("Genoteerd."),
            forms.SupportForm,
            _("Noteer"),
        ),
        Deed(
            "gezin",
            _("Schrijf bij een gezin"),
            deed_checks.family,
            doing.give_family,
            _("De vraag hoort nu bij dit gezin. De klokken lopen door."),
            finding_forms.FamilyForm,
            _("Schrijf erbij"),
        ),
        Deed(
            "eigen-vraag",
            _("Vraag de jongere of het gezin dit mag weten"),
            deed_checks.own_question,
            doing.answer_about_family,
            _("Genoteerd."),
            forms.OwnQuestionForm,
            _("Noteer het antwoord"),
        ),
        Deed(
            "samenvoegen",
            _("Voeg samen met een andere vraag van dit gezin"),
            deed_checks.join,
            doing.join,
            _("Samengevoegd. De oudste begindatum blijft."),
            forms.JoinForm,
            _("Voeg samen"),
        ),
        Deed(
            "ingetrokken",
            _("De vraag is niet meer nodig"),
            deed_checks.is_open,
            doing.withdraw,
            _("De vraag is ingetrokken."),
            forms.WordsForm,
            _("Sluit af"),
            "danger",
        ),
        Deed(
            "bijzondere-weg",
            _("Naar een bijzondere weg"),
            deed_checks.is_open,
            doing.special_route,
            _("Genoteerd: naar een bijzondere weg."),
            forms.RouteForm,
            _("Sluit af"),
            "danger",
        ),
        Deed(
            "niet-mogelijk",
            _("Er is geen hulp mogelijk"),
            deed_checks.is_open,
            doing.not_possible,
            _("Afgesloten. De reden staat in het register van onvervulde nood."),
            forms.NotPossibleForm,
            _("Sluit af"),
            "danger",
        ),
    )
}

STALE = (actions.AlreadyAsked,)
