"""Freezing a plan, and approving what was frozen where a partnership wants that."""

from datetime import datetime

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.registry.network.models import Partnership, Worker
from kring.support.plans.actions.standing import hold_still
from kring.support.plans.models import Plan, PlanApproval, PlanPolicy, Revision, RevisionPart
from kring.support.plans.queries.frozen import contents_of
from kring.support.plans.rules import check_may_approve


@action
def freeze(*, plan: Plan, because: str, worker: Worker | None, by: Actor, at: datetime) -> Revision:
    """Keep the plan as it stands, part by part; nothing changes a revision afterwards.

    The plan is held meanwhile, so that two who freeze at once get two numbers.
    """
    hold_still(plan)
    last = (
        Revision.objects.filter(plan=plan).order_by("-number").values_list("number", flat=True).first()
    )
    made = Revision.objects.create(
        plan=plan, number=(last or 0) + 1, because=because, frozen_at=at, frozen_by=worker
    )
    RevisionPart.objects.bulk_create(
        RevisionPart(revision=made, item_id=item, position=position, content=content)
        for position, (item, content) in enumerate(contents_of(plan), start=1)
    )
    about = [("plan", plan.key), ("family", plan.family.key)]
    record(by=by, at=at, did="plan.frozen", about=about, number=made.number, why=because)
    return made


@action
def ask_approval(*, partnership: Partnership, wanted: bool, by: Actor, at: datetime) -> None:
    """Say whether plans of this partnership are approved by a second helper; the default is no."""
    policy, _new = PlanPolicy.objects.get_or_create(partnership=partnership)
    policy.save_from(policy.version, approval=wanted)
    about = [("partnership", partnership.key)]
    record(by=by, at=at, did="plan.approval_asked", about=about, wanted=wanted)


@action
def approve_plan(*, revision: Revision, worker: Worker, by: Actor, at: datetime) -> PlanApproval:
    """A second helper, who reads the plan, finds what was frozen good; said twice it is said once."""
    known = PlanApproval.objects.filter(revision=revision).first()
    if known is not None:
        nothing_changed()
        return known
    check_may_approve(revision, worker, at)
    made = PlanApproval.objects.create(revision=revision, approved_by=worker, approved_at=at)
    plan = revision.plan
    about = [("plan", plan.key), ("family", plan.family.key)]
    record(by=by, at=at, did="plan.approved", about=about, number=revision.number)
    return made
