from kring.support.plans.queries.page import (
    PlanPage,
    ToldAction,
    ToldGoal,
    current_plan,
    plan_for,
    plan_page,
)
from kring.support.plans.queries.parts import (
    OwnAction,
    action_for,
    goal_for,
    own_actions,
    plan_of,
    plans_of,
)

__all__ = [
    "OwnAction",
    "PlanPage",
    "ToldAction",
    "ToldGoal",
    "action_for",
    "current_plan",
    "goal_for",
    "own_actions",
    "plan_for",
    "plan_of",
    "plan_page",
    "plans_of",
]
