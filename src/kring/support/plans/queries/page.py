"""The plan as one reader may see it: a fixed number of reads, whatever its size."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from kring.foundation.journal import ledger
from kring.foundation.records.prepared import Prepared
from kring.registry.people.models import Family
from kring.support.plans.models import (
    Action,
    ChildLine,
    Goal,
    GoalAgreement,
    GoalScore,
    Plan,
    Remark,
    SafetyAgreement,
    TeamMember,
)
from kring.support.plans.states import CURRENT
from kring.trust.access.items import Known, saw_items, sifted_among
from kring.trust.access.models import Item
from kring.trust.access.queries import families_visible_to
from kring.trust.access.readers import Reader


@dataclass(frozen=True, slots=True)
class ToldAction:
    """An action with its item, as this reader sees it."""

    action: Action
    item: Item


@dataclass(slots=True)
class ToldGoal:
    """A goal with its actions, agreements and scores, as this reader sees it."""

    goal: Goal
    item: Item
    actions: list[ToldAction] = field(default_factory=list)
    agreements: list[GoalAgreement] = field(default_factory=list)
    scores: list[GoalScore] = field(default_factory=list)


@dataclass(slots=True)
class PlanPage:
    """Everything of a plan that a reader may see. ``given`` are actions whose goal they may not see."""

    plan: Plan
    goals: list[ToldGoal]
    given: list[ToldAction]
    remarks: list[Remark]
    child_lines: list[ChildLine]
    safety: list[SafetyAgreement]
    team: list[TeamMember]


def current_plan(family: Family) -> Plan | None:
    """The plan a family works with now, also while it is on hold."""
    return Plan.objects.filter(family=family, state__in=CURRENT).first()


def plan_for(reader: Reader, key: UUID, at: datetime) -> Plan | None:
    """The plan with this key where this worker may see its family; noted as read."""
    families = families_visible_to(reader, at)
    plan = Plan.objects.filter(key=key, family__in=families).select_related("family", "owner").first()
    if plan is not None:
        ledger.saw("plan", plan.key)
        ledger.saw("family", plan.family.key)
    return plan


def plan_page(reader: Reader, plan: Plan, at: datetime, known: Known | None = None) -> PlanPage:
    """What the reader table lets this reader see of a plan; its subjects noted as read.

    The team is told to workers; a person learns of helpers by what they share with them. ``known``
    is what the page worked out already about the reader.
    """
    goals, actions = _GOALS.rows(plan=plan.pk), _ACTIONS.rows(plan=plan.pk)
    remarks, lines, safety = (read.rows(plan=plan.pk) for read in _BESIDE)
    parts = (*goals, *actions, *remarks, *lines, *safety)
    readable = sifted_among(reader, (part.item for part in parts), at, known)
    saw_items(readable.values())
    told = _goals(plan, goals, readable)
    return PlanPage(
        plan=plan,
        goals=list(told.values()),
        given=_hung(actions, readable, told),
        remarks=[row for row in remarks if row.item_id in readable],
        child_lines=[row for row in lines if row.item_id in readable],
        safety=[row for row in safety if row.item_id in readable],
        team=_team(reader, plan),
    )


ITEM = ("item__author", "item__owner")
DOERS = ("doer_person", "doer_worker", "doer_organisation")
_GOALS = Prepared(
    lambda plan: Goal.objects.filter(plan_id=plan).select_related(*ITEM).order_by("position", "pk")
)
_ACTIONS = Prepared(
    lambda plan: (
        Action.objects.filter(goal__plan_id=plan)
        .select_related("item", *DOERS)
        .order_by("goal", "position", "pk")
    )
)
_BESIDE = (
    Prepared(
        lambda plan: Remark.objects.filter(plan_id=plan).select_related(*ITEM).order_by("kind", "pk")
    ),
    Prepared(
        lambda plan: (
            ChildLine.objects.filter(plan_id=plan)
            .select_related("child", *ITEM)
            .order_by("child", "-told_at", "-pk")
        )
    ),
    Prepared(
        lambda plan: (
            SafetyAgreement.objects.filter(plan_id=plan, ends_at__isnull=True)
            .select_related(*ITEM)
            .order_by("pk")
        )
    ),
)
_AGREED = Prepared(
    lambda plan: (
        GoalAgreement.objects.filter(goal__plan_id=plan)
        .select_related("person")
        .order_by("said_at", "pk")
    )
)
_SCORED = Prepared(
    lambda plan: (
        GoalScore.objects.filter(goal__plan_id=plan).select_related("person").order_by("said_at", "pk")
    )
)
_MEMBERS = Prepared(
    lambda plan: (
        TeamMember.objects.filter(plan_id=plan)
        .select_related("worker", "person")
        .order_by("starts_at", "pk")
    )
)


def _goals(plan: Plan, goals: list[Goal], readable: dict[int, Item]) -> dict[int, ToldGoal]:
    told = {
        goal.pk: ToldGoal(goal, readable[goal.item_id]) for goal in goals if goal.item_id in readable
    }
    for agreement in _AGREED.rows(plan=plan.pk) if told else ():
        if agreement.goal_id in told:
            told[agreement.goal_id].agreements.append(agreement)
    for score in _SCORED.rows(plan=plan.pk) if told else ():
        if score.goal_id in told:
            told[score.goal_id].scores.append(score)
    return told


def _hung(
    actions: list[Action], readable: dict[int, Item], told: dict[int, ToldGoal]
) -> list[ToldAction]:
    """Hang the actions under their goals; returns those whose goal this reader may not see."""
    loose: list[ToldAction] = []
    for one in actions:
        if one.item_id in readable:
            place = told[one.goal_id].actions if one.goal_id in told else loose
            place.append(ToldAction(one, readable[one.item_id]))
    return loose


def _team(reader: Reader, plan: Plan) -> list[TeamMember]:
    return [] if reader.worker_id is None else _MEMBERS.rows(plan=plan.pk)
