"""The story of a question as its asker reads it: neutral, unless they chose to see names."""

from collections.abc import Callable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from kring.support.requests.models import AnswerKind, ClockKind
from kring.support.requests.queries.story import Moment, Turn
from kring.support.requests.states import (
    HANDOVER_ASKED,
    JOINED,
    NOT_POSSIBLE,
    SPECIAL_ROUTE,
    WITHDRAWN,
)

PLAIN: dict[Turn, str | Promise] = {
    Turn.ASKED: __("Je stelde je vraag."),
    Turn.HANDOVER_RETURNED: __("De andere dienst antwoordde niet op tijd. Je vraag bleef waar ze lag."),
    Turn.HANDOVER_REFUSED: __("De andere dienst kan je vraag niet overnemen. Ze bleef waar ze lag."),
    Turn.HANDOVER_ACCEPTED: __("De andere dienst nam je vraag over."),
    Turn.ANSWER_COUNTED: __("Je kreeg een duidelijk antwoord."),
    Turn.ANSWER_DECLINED: __("De hulp die voorgesteld was, kan niet starten. Er wordt verder gezocht."),
    Turn.ANSWER_DISPUTED: __("Je zei: dit beantwoordt mijn vraag niet."),
    Turn.DECIDED: __("Je vraag werd besproken."),
}
ENDS: dict[str, str | Promise] = {
    WITHDRAWN: __("Je trok je vraag in."),
    SPECIAL_ROUTE: __("Je vraag ging naar een dienst die hier meer in kan doen."),
    NOT_POSSIBLE: __("Er is nu geen hulp mogelijk. De dienst legt je uit waarom."),
    JOINED: __("Je vraag hoort nu samen met een andere vraag van jullie gezin."),
}


def told(moment: Moment, *, full: bool) -> str:
    """One sentence for a turn of the story; empty for what says nothing to the asker."""
    if moment.turn in PLAIN:
        return str(PLAIN[moment.turn])
    tell = TOLD.get(moment.turn)
    return tell(moment, full) if tell else ""


def _lay(moment: Moment, full: bool) -> str:  # noqa: FBT001 - one shape for all of them
    name = moment.desk.name if full and moment.desk else _("een dienst in je buurt")
    return _("Je vraag lag bij %(desk)s.") % {"desk": name}


def _offered(moment: Moment, full: bool) -> str:  # noqa: ARG001, FBT001
    return _("Er werd hulp voorgesteld.") if moment.code == AnswerKind.HELP else ""


def _support(moment: Moment, full: bool) -> str:  # noqa: ARG001, FBT001
    if moment.code == ClockKind.AGREED_HELP:
        return _("De afgesproken hulp begon.")
    return _("Je kreeg een eerste ondersteuning.")


def _ended(moment: Moment, full: bool) -> str:  # noqa: ARG001, FBT001
    return str(ENDS.get(moment.code, ""))


def _taken(moment: Moment, full: bool) -> str:  # noqa: FBT001
    if full and moment.worker is not None:
        return _("%(worker)s nam je vraag op zich.") % {"worker": moment.worker.name}
    return _("Iemand van die dienst nam je vraag op zich.")


def _handover(moment: Moment, full: bool) -> str:  # noqa: FBT001
    name = moment.desk.name if full and moment.desk else _("een andere dienst")
    if getattr(moment.about, "state", "") == HANDOVER_ASKED:
        return _("Warme overdracht gevraagd aan %(desk)s, nog geen antwoord.") % {"desk": name}
    return _("Warme overdracht gevraagd aan %(desk)s.") % {"desk": name}


TOLD: dict[Turn, Callable[[Moment, bool], str]] = {
    Turn.LAY: _lay,
    Turn.TAKEN: _taken,
    Turn.HANDOVER_ASKED: _handover,
    Turn.ANSWER_GIVEN: _offered,
    Turn.SUPPORT: _support,
    Turn.ENDED: _ended,
}
