"""The story of a question in sentences."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from kring.foundation.ui.words import day_words
from kring.support.requests.models import Answer, Handover
from kring.support.requests.queries import Moment, Turn
from kring.web.desk.choices import decision_words, refusal_words, support_words
from kring.web.desk.words import door_words


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of the story: when, what, by whom, with which words and in which colour."""

    at: datetime
    sentence: str
    who: str = ""
    words: str = ""
    kind: str = ""


KINDS = {
    Turn.HANDOVER_ASKED: "info",
    Turn.HANDOVER_REFUSED: "soon",
    Turn.HANDOVER_RETURNED: "late",
    Turn.ANSWER_DECLINED: "soon",
    Turn.ANSWER_DISPUTED: "late",
    Turn.DECIDED: "plum",
}


def told(moments: list[Moment], *, words: bool = True) -> list[Told]:
    """The sentences of a story, in its order; without ``words`` none that people wrote in it."""
    return [
        Told(
            at=moment.at,
            sentence=_sentence(moment),
            who=moment.worker.name if moment.worker else "",
            words=_words(moment) if words else "",
            kind=KINDS.get(moment.turn, ""),
        )
        for moment in moments
    ]


def end_words(state: str) -> str:
    """How a question ended, when not by an answer."""
    return {
        "withdrawn": _("De vraag is ingetrokken"),
        "special_route": _("De vraag ging naar een bijzondere weg"),
        "not_possible": _("Er was geen hulp mogelijk"),
        "joined": _("De vraag is samengevoegd met een andere vraag van dit gezin"),
        "answered": _("De vraag is beantwoord"),
    }.get(state, state)


def _words(moment: Moment) -> str:
    if moment.turn == Turn.HANDOVER_REFUSED:
        return f"{refusal_words(moment.code)}: {moment.words}"
    return "" if moment.turn == Turn.ANSWER_GIVEN else moment.words


def _sentence(moment: Moment) -> str:
    desk = {"desk": moment.desk.name if moment.desk else ""}
    plain = {
        Turn.ASKED: _("De vraag is gesteld (%(door)s)"),
        Turn.LAY: _("De vraag ligt bij %(desk)s"),
        Turn.TAKEN: _("Iemand van %(desk)s nam de vraag op zich"),
        Turn.HANDOVER_ASKED: _("Warme overdracht gevraagd aan %(desk)s"),
        Turn.HANDOVER_ACCEPTED: _("%(desk)s nam de vraag over"),
        Turn.HANDOVER_REFUSED: _("%(desk)s nam de vraag niet over"),
        Turn.HANDOVER_RETURNED: _("Geen antwoord van %(desk)s: de overdracht is vervallen"),
        Turn.HANDOVER_RECALLED: _("De overdracht aan %(desk)s is ingetrokken"),
        Turn.ANSWER_DECLINED: _("De dienst kan niet starten"),
        Turn.ANSWER_DISPUTED: _("De vrager zei: dit beantwoordt mijn vraag niet"),
    }
    if moment.turn in plain:
        return plain[moment.turn] % {**desk, "door": door_words(moment.code) if _asked(moment) else ""}
    return _coded(moment)


def _asked(moment: Moment) -> bool:
    return moment.turn == Turn.ASKED


def _coded(moment: Moment) -> str:
    if moment.turn == Turn.ANSWER_GIVEN:
        return _answer(moment.about)
    if moment.turn == Turn.ANSWER_COUNTED:
        return {
            "service": _("De dienst zei ja: de vraag is beantwoord"),
            "family": _("Het gezin bevestigde: de vraag is beantwoord"),
            "told": _("Het advies is verteld: de vraag is beantwoord"),
        }.get(moment.code, moment.code)
    if moment.turn == Turn.DECIDED:
        decision = decision_words().get(moment.code, moment.code)
        return _("Beslist in het aanmeldingsoverleg: %(decision)s") % {"decision": decision}
    if moment.turn == Turn.SUPPORT:
        return support_words(moment.code)
    return end_words(moment.code)


def _answer(about: Any) -> str:
    answer: Answer = about
    if answer.starter is None or answer.starts_on is None:
        return _("Advies gegeven: %(what)s") % {"what": answer.what}
    return _("Hulp genoemd: %(who)s start %(what)s op %(day)s") % {
        "who": answer.starter.name,
        "what": answer.what,
        "day": day_words(answer.starts_on),
    }


def settled_words(handover: Handover) -> str:
    """How a hand-over ended; empty while it waits."""
    desk = {"desk": handover.to_desk.name}
    return {
        "accepted": _("%(desk)s nam de vraag over"),
        "refused": _("%(desk)s nam de vraag niet over"),
        "returned": _("Geen antwoord van %(desk)s: de overdracht is vervallen"),
        "recalled": _("De overdracht aan %(desk)s is ingetrokken"),
    }.get(handover.state, "") % desk
