from kring.support.plans.queries.page import (
    PlanPage,
    ToldAction,
    ToldGoal,
    current_plan,
    plan_for,
    plan_page,
)

__all__ = ["PlanPage", "ToldAction", "ToldGoal", "current_plan", "plan_for", "plan_page"]
