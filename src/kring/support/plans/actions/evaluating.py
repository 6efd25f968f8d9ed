"""Looking at the plan together: planning the day, and keeping what was decided."""

from collections.abc import Iterable
from datetime import date, datetime

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.chain import Subject
from kring.foundation.journal.recording import action, record
from kring.foundation.workflow.transitions import CannotMove
from kring.registry.network.models import Worker
from kring.registry.people.models import Person
from kring.support.plans.actions.freezing import freeze
from kring.support.plans.actions.standing import hold_still
from kring.support.plans.models import Evaluation, EvaluationPresence, FrozenBecause, Plan
from kring.support.plans.rules import (
    check_decided,
    check_every_child_heard,
    check_is_active,
    check_planned_on,
)


@action
def plan_evaluation(*, plan: Plan, on: date, by: Actor, at: datetime) -> Evaluation:
    """Choose the day on which the plan is looked at together; an earlier choice gives way."""
    hold_still(plan)
    check_is_active(plan)
    check_planned_on(on, at)
    to_come, _new = Evaluation.objects.update_or_create(
        plan=plan, held_at=None, defaults={"planned_on": on}
    )
    Plan.objects.filter(pk=plan.pk).update(review_on=on)
    record(by=by, at=at, did="evaluation.planned", about=_subjects(plan), on=on.isoformat())
    return to_come


@action
def hold_evaluation(
    *,
    plan: Plan,
    decided: str,
    present: Iterable[Worker | Person],
    worker: Worker,
    by: Actor,
    at: datetime,
    next_on: date | None = None,
) -> Evaluation:
    """Keep that the plan was looked at, who was there and what was decided; it freezes a revision.

    ValidationError while a child of the family has no line since the last time. ``next_on`` plans
    the next day.
    """
    hold_still(plan)
    check_is_active(plan)
    check_decided(decided)
    check_every_child_heard(plan, at)
    held = keep_evaluation(plan=plan, decided=decided, present=present, worker=worker, by=by, at=at)
    Plan.objects.filter(pk=plan.pk).update(review_on=None)
    if next_on is not None:
        plan_evaluation(plan=plan, on=next_on, by=by, at=at)
    return held


def keep_evaluation(
    *,
    plan: Plan,
    decided: str,
    present: Iterable[Worker | Person],
    worker: Worker,
    by: Actor,
    at: datetime,
    because: str = FrozenBecause.EVALUATION,
) -> Evaluation:
    """Write down an evaluation with its revision; part of a larger deed that checked it."""
    frozen = freeze(plan=plan, because=because, worker=worker, by=by, at=at)
    known = Evaluation.objects.filter(plan=plan, held_at__isnull=True).first()
    held = known or Evaluation.objects.create(plan=plan, planned_on=local_day(at))
    values = {"held_at": at, "held_by": worker, "decided": decided, "revision": frozen}
    if not Evaluation.objects.filter(pk=held.pk, held_at__isnull=True).update(**values):
        raise CannotMove(held, "hold")
    held.refresh_from_db()
    EvaluationPresence.objects.bulk_create(
        EvaluationPresence(
            evaluation=held,
            worker=one if isinstance(one, Worker) else None,
            person=one if isinstance(one, Person) else None,
        )
        for one in dict.fromkeys(present)
    )
    record(by=by, at=at, did="evaluation.held", about=_subjects(plan), decided=decided)
    return held


def _subjects(plan: Plan) -> list[Subject]:
    return [("plan", plan.key), ("family", plan.family.key)]
