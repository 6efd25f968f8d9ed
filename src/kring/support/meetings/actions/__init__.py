from kring.support.meetings.actions.inviting import answer_invitation, invite, note_presence
from kring.support.meetings.actions.planning import (
    NewMeeting,
    cancel_meeting,
    hold_meeting,
    move_meeting,
    plan_meeting,
)
from kring.support.meetings.actions.talking import (
    add_point,
    ask_interpreter,
    decide,
    drop_point,
    interpreter_found,
    no_interpreter,
    write_minutes,
)

__all__ = [
    "NewMeeting",
    "add_point",
    "answer_invitation",
    "ask_interpreter",
    "cancel_meeting",
    "decide",
    "drop_point",
    "hold_meeting",
    "interpreter_found",
    "invite",
    "move_meeting",
    "no_interpreter",
    "note_presence",
    "plan_meeting",
    "write_minutes",
]
