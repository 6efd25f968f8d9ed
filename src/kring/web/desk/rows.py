"""The rows of a worklist: who asks, how long the promise still runs, where it lies, what is next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from kring.foundation.journal import ledger
from kring.foundation.ui.addresses import address_of
from kring.registry.people.models import Family, Person
from kring.support.requests.models import Answer, Handover, Request
from kring.support.requests.queries import Beside, beside, own_circle_among
from kring.support.requests.rules import may_read, may_settle, may_take
from kring.support.requests.states import GIVEN
from kring.trust.access.readers import Reader
from kring.trust.access.seen import seen_by_id
from kring.web.desk.words import anonymous_title, place_words

LONGEST_QUOTE = 140


@dataclass(frozen=True, slots=True)
class Step:
    """What to do next: a deed of one tap, or the page where it is done."""

    words: str
    url: str
    is_deed: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One question of the list, as it is shown."""

    request: Request
    title: str
    place: str
    quote: str
    where: str
    step: Step
    url: str
    known: bool = True
    """Whether the reader may read the question, and not only that a hand-over is asked."""

    @property
    def urgent(self) -> bool:
        """Not surely safe at home, and nobody looked yet."""
        return self.known and self.request.next_due_at < self.request.answer_due_at

    @property
    def unsafe(self) -> bool:
        return self.known and self.request.unsafe


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the questions of one page, read once for all of them."""

    families: dict[int, Family]
    persons: dict[int, Person]
    beside: Beside
    own: set[int]
    """Those about the reader's own people."""


def around(requests: Sequence[Request], reader: Reader, at: datetime) -> Around:
    """Names, and what stands beside the questions: two reads, however many there are."""
    ledger.saw_all("request", (row.key for row in requests))
    families, persons = (row.family_id for row in requests), (row.asker_id for row in requests)
    named = seen_by_id(reader, at, families=families, persons=persons)
    return Around(
        families=named.families,
        persons=named.persons,
        beside=beside(requests),
        own=own_circle_among(requests, reader),
    )


def rows_of(requests: Sequence[Request], reader: Reader, at: datetime) -> list[Row]:
    """The rows of these questions, in their order."""
    known = around(requests, reader, at)
    return [_row(request, known, reader) for request in requests]


def title_of(request: Request, known: Around) -> str:
    """The family, else who asks, else that we do not know."""
    family = known.families.get(request.family_id or 0)
    if family is not None:
        return _("Gezin %(name)s") % {"name": family.name}
    asker = known.persons.get(request.asker_id or 0)
    return (asker.name if asker else "") or anonymous_title(request)


def _row(request: Request, known: Around, reader: Reader) -> Row:
    handover = known.beside.handovers.get(request.pk)
    if request.pk in known.own:
        return _for_a_colleague(request)
    if handover is not None and not may_read(reader, request):
        return _preview(request, handover, known, reader)
    url = address_of("desk:question", request.key)
    return Row(
        request=request,
        url=url,
        title=title_of(request, known),
        place=place_words(request, hidden=request.pk in known.beside.hidden),
        quote=_shortened(request.words),
        where=_where(request, handover),
        step=_step(request, handover, known.beside.answers.get(request.pk), reader, url),
    )


def _for_a_colleague(request: Request) -> Row:
    """A question about the reader's own people: that it lies there, and nothing of it."""
    page = address_of("desk:question", request.key)
    where = request.worker.name if request.worker else _("nog niemand")
    words = _("Voor een collega")
    return Row(request, words, "", "", where, Step(words, page), page, known=False)


def _preview(request: Request, handover: Handover, known: Around, reader: Reader) -> Row:
    """What is asked of our desks: no name and no words before the yes."""
    page = address_of("desk:handover", handover.key)
    words = _("Zeg ja of nee") if may_settle(reader, handover) else _("Bekijk de overdracht")
    return Row(
        request=request,
        title=_("%(desk)s vraagt jullie") % {"desk": request.desk.name},
        place=place_words(request, hidden=request.pk in known.beside.hidden),
        quote="",
        where=_where(request, handover),
        step=Step(words, page),
        url=page,
        known=False,
    )


def _where(request: Request, handover: Handover | None) -> str:
    if handover is not None:
        desk = {"desk": handover.to_desk.name}
        return _("warme overdracht gevraagd aan %(desk)s, nog geen antwoord") % desk
    if request.worker is not None:
        return request.worker.name
    return _("nog niemand")


def _step(
    request: Request, handover: Handover | None, answer: Answer | None, reader: Reader, page: str
) -> Step:
    if handover is not None and may_settle(reader, handover):
        return Step(_("Zeg ja of nee"), address_of("desk:handover", handover.key))
    if handover is not None:
        return Step(_("Bekijk de overdracht"), page + "#nu")
    if answer is not None and answer.state == GIVEN:
        who = answer.starter.name if answer.starter else ""
        return Step(_("Wacht op ja van %(who)s") % {"who": who}, page + "#nu")
    if may_take(reader, request):
        url = address_of("desk:deed", request.key, "nemen")
        return Step(_("Ik neem deze vraag op mij"), url, is_deed=True)
    if request.worker_id == reader.worker_id:
        return Step(_("Geef een antwoord"), page + "#nu")
    return Step(_("Bekijk de vraag"), page)


def _shortened(words: str) -> str:
    line = " ".join(words.split())
    if len(line) <= LONGEST_QUOTE:
        return line
    return line[:LONGEST_QUOTE].rsplit(" ", 1)[0] + "…"
