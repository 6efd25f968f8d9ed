"""The lifecycles of this room: a meeting, and the search for its interpreter."""

from kring.foundation.workflow.transitions import Lifecycle, Transition

PLANNED, HELD, CANCELLED = "planned", "held", "cancelled"

MEETING = Lifecycle(
    name="meeting",
    initial=PLANNED,
    ends=frozenset({HELD, CANCELLED}),
    transitions=(
        Transition("move", (PLANNED,), PLANNED, "team", "meeting.moved"),
        Transition("hold", (PLANNED,), HELD, "team", "meeting.held"),
        Transition("cancel", (PLANNED,), CANCELLED, "team", "meeting.cancelled"),
    ),
)

ASKED, FOUND, NONE = "asked", "found", "none"

INTERPRETER = Lifecycle(
    name="interpreter",
    initial=ASKED,
    ends=frozenset({FOUND, NONE}),
    transitions=(
        Transition("find", (ASKED, NONE), FOUND, "team", "interpreter.found"),
        Transition("give_up", (ASKED,), NONE, "team", "interpreter.none"),
        Transition("ask_again", (FOUND, NONE), ASKED, "team", "interpreter.asked"),
    ),
)
