"""Freezing a plan, and approving what was frozen where a partnership wants that."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.foundation.outbox.actions import Recipient, post
from kring.foundation.workflow.transitions import CannotMove
from kring.registry.network.models import Partnership, Worker
from kring.support.plans.actions.standing import hold_still
from kring.support.plans.models import (
    FrozenBecause,
    Plan,
    PlanApproval,
    PlanPolicy,
    Revision,
    RevisionPart,
    TeamMember,
)
from kring.support.plans.queries.snapshot import contents_of
from kring.support.plans.rules import check_may_approve, check_remark_length, wants_approval
from kring.support.plans.texts import APPROVAL_ANSWERED, APPROVAL_ASKED


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
    if because == FrozenBecause.AGREEMENT and wants_approval(plan, at):
        _ask_the_team(made, by=by, at=at)
    return made


def _ask_the_team(revision: Revision, *, by: Actor, at: datetime) -> None:
    """Tell the other helpers of the team that one of them is to look along."""
    rows = TeamMember.objects.filter(plan=revision.plan, ends_at__isnull=True, worker__isnull=False)
    others = rows.exclude(worker=revision.frozen_by_id).values_list("worker__key", flat=True)
    for key in others.order_by("pk"):
        to, once = Recipient("worker", key), f"{APPROVAL_ASKED}:{revision.key}:{key}"
        post(by=by, at=at, to=to, text=APPROVAL_ASKED, link="/vandaag/", once=once)


@action
def ask_approval(*, partnership: Partnership, wanted: bool, by: Actor, at: datetime) -> None:
    """Say whether plans of this partnership are approved by a second helper; the default is no."""
    policy, _new = PlanPolicy.objects.get_or_create(partnership=partnership)
    policy.save_from(policy.version, approval=wanted)
    about = [("partnership", partnership.key)]
    record(by=by, at=at, did="plan.approval_asked", about=about, wanted=wanted)


@action
def approve_plan(*, revision: Revision, worker: Worker, by: Actor, at: datetime) -> PlanApproval:
    """A second helper, who reads the plan, finds what was frozen good; said twice it is said once.

    Raises ValidationError, and CannotMove when it was sent back.
    """
    known = PlanApproval.objects.filter(revision=revision).first()
    if known is not None and not known.good:
        raise CannotMove(revision, "approve")
    if known is not None:
        nothing_changed()
        return known
    return _judge(revision, "plan.approved", worker, "", by=by, at=at)


@action
def send_back_plan(
    *, revision: Revision, words: str, worker: Worker, by: Actor, at: datetime
) -> PlanApproval:
    """A second helper sends what was frozen back, with why; who froze it freezes it anew then.

    Raises ValidationError, and CannotMove when somebody answered before.
    """
    if PlanApproval.objects.filter(revision=revision).exists():
        raise CannotMove(revision, "send back")
    check_remark_length(words)
    if not words.strip():
        raise ValidationError({"words": _("Schrijf wat er nog moet gebeuren.")})
    return _judge(revision, "plan.sent_back", worker, words.strip(), by=by, at=at)


def _judge(
    revision: Revision, did: str, worker: Worker, words: str, *, by: Actor, at: datetime
) -> PlanApproval:
    check_may_approve(revision, worker, at)
    made = PlanApproval.objects.create(
        revision=revision, approved_by=worker, approved_at=at, good=not words, words=words
    )
    if revision.frozen_by is not None:
        to, once = Recipient("worker", revision.frozen_by.key), f"{APPROVAL_ANSWERED}:{made.key}"
        post(by=by, at=at, to=to, text=APPROVAL_ANSWERED, link="/vandaag/", once=once)
    plan = revision.plan
    about = [("plan", plan.key), ("family", plan.family.key)]
    record(by=by, at=at, did=did, about=about, number=revision.number)
    return made
