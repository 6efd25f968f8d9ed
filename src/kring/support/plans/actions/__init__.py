from kring.support.plans.actions.after_care import ask_after_care, take_after_care, tell_after_care
from kring.support.plans.actions.answering import answer_with_plan
from kring.support.plans.actions.beside import add_remark, agree_on_safety, end_safety, tell_child_line
from kring.support.plans.actions.caseload import hand_over_caseload, leave_plans
from kring.support.plans.actions.doing import (
    add_action,
    change_action,
    finish_action,
    leave_action,
    move_action,
    reopen_action,
    start_action,
)
from kring.support.plans.actions.ending import close_plan, pause_plan, resume_plan, supersede_plan
from kring.support.plans.actions.evaluating import hold_evaluation, plan_evaluation
from kring.support.plans.actions.freezing import approve_plan, ask_approval, freeze, send_back_plan
from kring.support.plans.actions.goals import (
    add_goal,
    agree_on_goal,
    move_goal,
    place_goal,
    reword_goal,
    score_goal,
)
from kring.support.plans.actions.opening import open_plan
from kring.support.plans.actions.questions import accept_with_plan, take_with_plan
from kring.support.plans.actions.reaching import (
    describe_attainment,
    drop_goal,
    end_goal,
    reopen_goal,
    set_aim,
    set_level,
)
from kring.support.plans.actions.sharing import hide_goal, share_goal, unshare_goal
from kring.support.plans.actions.team import (
    give_anchor_on,
    join_current_plan,
    join_team,
    leave_team,
    name_anchor,
)
from kring.support.plans.actions.templates import apply_template, end_template, keep_template
from kring.support.plans.actions.wishes import (
    answer_wish,
    appoint_trusted_person,
    ask_wish,
    dismiss_trusted_person,
)

__all__ = [
    "accept_with_plan",
    "add_action",
    "add_goal",
    "add_remark",
    "agree_on_goal",
    "agree_on_safety",
    "answer_wish",
    "answer_with_plan",
    "apply_template",
    "appoint_trusted_person",
    "approve_plan",
    "ask_after_care",
    "ask_approval",
    "ask_wish",
    "change_action",
    "close_plan",
    "describe_attainment",
    "dismiss_trusted_person",
    "drop_goal",
    "end_goal",
    "end_safety",
    "end_template",
    "finish_action",
    "freeze",
    "give_anchor_on",
    "hand_over_caseload",
    "hide_goal",
    "hold_evaluation",
    "join_current_plan",
    "join_team",
    "keep_template",
    "leave_action",
    "leave_plans",
    "leave_team",
    "move_action",
    "move_goal",
    "name_anchor",
    "open_plan",
    "pause_plan",
    "place_goal",
    "plan_evaluation",
    "reopen_action",
    "reopen_goal",
    "resume_plan",
    "reword_goal",
    "score_goal",
    "send_back_plan",
    "set_aim",
    "set_level",
    "share_goal",
    "start_action",
    "supersede_plan",
    "take_after_care",
    "take_with_plan",
    "tell_after_care",
    "tell_child_line",
    "unshare_goal",
]
