"""Working a legal request: written down, proposed, looked at by a second officer, told, closed."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.journal.actor import SYSTEM, Actor
from kring.foundation.journal.chain import Subject
from kring.foundation.journal.recording import action, record
from kring.foundation.outbox.actions import post
from kring.foundation.outbox.recipients import Recipient
from kring.registry.network.models import Worker
from kring.registry.people.models import Person
from kring.trust.consent.queries import agreed_to_court
from kring.trust.legal.articles import Gives
from kring.trust.legal.models import LegalBundle, LegalRequest
from kring.trust.legal.queries import releasable_items, silences_over
from kring.trust.legal.rules import (
    check_may_give,
    check_pieces,
    check_reason,
    check_second_person,
    check_silence,
    found_for,
)
from kring.trust.legal.sealed_zip import new_passphrase, sealed_zip
from kring.trust.legal.states import LEGAL

FILE_NAME = "bundel.txt"


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks what, on what paper, received on which day."""

    requester: str
    requester_name: str
    paper: str
    asked: str
    received_on: date
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """A bundle that was just made; its passphrase is shown now and never again."""

    bundle: LegalBundle
    passphrase: str


@action
def register_request(
    *, person: Person, asked: Asked, worker: Worker, by: Actor, at: datetime
) -> LegalRequest:
    """Write down that somebody outside asks for a file by law."""
    values = {name: getattr(asked, name) for name in Asked.__slots__}
    made = LegalRequest.objects.create(person=person, registered_at=at, registered_by=worker, **values)
    record(by=by, at=at, did="legal.received", about=_about(made), requester=asked.requester)
    return made


@action
def assess(
    *,
    request: LegalRequest,
    gives: Gives,
    because: str,
    worker: Worker,
    by: Actor,
    at: datetime,
    pieces: Iterable[str] = (),
    not_told_because: str = "",
    not_told_until: date | None = None,
) -> LegalRequest:
    """Propose what is given. Raises ValidationError with the article where the law forbids it."""
    consent = agreed_to_court(request.person, at)
    chosen = sorted(set(pieces))
    check_reason(because)
    check_may_give(request, gives, consent=consent)
    releasable = {str(item.key) for item in releasable_items(request.person, at)}
    check_pieces(chosen, releasable, gives)
    check_silence(not_told_because, not_told_until, local_day(at))
    LEGAL.move(
        request,
        "assess",
        gives=gives.value,
        article=found_for(request, consent=consent).article,
        because=because.strip(),
        pieces=chosen,
        assessed_by=worker,
        assessed_at=at,
        not_told_because=not_told_because.strip(),
        not_told_until=not_told_until,
    )
    about = _about(request)
    record(by=by, at=at, did="legal.assessed", about=about, gives=gives.value, pieces=len(chosen))
    return request


@action
def send_back(*, request: LegalRequest, worker: Worker, by: Actor, at: datetime) -> LegalRequest:
    """The second officer does not agree; it is assessed anew."""
    check_second_person(request, worker.pk)
    LEGAL.move(request, "send_back")
    record(by=by, at=at, did="legal.sent_back", about=_about(request))
    return request


@action
def refuse(*, request: LegalRequest, worker: Worker, by: Actor, at: datetime) -> LegalRequest:
    """The second officer agrees that nothing is given; the person hears that it was asked."""
    check_second_person(request, worker.pk)
    if request.gives != Gives.NOTHING:
        raise ValueError("something was proposed: answer it, or send it back")
    LEGAL.move(request, "refuse", checked_by=worker, checked_at=at)
    record(by=by, at=at, did="legal.refused", about=_about(request), article=request.article)
    _tell(request, by=by, at=at)
    return request


@action
def answer(*, request: LegalRequest, text: str, worker: Worker, by: Actor, at: datetime) -> Given:
    """The second officer agrees; the bundle with ``text`` is sealed, and the person hears of it.

    What was proposed must still be allowed now: consent that was taken back meanwhile stops it
    (ValidationError).
    """
    check_second_person(request, worker.pk)
    gives = Gives(request.gives)
    if gives is Gives.NOTHING:
        raise ValueError("nothing was proposed: refuse it, or send it back")
    check_may_give(request, gives, consent=agreed_to_court(request.person, at))
    releasable = {str(item.key) for item in releasable_items(request.person, at)}
    check_pieces(request.pieces, releasable, gives)
    LEGAL.move(request, "answer", checked_by=worker, checked_at=at)
    given = _sealed(request, text, at)
    about, mark = _about(request), given.bundle.sha256
    record(by=by, at=at, did="legal.answered", about=about, sha256=mark, gives=gives.value)
    _tell(request, by=by, at=at)
    return given


@action
def close(*, request: LegalRequest, by: Actor, at: datetime) -> LegalRequest:
    """Nothing more is to be done about it."""
    LEGAL.move(request, "close", closed_at=at)
    record(by=by, at=at, did="legal.closed", about=_about(request))
    return request


@action
def note_fetched(*, bundle: LegalBundle, by: Actor, at: datetime) -> None:
    """Somebody took the sealed bundle to hand it over."""
    record(by=by, at=at, did="legal.fetched", about=_about(bundle.request), sha256=bundle.sha256)


def tell_who_may_know(*, at: datetime) -> int:
    """Tell those whose paper forbade it until now; how many. Safe to repeat."""
    rows = list(silences_over(at))
    for row in rows:
        tell(request=row, by=SYSTEM, at=at)
    return len(rows)


@action
def tell(*, request: LegalRequest, by: Actor, at: datetime) -> None:
    """Tell the person, neutrally, that there is something to read or to ask about."""
    _post(request, by=by, at=at)


def _tell(request: LegalRequest, *, by: Actor, at: datetime) -> None:
    if request.not_told_until is None or request.not_told_until <= local_day(at):
        _post(request, by=by, at=at)


def _post(request: LegalRequest, *, by: Actor, at: datetime) -> None:
    to = Recipient("person", request.person.key)
    post(by=by, at=at, to=to, text="legal.told", link="/", once=f"legal.told:{request.key}")
    LegalRequest.objects.filter(pk=request.pk).update(told_at=at)
    request.told_at = at
    record(by=by, at=at, did="legal.told", about=_about(request))


def _sealed(request: LegalRequest, text: str, at: datetime) -> Given:
    passphrase = new_passphrase()
    content = sealed_zip(FILE_NAME, text.encode(), passphrase, at)
    bundle = LegalBundle.objects.create(
        request=request,
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        pieces=len(request.pieces),
        made_at=at,
    )
    return Given(bundle, passphrase)


def _about(request: LegalRequest) -> list[Subject]:
    return [("person", request.person.key), ("legal_request", request.key)]
