from kring.support.deployments.actions.deploying import (
    NewHelp,
    cancel_help,
    end_help,
    plan_help,
    replan_help,
    start_help,
)
from kring.support.deployments.actions.watching import look_ahead, look_ahead_daily

__all__ = [
    "NewHelp",
    "cancel_help",
    "end_help",
    "look_ahead",
    "look_ahead_daily",
    "plan_help",
    "replan_help",
    "start_help",
]
