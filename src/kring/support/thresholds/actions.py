"""Logging a threshold, asking to take it away, answering, and saying what came of it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db.models import Q, QuerySet

from kring.foundation.classes.facts import DataClass
from kring.foundation.deadlines.calendar import local_day
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.chain import Subject
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.foundation.outbox.actions import Recipient, post
from kring.registry.network.models import Organisation, Partnership, Worker, WorkerRole
from kring.registry.network.queries import open_desks
from kring.registry.people.models import Family, FamilyMembership, Person
from kring.support.thresholds.models import MetBy, Threshold
from kring.support.thresholds.rules import check_kind, check_open, check_words, check_words_sent
from kring.support.thresholds.states import THRESHOLD
from kring.trust.access.items import class_item
from kring.trust.access.models import ToldBy

ITEM_KIND = "threshold"
PAGE = "/drempels/{}/"
"""Where a threshold is read; a message leads there."""


@dataclass(frozen=True, slots=True)
class WhoMet:
    """The people of a family who met it, and in what way; for the file alone."""

    family: Family
    persons: tuple[Person, ...]
    words: str = ""


@dataclass(frozen=True, slots=True)
class NewThreshold:
    """A threshold before it is logged. ``words_sent`` go to the organisation at once; empty: not yet.

    ``key`` identifies one sending: sent twice, it is one.
    """

    kind: str
    organisation: Organisation
    words_sent: str = ""
    met: WhoMet | None = None
    key: UUID | None = None


@action
def log_threshold(
    *, new: NewThreshold, worker: Worker, owner: Organisation, by: Actor, at: datetime
) -> Threshold:
    """Log a threshold, and ask it of the organisation when words for it were written.

    Raises ValidationError.
    """
    known = Threshold.objects.filter(key=new.key, owner=owner).first() if new.key else None
    if known is not None:
        nothing_changed()
        return known
    check_kind(new.kind, local_day(at))
    check_open(new.organisation, at)
    made = Threshold.objects.create(
        key=new.key or uuid4(),
        kind=new.kind,
        organisation=new.organisation,
        owner=owner,
        worker=worker,
        region=_region_of(worker, owner, at),
        logged_at=at,
    )
    if new.met is not None:
        _tie(made, new.met, at)
    record(by=by, at=at, did="threshold.logged", about=subjects_of(made), kind=new.kind)
    if new.words_sent.strip():
        ask_threshold(threshold=made, words=new.words_sent, by=by, at=at)
    return made


@action
def ask_threshold(*, threshold: Threshold, words: str, by: Actor, at: datetime) -> None:
    """Ask the organisation to take it away. Raises ValidationError for words that tell on a family,
    and CannotMove when it was asked already."""
    met = MetBy.objects.filter(threshold=threshold).select_related("family").first()
    if met is not None:
        check_words_sent(words, _everybody_of(met), met.family.name)
    else:
        check_words_sent(words, ())
    THRESHOLD.move(threshold, "ask", asked_words=words.strip(), asked_at=at)
    record(by=by, at=at, did="threshold.asked", about=subjects_of(threshold))
    for desk in open_desks(at).filter(organisation=threshold.organisation).order_by("pk"):
        _tell(threshold, Recipient("desk", desk.key), "threshold_asked", by=by, at=at)


@action
def answer_threshold(
    *, threshold: Threshold, words: str, worker: Worker, by: Actor, at: datetime
) -> None:
    """What the organisation says to it. Raises ValidationError, and CannotMove for the second."""
    check_words(words, "words")
    THRESHOLD.move(threshold, "answer", answer_words=words.strip(), answered_at=at, answered_by=worker)
    record(by=by, at=at, did="threshold.answered", about=[("threshold", threshold.key)])
    _tell(threshold, Recipient("worker", threshold.worker.key), "threshold_answered", by=by, at=at)


@action
def settle_threshold(*, threshold: Threshold, removed: bool, by: Actor, at: datetime) -> None:
    """What came of it: the threshold is gone, or it stays. Raises CannotMove."""
    verb = "remove" if removed else "leave"
    THRESHOLD.move(threshold, verb, settled_at=at)
    did = THRESHOLD.transition(verb).journalled
    record(by=by, at=at, did=did, about=subjects_of(threshold))


def subjects_of(threshold: Threshold) -> list[Subject]:
    """Whom an entry of who logged it concerns."""
    subjects: list[Subject] = [("threshold", threshold.key)]
    met = MetBy.objects.filter(threshold=threshold).select_related("family", "item").first()
    if met is None:
        return subjects
    people = met.item.subjects.select_related("person").order_by("pk")
    return [*subjects, ("family", met.family.key), *(("person", row.person.key) for row in people)]


def _tie(threshold: Threshold, met: WhoMet, at: datetime) -> None:
    item = class_item(
        kind=ITEM_KIND,
        about=met.persons,
        data_class=DataClass.OPEN,
        told_by=ToldBy.WORKER,
        owner=threshold.owner,
        author=threshold.worker,
        named=met.persons,
        at=at,
    )
    MetBy.objects.create(threshold=threshold, family=met.family, item=item, words=met.words.strip())


def _everybody_of(met: MetBy) -> QuerySet[Person]:
    """Who is or was of the family, and who met it: the organisation reads no name of theirs."""
    ever = FamilyMembership.objects.filter(family=met.family).values("person")
    met_it = met.item.subjects.values("person")
    return Person.objects.filter(Q(pk__in=ever) | Q(pk__in=met_it)).order_by("pk")


def _region_of(worker: Worker, owner: Organisation, at: datetime) -> Partnership | None:
    """Where it counts: the region this worker works in for the organisation, else that of a desk."""
    roles = WorkerRole.objects.running(at).filter(
        worker=worker, organisation=owner, partnership__isnull=False
    )
    role = roles.select_related("partnership").order_by("starts_at", "pk").first()
    if role is not None:
        return role.partnership
    desk = open_desks(at).filter(organisation=owner).select_related("region").order_by("pk").first()
    return desk.region if desk is not None else None


def _tell(threshold: Threshold, to: Recipient, text: str, *, by: Actor, at: datetime) -> None:
    once = f"{text}:{threshold.key}:{to.key}"
    post(by=by, at=at, to=to, text=text, link=PAGE.format(threshold.key), once=once)
