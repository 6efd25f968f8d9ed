from kring.support.plans.actions.doing import add_action, finish_action, move_action, reopen_action
from kring.support.plans.actions.goals import (
    add_goal,
    agree_on_goal,
    move_goal,
    reword_goal,
    score_goal,
)
from kring.support.plans.actions.opening import open_plan
from kring.support.plans.actions.team import join_team, leave_team, name_anchor

__all__ = [
    "add_action",
    "add_goal",
    "agree_on_goal",
    "finish_action",
    "join_team",
    "leave_team",
    "move_action",
    "move_goal",
    "name_anchor",
    "open_plan",
    "reopen_action",
    "reword_goal",
    "score_goal",
]
