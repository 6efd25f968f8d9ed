"""The one step a worker most likely does next with a question, and the other deeds beside it.

What it offers is offered by the deeds themselves (``deeds``): this only says which stands first.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kring.support.requests.models import Clock, ClockKind
from kring.support.requests.states import ANSWERED, GIVEN
from kring.trust.access.readers import Reader
from kring.web.desk.deed_checks import Subject


@dataclass(frozen=True, slots=True)
class NextStep:
    """What is next in one sentence; ``deed`` is the name of the deed that does it, empty to wait."""

    words: str
    deed: str = ""


def next_step(
    on: Subject, offered: Collection[str], reader: Reader, clocks: Iterable[Clock]
) -> NextStep | None:
    """The next step among the deeds this reader is offered; None when nothing is left to do."""
    if on.request.state == ANSWERED:
        return _after_the_answer(offered, clocks)
    if on.request.closed_at is not None:
        return None
    step = _of_the_answer(on, offered) or _of_the_handover(on) or _of_the_holder(on, reader)
    return step if step is None or not step.deed or step.deed in offered else None


def _after_the_answer(offered: Collection[str], clocks: Iterable[Clock]) -> NextStep | None:
    runs = {clock.kind for clock in clocks if clock.stopped_at is None}
    if "steun" in offered and ClockKind.AGREED_HELP in runs:
        return NextStep(
            _("De vraag is beantwoord. Begon de steun of de hulp echt? Noteer dan wanneer."), "steun"
        )
    return None


def _of_the_answer(on: Subject, offered: Collection[str]) -> NextStep | None:
    if on.answer is None or on.answer.state != GIVEN:
        return None
    if "dienst-ja" in offered:
        return NextStep(_("Het gezin wacht op jullie woord: start deze hulp?"), "dienst-ja")
    who = {"who": on.answer.starter.name if on.answer.starter else _("de dienst")}
    words = _("Wacht tot %(who)s ja zegt. Zegt het gezin dat de hulp er komt, noteer het dan hier.")
    return NextStep(words % who, "bevestigd")


def _of_the_handover(on: Subject) -> NextStep | None:
    if on.handover is None:
        return None
    desk = {"desk": on.handover.to_desk.name}
    return NextStep(_("Wacht op %(desk)s. Tot die dienst ja zegt, ligt de vraag bij jullie.") % desk)


def _of_the_holder(on: Subject, reader: Reader) -> NextStep | None:
    holder = on.request.worker
    if holder is None:
        return NextStep(_("Nog niemand houdt deze vraag. Neem ze op jou."), "nemen")
    if holder.pk != reader.worker_id:
        who = {"who": holder.name}
        return NextStep(_("%(who)s houdt deze vraag. Jij hoeft nu niets te doen.") % who)
    return NextStep(
        _("Spreek met wie dit vroeg. Noem dan welke hulp start, bij wie en wanneer."), "hulp"
    )
