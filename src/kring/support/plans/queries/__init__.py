from kring.support.plans.queries.own import (
    OwnPlan,
    does,
    own_action,
    own_goal,
    own_plan_to_add_to,
    own_plans,
)
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
    "OwnPlan",
    "PlanPage",
    "ToldAction",
    "ToldGoal",
    "action_for",
    "current_plan",
    "does",
    "goal_for",
    "own_action",
    "own_actions",
    "own_goal",
    "own_plan_to_add_to",
    "own_plans",
    "plan_for",
    "plan_of",
    "plan_page",
    "plans_of",
]
