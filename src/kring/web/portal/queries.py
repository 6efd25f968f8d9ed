"""What a visitor reads: where their question lies, in words that give nothing away unasked."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.translation import gettext as _

from kring.foundation.deadlines.calendar import last_day_of
from kring.foundation.journal import ledger
from kring.registry.network.models import Desk
from kring.registry.network.queries import open_desks
from kring.support.requests.models import Answer, AnswerKind, Handover, Kind, Request
from kring.support.requests.queries import (
    clocks_of,
    place_is_protected,
    standing_answer,
    story_of,
    waiting_handover,
)
from kring.support.requests.queries.story import Turn
from kring.support.requests.states import ANSWERED, JOINED, OPEN
from kring.support.requests.topics import AgeBand, Topic
from kring.web.portal.telling import told


@dataclass(frozen=True)
class Line:
    """One thing that happened, as the asker reads it."""

    at: datetime
    words: str


@dataclass(frozen=True)
class Status:
    """Where a question lies. ``full`` shows names and content: the asker chose so."""

    request: Request
    full: bool
    where: str
    holder: str
    last_day: date
    lines: list[Line] = field(default_factory=list)
    waiting: Handover | None = None
    answer: Answer | None = None

    @property
    def is_open(self) -> bool:
        return self.request.state in OPEN

    @property
    def may_contradict(self) -> bool:
        """Whether there is an answer to say no to, and the question can be reopened by it."""
        return self.answer is not None and (self.is_open or self.request.state == ANSWERED)

    @property
    def may_confirm(self) -> bool:
        """Whether help was offered that the family can call agreed."""
        offered = self.answer is not None and self.answer.kind == AnswerKind.HELP
        return self.is_open and offered

    @property
    def is_joined(self) -> bool:
        return self.request.state == JOINED


@dataclass(frozen=True)
class AskedOfDesk:
    """All that a mailed link shows of a question."""

    sender: str
    sender_phone: str
    kind: str
    ages: str
    place: str
    last_day: date
    answer_by: date


def status_of(request: Request, *, full: bool) -> Status:
    """The status page of a question, for who holds its code; noted as read."""
    ledger.saw("request", request.key)
    ledger.read_because("status_code")
    full = full or request.show_topic_on_status
    return Status(
        request=request,
        full=full,
        where=_where(request, full=full),
        holder=_holder(request, full=full),
        last_day=last_day_of(request.answer_due_at),
        lines=_lines(request, full=full),
        waiting=waiting_handover(request),
        answer=None if request.state == JOINED else standing_answer(request),
    )


def asked_of_desk(handover: Handover, at: datetime) -> AskedOfDesk:
    """What the receiver of a mailed link may know before a yes; noted as read."""
    request = handover.request
    ledger.saw("request", request.key)
    ledger.read_because("answer_link")
    return AskedOfDesk(
        sender=_named(handover.from_desk),
        sender_phone=handover.from_desk.phone,
        kind=_kind(request),
        ages=", ".join(str(AgeBand(band).label) for band in request.age_bands if band in AgeBand),
        place=_place(request, at),
        last_day=last_day_of(request.answer_due_at),
        answer_by=last_day_of(handover.return_at),
    )


def crisis_desks(at: datetime) -> list[Desk]:
    """The crisis desks that can be telephoned."""
    found = open_desks(at).filter(kind=Desk.Kind.CRISIS).exclude(phone="")
    return list(found.order_by("name", "pk"))


def _named(desk: Desk) -> str:
    """A desk with its organisation, where that has another name."""
    organisation = desk.organisation.name
    return desk.name if organisation in desk.name else f"{desk.name} ({organisation})"


def _kind(request: Request) -> str:
    if request.topic in Topic:
        return str(Topic(request.topic).label)
    return _("consult zonder namen") if request.kind == Kind.CONSULT else _("vraag van een gezin")


def _place(request: Request, at: datetime) -> str:
    if request.municipality is None or place_is_protected(request, at):
        return _("regio %(name)s") % {"name": request.region.name}
    return request.municipality.name_nl


def _where(request: Request, *, full: bool) -> str:
    return request.desk.name if full else _("een dienst in je buurt")


def _holder(request: Request, *, full: bool) -> str:
    if request.worker is None:
        return ""
    return request.worker.name if full else _("iemand van die dienst")


def _lines(request: Request, *, full: bool) -> list[Line]:
    story = story_of(request, clocks_of(request))
    taken_over = {moment.at for moment in story if moment.turn is Turn.HANDOVER_ACCEPTED}
    lines = [
        Line(moment.at, told(moment, full=full))
        for moment in story
        # "The other service took it over" says already where it lay from then on.
        if full or moment.turn is not Turn.LAY or moment.at not in taken_over
    ]
    return [line for line in lines if line.words]
