from kring.trust.access.actions.circle import declare_own, find_own, take_back_own
from kring.trust.access.actions.glass import (
    TooMuchGlass,
    break_glass,
    find_in_emergency,
    review_glass,
    tell_of_late_reviews,
)
from kring.trust.access.actions.involving import (
    end_involvements,
    end_involvements_of,
    involve,
)
from kring.trust.access.actions.joining import (
    ask_to_join,
    decline_join,
    open_join,
    work_on_joins,
)
from kring.trust.access.actions.known import TooManyChecks, check_known
from kring.trust.access.actions.leaving import leave_organisation, shut_out
from kring.trust.access.actions.looks import mark_look_seen
from kring.trust.access.actions.own_access import Opened, note_copy, open_access, stop_access

__all__ = [
    "Opened",
    "TooManyChecks",
    "TooMuchGlass",
    "ask_to_join",
    "break_glass",
    "check_known",
    "declare_own",
    "decline_join",
    "end_involvements",
    "end_involvements_of",
    "find_in_emergency",
    "find_own",
    "involve",
    "leave_organisation",
    "mark_look_seen",
    "note_copy",
    "open_access",
    "open_join",
    "review_glass",
    "shut_out",
    "stop_access",
    "take_back_own",
    "tell_of_late_reviews",
    "work_on_joins",
]
