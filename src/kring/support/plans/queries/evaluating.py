"""When a plan is looked at, which children were not heard yet, and what waits for approval."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from kring.registry.network.models import Partnership, PartnershipMember, Worker
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


def approval_wanted(partnership: Partnership) -> bool:
    """Whether plans of this partnership are approved by a second helper; by itself not."""
    return PlanPolicy.objects.filter(partnership=partnership, approval=True).exists()


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
    rows = _newest_agreements().filter(
        plan__owner__in=members.values("organisation"),
        plan__family__in=families_visible_to(reader, at),
        approval__isnull=True,
    )
    others = rows.exclude(frozen_by=reader.worker_id).select_related("plan__family", "frozen_by")
    return [Waiting(revision, revision.plan) for revision in others.order_by("frozen_at", "pk")]


def sent_back_to(reader: Reader, at: datetime) -> list[Waiting]:
    """What this worker agreed on and somebody sent back, until they agree anew; two reads."""
    if reader.worker_id is None:
        return []
    rows = _newest_agreements().filter(
        frozen_by=reader.worker_id,
        approval__good=False,
        plan__family__in=families_visible_to(reader, at),
    )
    found = rows.select_related("plan__family", "approval__approved_by")
    return [Waiting(revision, revision.plan) for revision in found.order_by("frozen_at", "pk")]


def frozen_for(plans: Iterable[Plan], key: UUID) -> Revision | None:
    """The revision with this key of one of these plans, with what a second helper said of it."""
    rows = Revision.objects.filter(plan__in=[plan.pk for plan in plans], key=key)
    return rows.select_related(
        "plan__owner", "plan__family", "frozen_by", "approval__approved_by"
    ).first()


def _newest_agreements() -> QuerySet[Revision]:
    """Of each current plan what was agreed last; what was agreed before it waits no more."""
    later = Revision.objects.filter(
        plan=OuterRef("plan"), because=FrozenBecause.AGREEMENT, number__gt=OuterRef("number")
    )
    agreed = Revision.objects.filter(because=FrozenBecause.AGREEMENT, plan__state__in=CURRENT)
    return agreed.filter(~Exists(later))
