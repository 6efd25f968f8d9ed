from kring.support.plans.queries.changes import changes_between
from kring.support.plans.queries.closed import after_care_due, ended_within_a_year
from kring.support.plans.queries.evaluating import (
    Waiting,
    evaluations_due,
    evaluations_of,
    present_at,
    waiting_for_approval,
)
from kring.support.plans.queries.frozen import (
    FrozenAction,
    FrozenChildLine,
    FrozenGoal,
    FrozenPage,
    FrozenRemark,
    FrozenScore,
    plan_as_it_stands,
    revision_page,
    revisions_of,
)
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
from kring.support.plans.queries.templates import templates_for
from kring.support.plans.queries.wishes import coordinators_of, wishes_of, wishes_to_answer

__all__ = [
    "FrozenAction",
    "FrozenChildLine",
    "FrozenGoal",
    "FrozenPage",
    "FrozenRemark",
    "FrozenScore",
    "OwnAction",
    "OwnPlan",
    "PlanPage",
    "ToldAction",
    "ToldGoal",
    "Waiting",
    "action_for",
    "after_care_due",
    "changes_between",
    "coordinators_of",
    "current_plan",
    "does",
    "ended_within_a_year",
    "evaluations_due",
    "evaluations_of",
    "goal_for",
    "own_action",
    "own_actions",
    "own_goal",
    "own_plan_to_add_to",
    "own_plans",
    "plan_as_it_stands",
    "plan_for",
    "plan_of",
    "plan_page",
    "plans_of",
    "present_at",
    "revision_page",
    "revisions_of",
    "templates_for",
    "waiting_for_approval",
    "wishes_of",
    "wishes_to_answer",
]
