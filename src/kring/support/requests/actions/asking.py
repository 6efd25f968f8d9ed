"""A question is asked, at any door; from that moment it lies on one desk."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from django.db import IntegrityError

from kring.foundation.classes.facts import DataClass
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, record
from kring.foundation.keys.sealing import derived_code, hash_code
from kring.registry.network.models import Desk, Worker
from kring.registry.people.models import Family, Person
from kring.registry.places.models import Municipality
from kring.support.requests.actions.classing import new_item
from kring.support.requests.actions.clocks import first_due, promise, start_clocks
from kring.support.requests.actions.holding import let_in, subjects_of
from kring.support.requests.models import AskerKind, Holding, HomeSafe, Kind, Request
from kring.support.requests.queries import latest_closed_of
from kring.trust.consent.models import Consent
from kring.trust.consent.queries import agreed_themself


@dataclass(frozen=True)
class Question:
    """What somebody asks, before it lies anywhere.

    ``submission`` identifies one sending of a form: sent twice, it is one question. ``asked_at`` is
    set where the question was asked before it came here, as in a file that is loaded: its clocks
    start then.
    """

    door: str
    asker_kind: str
    words: str
    kind: str = Kind.QUESTION
    words_language: str = "nl"
    topic: str = ""
    age_bands: list[str] = field(default_factory=list)
    home_safe: str = HomeSafe.NOT_ASKED
    municipality: Municipality | None = None
    asker: Person | None = None
    family: Family | None = None
    referred_by: Worker | None = None
    discuss: str = ""
    show_topic_on_status: bool = False
    data_class: str = DataClass.OPEN
    told_by: str = ""
    asked_at: datetime | None = None
    submission: UUID = field(default_factory=uuid4)


def ask(*, question: Question, desk: Desk, by: Actor, at: datetime) -> Request:
    """Lay a question on a desk; the same submission twice gives the same question."""
    existing = Request.objects.filter(submission=question.submission).first()
    if existing is not None:
        return existing
    try:
        return _ask(question=question, desk=desk, by=by, at=at)
    except IntegrityError:
        twin = Request.objects.filter(submission=question.submission).first()
        if twin is None:
            raise
        return twin


def status_code_of(request: Request) -> str:
    """The code with which the asker reads where the question lies."""
    return derived_code(request.submission)


def _agreed_to_family(question: Question) -> bool:
    """Whether a young person who asks herself said that her question may lie with her family."""
    asker = question.asker
    return asker is not None and agreed_themself(asker, Consent.Purpose.JOIN_FAMILY)


@action
def _ask(*, question: Question, desk: Desk, by: Actor, at: datetime) -> Request:
    asked_at = question.asked_at or at
    promised = promise(asked_at)
    family = question.family
    if question.asker_kind == AskerKind.YOUNG_PERSON and not _agreed_to_family(question):
        family = None
    request = Request(
        code_hash=hash_code(derived_code(question.submission)),
        submission=question.submission,
        kind=question.kind,
        door=question.door,
        asker_kind=question.asker_kind,
        desk=desk,
        region_id=desk.region_id,
        owner_id=desk.organisation_id,
        asker=question.asker,
        family=family,
        municipality=question.municipality,
        words=question.words,
        words_language=question.words_language,
        topic=question.topic,
        age_bands=question.age_bands,
        home_safe=question.home_safe,
        data_class=question.data_class,
        told_by=question.told_by or question.asker_kind,
        referred_by=question.referred_by,
        discuss=question.discuss,
        show_topic_on_status=question.show_topic_on_status,
        asked_at=asked_at,
        answer_due_at=promised,
        next_due_at=first_due(promised=promised, home_safe=question.home_safe, received_at=at),
        repeat_of=latest_closed_of(family, at),
    )
    request.item = new_item(request, at=at)
    request.save(force_insert=True)
    start_clocks(request)
    Holding.objects.create(request=request, desk=desk, starts_at=at)
    let_in(request, desk, at=at)
    record(by=by, at=at, did="request.asked", about=subjects_of(request), door=question.door)
    return request


__all__ = ["AskerKind", "Question", "ask", "status_code_of"]
