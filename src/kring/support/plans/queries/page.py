"""The plan as one reader may see it: a fixed number of reads, whatever its size."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from kring.foundation.journal import ledger
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
from kring.trust.access.items import saw_items, sifted
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


def plan_page(reader: Reader, plan: Plan, at: datetime) -> PlanPage:
    """What the reader table lets this reader see of a plan; its subjects noted as read.

    The team is told to workers; a person learns of helpers by what they share with them.
    """
    of_plan = (
        Q(goal__plan=plan)
        | Q(action__goal__plan=plan)
        | Q(remark__plan=plan)
        | Q(child_line__plan=plan)
        | Q(safety_agreement__plan=plan)
    )
    readable = sifted(reader, Item.objects.filter(of_plan).select_related("author", "owner"), at)
    saw_items(readable.values())
    told = _goals(plan, readable)
    mine = list(readable)
    latest = ChildLine.objects.filter(item__in=mine).select_related("child", "item")
    safety = SafetyAgreement.objects.filter(item__in=mine, ends_at__isnull=True)
    return PlanPage(
        plan=plan,
        goals=list(told.values()),
        given=_actions(plan, readable, told),
        remarks=list(Remark.objects.filter(item__in=mine).select_related("item").order_by("kind", "pk")),
        child_lines=list(latest.order_by("child", "-told_at", "-pk")),
        safety=list(safety.select_related("item").order_by("pk")),
        team=_team(reader, plan),
    )


def _goals(plan: Plan, readable: dict[int, Item]) -> dict[int, ToldGoal]:
    goals = Goal.objects.filter(plan=plan, item__in=list(readable)).order_by("position", "pk")
    told = {goal.pk: ToldGoal(goal, readable[goal.item_id]) for goal in goals}
    agreed = GoalAgreement.objects.filter(goal__in=list(told)).select_related("person")
    for agreement in agreed.order_by("said_at", "pk"):
        told[agreement.goal_id].agreements.append(agreement)
    scored = GoalScore.objects.filter(goal__in=list(told)).select_related("person")
    for score in scored.order_by("said_at", "pk"):
        told[score.goal_id].scores.append(score)
    return told


def _actions(plan: Plan, readable: dict[int, Item], told: dict[int, ToldGoal]) -> list[ToldAction]:
    """Hang the actions under their goals; returns those whose goal this reader may not see."""
    rows = Action.objects.filter(goal__plan=plan, item__in=list(readable))
    related = rows.select_related("doer_person", "doer_worker", "doer_organisation")
    loose: dict[bool, list[ToldAction]] = defaultdict(list)
    for one in related.order_by("goal", "position", "pk"):
        place = told[one.goal_id].actions if one.goal_id in told else loose[True]
        place.append(ToldAction(one, readable[one.item_id]))
    return loose[True]


def _team(reader: Reader, plan: Plan) -> list[TeamMember]:
    if reader.worker_id is None:
        return []
    rows = TeamMember.objects.filter(plan=plan).select_related("worker", "person")
    return list(rows.order_by("starts_at", "pk"))
