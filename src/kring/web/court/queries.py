"""What the officer sees of a request: what the law lets out, and the words of each piece."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from kring.support.notes.models import Note
from kring.support.requests.models import Request
from kring.trust.access.circle import blocked_people
from kring.trust.access.models import Item
from kring.trust.access.readers import Reader
from kring.trust.consent.queries import agreed_to_court
from kring.trust.legal.articles import Finding, Gives
from kring.trust.legal.models import LegalRequest
from kring.trust.legal.queries import help_given, releasable_items, requests_closed, requests_open, saw
from kring.trust.legal.rules import found_for

SHOWN = 240


@dataclass(frozen=True, slots=True)
class Piece:
    """One item that may leave, with its words."""

    key: str
    written: datetime
    words: str

    @property
    def label(self) -> str:
        """How it stands beside its box."""
        short = self.words if len(self.words) <= SHOWN else f"{self.words[:SHOWN]}…"
        return f"{self.written:%d-%m-%Y}: {short}"


@dataclass(frozen=True, slots=True)
class Case:
    """A request with all the officer decides on."""

    request: LegalRequest
    found: Finding
    agreed: bool
    pieces: list[Piece]
    helpers: list[str]

    @property
    def chosen(self) -> list[Piece]:
        """The pieces of the proposal."""
        return [piece for piece in self.pieces if piece.key in self.request.pieces]


def open_for(reader: Reader) -> list[LegalRequest]:
    """What is not closed, without the officer's own circle."""
    return _without_own(reader, requests_open())


def closed_for(reader: Reader) -> list[LegalRequest]:
    """What was closed lately, without the officer's own circle."""
    return _without_own(reader, requests_closed())


def is_own(reader: Reader, person: int) -> bool:
    """Whether a person (inner number) belongs to the reader's own circle."""
    return bool(blocked_people(reader.worker_id or 0, [person]))


def _without_own(reader: Reader, rows: QuerySet[LegalRequest]) -> list[LegalRequest]:
    found = list(rows)
    own = blocked_people(reader.worker_id or 0, [row.person_id for row in found])
    return saw(row for row in found if row.person_id not in own)


def case_of(request: LegalRequest, at: datetime) -> Case:
    """The request with what the law lets out now; where it lets no piece out, none is read."""
    agreed = agreed_to_court(request.person, at)
    found = found_for(request, consent=agreed)
    items = releasable_items(request.person, at) if found.gives is Gives.ITEMS else []
    return Case(request, found, agreed, pieces_of(items), help_given(request.person, at))


def pieces_of(items: Iterable[Item]) -> list[Piece]:
    """These items with their words; one whose words stand nowhere is left out."""
    chosen = list(items)
    ids = [item.pk for item in chosen]
    words = dict(Note.objects.filter(item__in=ids).order_by("pk").values_list("item_id", "words"))
    asked = Request.objects.filter(item__in=ids).order_by("pk").values_list("item_id", "words")
    words |= dict(asked)
    return [Piece(str(item.key), item.made_at, words[item.pk]) for item in chosen if item.pk in words]


def bundle_text(case: Case, day: date) -> str:
    """What goes into the bundle: who it is about, which help is given, and the chosen pieces.

    In Dutch, the language of the courts it goes to; never an address or a telephone.
    """
    person, request = case.request.person, case.request
    born = f"{person.birth_date:%d-%m-%Y}" if person.birth_date else "niet gekend"
    lines = [
        f"Antwoord van {day:%d-%m-%Y} aan {request.requester_name}",
        f"Kenmerk: {request.reference or 'geen'}",
        "",
        f"Naam: {person.name}",
        f"Geboren op: {born}",
        "",
        "Hulp van: " + (", ".join(case.helpers) or "geen organisatie op deze dag"),
    ]
    for piece in case.chosen:
        lines += ["", f"Stuk van {piece.written:%d-%m-%Y}", piece.words]
    return "\n".join([*lines, "", f"Grond: {case.found.words}", ""])
