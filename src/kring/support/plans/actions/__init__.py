from kring.support.plans.actions.beside import add_remark, agree_on_safety, end_safety, tell_child_line
from kring.support.plans.actions.doing import (
    add_action,
    change_action,
    finish_action,
    leave_action,
    move_action,
    reopen_action,
    start_action,
)
from kring.support.plans.actions.goals import (
    add_goal,
    agree_on_goal,
    move_goal,
    reword_goal,
    score_goal,
)
from kring.support.plans.actions.opening import open_plan
from kring.support.plans.actions.reaching import (
    describe_attainment,
    drop_goal,
    end_goal,
    reopen_goal,
    set_aim,
    set_level,
)
from kring.support.plans.actions.sharing import hide_goal, share_goal, unshare_goal
from kring.support.plans.actions.team import join_team, leave_team, name_anchor

__all__ = [
    "add_action",
    "add_goal",
    "add_remark",
    "agree_on_goal",
    "agree_on_safety",
    "change_action",
    "describe_attainment",
    "drop_goal",
    "end_goal",
    "end_safety",
    "finish_action",
    "hide_goal",
    "join_team",
    "leave_action",
    "leave_team",
    "move_action",
    "move_goal",
    "name_anchor",
    "open_plan",
    "reopen_action",
    "reopen_goal",
    "reword_goal",
    "score_goal",
    "set_aim",
    "set_level",
    "share_goal",
    "start_action",
    "tell_child_line",
    "unshare_goal",
]
