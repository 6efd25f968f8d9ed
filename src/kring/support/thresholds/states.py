"""The lifecycle of a threshold: logged, asked of the organisation, answered, and what came of it."""

from kring.foundation.workflow.transitions import Lifecycle, Transition

LOGGED, ASKED, ANSWERED, REMOVED, STAYS = "logged", "asked", "answered", "removed", "stays"
WITH_THE_ORGANISATION = (ASKED, ANSWERED, REMOVED, STAYS)
"""The states in which the organisation sees it."""
OPEN = (LOGGED, ASKED, ANSWERED)

THRESHOLD = Lifecycle(
    name="threshold",
    initial=LOGGED,
    ends=frozenset({REMOVED, STAYS}),
    transitions=(
        Transition("ask", (LOGGED,), ASKED, "who logged it", "threshold.asked"),
        Transition("answer", (ASKED,), ANSWERED, "the organisation", "threshold.answered"),
        Transition("remove", (LOGGED, ASKED, ANSWERED), REMOVED, "who logged it", "threshold.removed"),
        Transition("leave", (LOGGED, ASKED, ANSWERED), STAYS, "who logged it", "threshold.stays"),
    ),
)
