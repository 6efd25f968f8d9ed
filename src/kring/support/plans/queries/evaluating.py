"""When a plan is looked at, which children were not heard yet, and what waits for approval."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef

from kring.registry.network.models import PartnershipMember, Worker
from kring.registry.people.models import Person
from kring.support.plans.models import (
    Evaluation,
    EvaluationPresence,
    FrozenBecause,
    Plan,
    PlanPolicy,
    Revision,
    TeamMember,
)
from kring.support.plans.states import ACTIVE, CURRENT
from kring.trust.access.queries import families_visible_to
from kring.trust.access.readers import Reader


def evaluations_of(plan: Plan) -> list[Evaluation]:
    """The evaluations of a plan, the newest first; the one to come, if any, is the first."""
    rows = Evaluation.objects.filter(plan=plan).select_related("held_by", "revision")
    return sorted(rows.order_by("pk"), key=lambda one: (one.held_at is not None, -one.pk))


def present_at(reader: Reader, evaluation: Evaluation) -> list[Worker | Person]:
    """Who was there, as this reader may know: helpers, and of the family everybody for a helper.

    Somebody with an own access is told of helpers and of themself.
    """
    rows = EvaluationPresence.objects.filter(evaluation=evaluation).select_related("worker", "person")
    there = [row.worker or row.person for row in rows.order_by("pk")]
    known = [one for one in there if one is not None]
    if reader.is_worker:
        return known
    return [one for one in known if isinstance(one, Worker) or one == reader.person]


def evaluations_due(reader: Reader, at: datetime, *, until: date) -> list[Evaluation]:
    """What a worker as anchor person is to look at together until a day, the nearest first."""
    mine = TeamMember.objects.filter(
        plan=OuterRef("plan"), worker=reader.worker_id, anchor=True, ends_at__isnull=True
    )
    rows = Evaluation.objects.filter(
        Exists(mine), held_at__isnull=True, planned_on__lte=until, plan__state=ACTIVE
    )
    seen = rows.filter(plan__family__in=families_visible_to(reader, at))
    return list(seen.select_related("plan__family").order_by("planned_on", "pk"))


@dataclass(frozen=True, slots=True)
class Waiting:
    """A frozen plan that waits for a second pair of eyes."""

    revision: Revision
    plan: Plan


def waiting_for_approval(reader: Reader, at: datetime) -> list[Waiting]:
    """What was agreed in plans this worker reads and somebody else froze; a fixed number of reads."""
    if reader.worker_id is None:
        return []
    policies = PlanPolicy.objects.filter(approval=True).values("partnership")
    members = PartnershipMember.objects.running(at).filter(partnership__in=policies)
    rows = Revision.objects.filter(
        plan__owner__in=members.values("organisation"),
        plan__state__in=CURRENT,
        plan__family__in=families_visible_to(reader, at),
        because=FrozenBecause.AGREEMENT,
        approval__isnull=True,
    ).exclude(frozen_by=reader.worker_id)
    newest: dict[int, Revision] = {}
    for revision in rows.select_related("plan__family").order_by("number"):
        newest[revision.plan_id] = revision
    return [Waiting(revision, revision.plan) for revision in newest.values()]
