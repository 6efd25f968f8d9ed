"""The plan as one reader may see it: a fixed number of reads, whatever its size."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from kring.foundation.journal import ledger
from kring.foundation.records.prepared import Prepared
from kring.foundation.records.together import Together
from kring.registry.people.models import Family
from kring.support.plans.models import (
    Action,
    ChildLine,
    Goal,
    GoalAgreement,
    GoalLevel,
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
    """A goal with its actions, agreements, scores and levels, as this reader sees it."""

    goal: Goal
    item: Item
    actions: list[ToldAction] = field(default_factory=list)
    agreements: list[GoalAgreement] = field(default_factory=list)
    scores: list[GoalScore] = field(default_factory=list)
    levels: list[GoalLevel] = field(default_factory=list)


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
    found: Plan | None = _CURRENT.first(family=family.pk)
    return found


_CURRENT = Prepared(
    lambda family: Plan.objects.filter(family_id=family, state__in=CURRENT).order_by("pk")[:1]
)


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
    found = _PLAN.lists(plan=plan.pk)
    rows = {name: sorted(found[name], key=key) for name, key in _ORDERS.items()}
    parts = chain.from_iterable(rows[name] for name in ITEMS)
    readable = sifted_among(reader, (part.item for part in parts), at, known)
    saw_items(readable.values())
    for name in ITEMS:
        rows[name] = [row for row in rows[name] if row.item_id in readable]
    told = _told(rows, readable)
    return PlanPage(
        plan=plan,
        goals=list(told.values()),
        given=_hung(rows["actions"], readable, told),
        remarks=rows["remarks"],
        child_lines=rows["child_lines"],
        safety=rows["safety"],
        team=rows["team"] if reader.worker_id is not None else [],
    )


ITEM = ("item__author", "item__owner")
DOERS = ("doer_person", "doer_worker", "doer_organisation")


def _goals(*, plan: int) -> QuerySet[Goal]:
    return Goal.objects.filter(plan_id=plan).select_related(*ITEM)


def _actions(*, plan: int) -> QuerySet[Action]:
    return Action.objects.filter(goal__plan_id=plan).select_related("item", *DOERS)


def _remarks(*, plan: int) -> QuerySet[Remark]:
    return Remark.objects.filter(plan_id=plan).select_related(*ITEM)


def _child_lines(*, plan: int) -> QuerySet[ChildLine]:
    return ChildLine.objects.filter(plan_id=plan).select_related("child", *ITEM)


def _safety(*, plan: int) -> QuerySet[SafetyAgreement]:
    return SafetyAgreement.objects.filter(plan_id=plan, ends_at__isnull=True).select_related(*ITEM)


def _agreed(*, plan: int) -> QuerySet[GoalAgreement]:
    return GoalAgreement.objects.filter(goal__plan_id=plan).select_related("person")


def _scored(*, plan: int) -> QuerySet[GoalScore]:
    return GoalScore.objects.filter(goal__plan_id=plan).select_related("person")


def _levels(*, plan: int) -> QuerySet[GoalLevel]:
    return GoalLevel.objects.filter(goal__plan_id=plan)


def _team(*, plan: int) -> QuerySet[TeamMember]:
    return TeamMember.objects.filter(plan_id=plan).select_related("worker", "person")


_PLAN = Together(
    goals=_goals,
    actions=_actions,
    remarks=_remarks,
    child_lines=_child_lines,
    safety=_safety,
    agreed=_agreed,
    scored=_scored,
    levels=_levels,
    team=_team,
)
ITEMS = ("goals", "actions", "remarks", "child_lines", "safety")
"""The parts of a plan of which each is an item: the table says who reads it."""
_ORDERS: dict[str, Callable[[Any], Any]] = {
    "goals": lambda row: (row.position, row.pk),
    "actions": lambda row: (row.goal_id, row.position, row.pk),
    "remarks": lambda row: (row.kind, row.pk),
    "child_lines": lambda row: (row.child_id, -row.told_at.timestamp(), -row.pk),
    "safety": lambda row: row.pk,
    "agreed": lambda row: (row.said_at, row.pk),
    "scored": lambda row: (row.said_at, row.pk),
    "levels": lambda row: (row.said_at, row.pk),
    "team": lambda row: (row.starts_at, row.pk),
}


def _told(rows: dict[str, list[Any]], readable: dict[int, Item]) -> dict[int, ToldGoal]:
    """The goals that may be read, with what was said of each."""
    told = {goal.pk: ToldGoal(goal, readable[goal.item_id]) for goal in rows["goals"]}
    for agreement in rows["agreed"]:
        if agreement.goal_id in told:
            told[agreement.goal_id].agreements.append(agreement)
    for score in rows["scored"]:
        if score.goal_id in told:
            told[score.goal_id].scores.append(score)
    for level in rows["levels"]:
        if level.goal_id in told:
            told[level.goal_id].levels.append(level)
    return told


def _hung(
    actions: list[Action], readable: dict[int, Item], told: dict[int, ToldGoal]
) -> list[ToldAction]:
    """Hang the actions under their goals; returns those whose goal this reader may not see."""
    loose: list[ToldAction] = []
    for one in actions:
        place = told[one.goal_id].actions if one.goal_id in told else loose
        place.append(ToldAction(one, readable[one.item_id]))
    return loose
