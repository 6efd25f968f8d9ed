"""Who asked to help along, whom they ask it of, and whether those agreed."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from kring.registry.network.models import Worker, WorkerRole
from kring.registry.people.models import FamilyMembership, Person
from kring.trust.access.models import Involvement, JoinAsked
from kring.trust.access.readers import Reader
from kring.trust.access.states import JOIN_ASKED, OPENED
from kring.trust.consent.queries import agreed_by, deciders_among

KEEPING = (Involvement.Role.ANCHOR, Involvement.Role.HOLDER)


def organisations_of(worker: Worker, at: datetime) -> frozenset[int]:
    """The organisations (inner numbers) this worker has a role for now."""
    roles = WorkerRole.objects.running(at).filter(worker=worker)
    return frozenset(roles.values_list("organisation_id", flat=True))


def organisation_names(worker: Worker, at: datetime) -> str:
    """Where somebody works now, in one line."""
    roles = WorkerRole.objects.running(at).filter(worker=worker).order_by("pk")
    names: Iterable[str] = roles.values_list("organisation__name", flat=True)
    return ", ".join(sorted(set(names)))


def agree_to(worker: Worker, persons: Iterable[Person], at: datetime) -> frozenset[int]:
    """Of these persons those of whom it is on record that this worker's organisation may help."""
    deciders = deciders_among(persons, at)
    return frozenset(agreed_by(deciders, at, organisations=organisations_of(worker, at)))


def keeping(person: Person, at: datetime) -> QuerySet[Involvement]:
    """The involvements of who keeps a person or their family: anchor persons and holders."""
    families = FamilyMembership.objects.running(at).filter(person=person).values("family")
    rows = Involvement.objects.running(at).filter(role__in=KEEPING, organisation__isnull=True)
    return rows.filter(Q(person=person) | Q(family__in=families)).order_by("pk")


def keepers_of_person(person: Person, at: datetime) -> list[tuple[str, UUID]]:
    """Who is told that somebody asks: the anchor person, else the holder, by kind and key."""
    rows = list(keeping(person, at).select_related("worker", "desk"))
    anchors = [row for row in rows if row.role == Involvement.Role.ANCHOR]
    by_worker = [row for row in rows if row.worker_id]
    found: set[tuple[str, UUID]] = set()
    for row in anchors or by_worker or rows:
        if row.worker is not None:
            found.add(("worker", row.worker.key))
        elif row.desk is not None:
            found.add(("desk", row.desk.key))
    return sorted(found)


def joins_waiting_for(reader: Reader, at: datetime) -> QuerySet[JoinAsked]:
    """What is asked of this reader, as the anchor person or the holder of somebody asked about."""
    if reader.worker_id is None:
        return JoinAsked.objects.none()
    mine = Q(worker=reader.worker_id) | Q(desk__in=reader.desk_ids)
    kept = Involvement.objects.running(at).filter(mine, role__in=KEEPING)
    families = FamilyMembership.objects.running(at).filter(
        Exists(kept.filter(family=OuterRef("family"))), person=OuterRef("person")
    )
    waiting = JoinAsked.objects.filter(state=JOIN_ASKED, expires_at__gt=at)
    waiting = waiting.exclude(worker=reader.worker_id)
    reached = waiting.filter(Q(Exists(kept.filter(person=OuterRef("person")))) | Q(Exists(families)))
    return reached.select_related("worker", "person").order_by("asked_at", "pk")


def joins_about(people: Iterable[Person], at: datetime) -> QuerySet[JoinAsked]:
    """What is asked about these people and still waits, the oldest first; they answer it themselves."""
    waiting = JoinAsked.objects.filter(state=JOIN_ASKED, expires_at__gt=at, person__in=list(people))
    return waiting.select_related("worker", "person").order_by("asked_at", "pk")


def joins_of(worker: int) -> QuerySet[JoinAsked]:
    """What a worker (inner number) asked, the newest first."""
    rows = JoinAsked.objects.filter(worker_id=worker).select_related("person")
    return rows.order_by("-asked_at", "-pk")


def heard(join: JoinAsked, at: datetime) -> str:
    """What the asker hears: let in, still asked, or no answer; never that somebody said no."""
    if join.state == OPENED:
        return OPENED
    return JOIN_ASKED if join.expires_at > at else "silence"


def anchored_by(worker: Worker, at: datetime) -> int:
    """How many families and persons this worker is the anchor person of."""
    rows = Involvement.objects.running(at).filter(worker=worker, role=Involvement.Role.ANCHOR)
    return rows.count()
