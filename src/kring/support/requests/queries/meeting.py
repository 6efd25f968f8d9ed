"""What an intake meeting needs: the next question, the room each coach has, and its minutes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from kring.foundation.deadlines.queries import number_at
from kring.registry.network.models import Desk, Duty, Partnership, Worker
from kring.support.requests.models import (
    Decision,
    Discuss,
    IntakeDecision,
    IntakeMeeting,
    Request,
)
from kring.trust.access.models import Involvement

SETTLING = (
    Decision.COACH,
    Decision.PSYCHOLOGIST,
    Decision.BROAD_ENTRY,
    Decision.CONSULT_ONLY,
)
"""Decisions after which a question need not come back while somebody works on it."""


@dataclass(frozen=True, slots=True)
class Caseload:
    """How much a coach carries: questions held and families guided, against the dated number."""

    worker: Worker
    questions: int
    families: int
    capacity: int

    @property
    def free(self) -> int:
        """How many more fit; never below nought."""
        return max(0, self.capacity - self.questions - self.families)


def open_meeting_of(region: Partnership) -> IntakeMeeting | None:
    """The meeting that is going on in a region."""
    meetings = IntakeMeeting.objects.filter(region=region, closed_at__isnull=True)
    return meetings.select_related("region").first()


def to_discuss(meeting: IntakeMeeting) -> QuerySet[Request]:
    """Open questions of the region that this meeting has not decided on.

    What a referrer does not want discussed yet is left out, and so is what somebody works on since
    an earlier meeting laid it with them.
    """
    decisions = IntakeDecision.objects.filter(request=OuterRef("pk"))
    decided = decisions.filter(meeting=meeting)
    settled = decisions.filter(decision__in=SETTLING, request__worker__isnull=False)
    waiting = Request.objects.filter(region=meeting.region_id, closed_at__isnull=True)
    open_yet = waiting.exclude(discuss=Discuss.NOT_YET)
    return open_yet.filter(~Exists(decided), ~Exists(settled))


def next_to_discuss(meeting: IntakeMeeting) -> Request | None:
    """The question that is due first."""
    rows = to_discuss(meeting).select_related("desk", "worker", "municipality", "region")
    return rows.order_by("next_due_at", "asked_at", "key").first()


def minutes_of(meeting: IntakeMeeting) -> QuerySet[IntakeDecision]:
    """The decisions of a meeting in the order they were made."""
    rows = meeting.decisions.select_related("request__municipality", "request__desk", "coach")
    return rows.order_by("decided_at", "pk")


def coaches_of(region: Partnership, at: datetime) -> QuerySet[Worker]:
    """Who may be put on a question by the meeting: those on the list of its intake desks."""
    duties = Duty.objects.running(at).filter(
        desk__region=region, desk__kind=Desk.Kind.INTAKE, desk__closed_at__isnull=True
    )
    present = Worker.objects.filter(Q(left_at__isnull=True) | Q(left_at__gt=at))
    return present.filter(Exists(duties.filter(worker=OuterRef("pk")))).order_by("name", "pk")


def caseloads(workers: Iterable[Worker], at: datetime) -> list[Caseload]:
    """The load of each of these workers, in their order; two queries however many they are."""
    listed = list(workers)
    capacity = number_at("caseload_per_coach", at)
    held = _counted(Request.objects.filter(closed_at__isnull=True, worker__in=listed))
    anchors = Involvement.objects.running(at).filter(worker__in=listed, role=Involvement.Role.ANCHOR)
    guided = _counted(anchors)
    return [Caseload(one, held.get(one.pk, 0), guided.get(one.pk, 0), capacity) for one in listed]


def _counted(rows: QuerySet[Request] | QuerySet[Involvement]) -> dict[int, int]:
    counted = rows.order_by().values("worker").annotate(how_many=Count("pk"))
    return {row["worker"]: row["how_many"] for row in counted}
