"""An answer about sharing with what follows from it: a no closes at once, and help goes on elsewhere."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db.models import DateTimeField, Q, QuerySet, Value
from django.db.models.functions import Greatest

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, record
from kring.foundation.outbox.actions import Recipient, post
from kring.registry.network.models import Desk, Organisation, WorkerRole
from kring.registry.network.queries import desks_of, fallback_desk, open_desks
from kring.registry.people.models import FamilyMembership, Person
from kring.support.requests.actions.holding import lay_on, subjects_of
from kring.support.requests.actions.standing import hold_still
from kring.support.requests.models import Handover, Request
from kring.support.requests.states import HANDOVER, HANDOVER_ASKED, OPEN
from kring.trust.access.models import Involvement
from kring.trust.access.opening import close_to
from kring.trust.consent.actions import HowAsked, record_consent
from kring.trust.consent.models import Consent
from kring.trust.consent.queries import answers_about, deciders_among


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What a withdrawal did: involvements ended, hand-overs recalled, questions moved."""

    ended: int
    recalled: int
    moved: int


@action
def give_answer(*, answer: Consent, how: HowAsked, by: Actor, at: datetime) -> Consent:
    """Keep an answer and carry out what follows from it; ``answer`` is not saved yet.

    A no closes to the receiver what others wrote, from the next request on. It ends no help: see
    ``withdraw_sharing``. Raises ValidationError for who may not answer.
    """
    kept = record_consent(
        person=answer.person,
        purpose=answer.purpose,
        outcome=answer.outcome,
        what_for=answer.what_for,
        decided_by=answer.decided_by,
        organisation=answer.organisation,
        reader=answer.reader,
        domains=answer.domains,
        until=answer.ends_at,
        how=how,
        by=by,
        at=at,
    )
    if kept.outcome == Consent.Outcome.NO:
        if kept.purpose == Consent.Purpose.SHARE and kept.organisation is not None:
            withdraw_sharing(person=kept.person, organisation=kept.organisation, by=by, at=at)
        if kept.purpose == Consent.Purpose.READ_ALONG and kept.reader is not None:
            close_to(kept.person, kept.reader)
    return kept


@action
def withdraw_sharing(
    *, person: Person, organisation: Organisation, by: Actor, at: datetime
) -> Withdrawn:
    """Sharing with an organisation stops: its workers and desks take no part any more.

    They leave the person, and each family of which no other member still agrees. What was asked of
    its desks about the person's questions is recalled; open questions on its desks move to the desk
    of the anchor person, else to the intake desk of the region. Promises go on as they were, and a
    question that no other desk can take stays where it is: help never ends by this.
    """
    families = _families_without_a_yes(person, organisation, at)
    questions = _questions(person, families)
    recalled = _recall(questions, organisation, by=by, at=at)
    moved = 0
    for request in questions.filter(desk__organisation=organisation).select_related("desk"):
        moved += _move(request, person, organisation, by=by, at=at)
    ended = _end_taking_part(person, families, organisation, at)
    close_to(person, organisation)
    about = [("person", person.key)]
    did = Withdrawn(ended, recalled, moved)
    record(by=by, at=at, did="sharing.withdrawn", about=about, **asdict(did))
    return did


def _families_without_a_yes(person: Person, organisation: Organisation, at: datetime) -> list[int]:
    """The families of the person in which no other member agrees to this organisation."""
    running = FamilyMembership.objects.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=at))
    running = running.filter(starts_at__lte=at)
    own = set(running.filter(person=person).values_list("family_id", flat=True))
    others = running.filter(family__in=own).exclude(person=person).select_related("person")
    members = list(others.order_by("pk"))
    deciders = deciders_among({row.person for row in members}, at)
    agree = answers_about(deciders, at, organisations=[organisation.pk]).opened
    return sorted(own - {row.family_id for row in members if row.person_id in agree})


def _questions(person: Person, families: Iterable[int]) -> QuerySet[Request]:
    """Open questions the person asked, and those of these families that nobody asked by name."""
    theirs = Q(asker=person) | Q(asker__isnull=True, family__in=list(families))
    return Request.objects.filter(theirs, state__in=OPEN).order_by("pk")


def _recall(questions: QuerySet[Request], organisation: Organisation, *, by: Actor, at: datetime) -> int:
    """Take back what was asked of this organisation, and what it asked itself about its questions."""
    asked = Handover.objects.filter(request__in=questions, state=HANDOVER_ASKED)
    its = Q(to_desk__organisation=organisation) | Q(request__desk__organisation=organisation)
    handovers = list(asked.filter(its).select_related("request").order_by("request_id", "pk"))
    for handover in handovers:
        hold_still(handover.request)
        HANDOVER.move(handover, "recall", settled_at=at)
        record(by=by, at=at, did="handover.recalled", about=subjects_of(handover.request))
    return len(handovers)


def _move(
    request: Request, person: Person, organisation: Organisation, *, by: Actor, at: datetime
) -> bool:
    """Lay the question on the desk of the anchor person, else of the intake; tell both desks."""
    hold_still(request)
    left, desk = request.desk, _desk_for(request, person, organisation, at)
    if desk is None:
        return False
    lay_on(request, desk, at=at)
    record(by=by, at=at, did="request.moved", about=subjects_of(request), to=str(desk.key))
    for told, text in ((desk, "question_came"), (left, "question_left")):
        to = Recipient("desk", told.key)
        once = f"{text}:{request.key}:{at.isoformat()}"
        post(by=by, at=at, to=to, text=text, link="/vragen", once=once)
    return True


def _desk_for(request: Request, person: Person, organisation: Organisation, at: datetime) -> Desk | None:
    """A desk of another organisation: of the anchor in this region, of its intake, or the fallback."""
    others = open_desks(at).exclude(organisation=organisation).order_by("pk")
    anchors = Involvement.objects.running(at).filter(role=Involvement.Role.ANCHOR)
    about = Q(person=person) | Q(family=request.family_id) if request.family_id else Q(person=person)
    for anchor in anchors.filter(about, worker__isnull=False).select_related("worker").order_by("pk"):
        if anchor.worker is not None:
            mine = desks_of(anchor.worker, at).values("pk")
            desk = others.filter(pk__in=mine, region=request.region_id).first()
            if desk is not None:
                return desk
    intake = others.filter(kind=Desk.Kind.INTAKE, region=request.region_id).first()
    last = fallback_desk(at)
    return intake or (last if last is not None and last.organisation_id != organisation.pk else None)


def _end_taking_part(
    person: Person, families: Iterable[int], organisation: Organisation, at: datetime
) -> int:
    """End what lets this organisation in, but for an anchor person and for questions that stay."""
    staff = WorkerRole.objects.running(at).filter(organisation=organisation).values("worker")
    its = Q(desk__organisation=organisation) | Q(organisation=organisation) | Q(worker__in=staff)
    rows = Involvement.objects.running(at).filter(its).exclude(role=Involvement.Role.ANCHOR)
    rows = rows.filter(Q(person=person) | Q(family__in=list(families)))
    open_ones = Request.objects.filter(desk__organisation=organisation, state__in=OPEN).values("key")
    ending = list(rows.exclude(because_key__in=open_ones).values_list("pk", flat=True))
    moment = Greatest("starts_at", Value(at, DateTimeField()))
    return Involvement.objects.filter(pk__in=ending).update(ends_at=moment)
