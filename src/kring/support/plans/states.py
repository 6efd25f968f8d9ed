"""The lifecycles of this room: a plan, a goal of it, and an action towards a goal.

The codes of goals follow FHIR: ``lifecycleStatus`` for how far it is, ``achievementStatus`` for
what came of it.
"""

from kring.foundation.workflow.transitions import Lifecycle, Transition

ACTIVE, ON_HOLD, COMPLETED, REVOKED = "active", "on_hold", "completed", "revoked"
CURRENT = (ACTIVE, ON_HOLD)

PLAN = Lifecycle(
    name="plan",
    initial=ACTIVE,
    ends=frozenset({COMPLETED, REVOKED}),
    transitions=(
        Transition("pause", (ACTIVE,), ON_HOLD, "anchor", "plan.paused"),
        Transition("resume", (ON_HOLD,), ACTIVE, "anchor", "plan.resumed"),
        Transition("close", CURRENT, COMPLETED, "anchor", "plan.closed"),
        Transition("supersede", CURRENT, REVOKED, "anchor", "plan.superseded"),
    ),
)

PROPOSED, STARTED, ENDED, DROPPED = "proposed", "active", "completed", "cancelled"

GOAL = Lifecycle(
    name="goal",
    initial=PROPOSED,
    ends=frozenset({ENDED, DROPPED}),
    transitions=(
        Transition("agree", (PROPOSED,), STARTED, "who it concerns", "goal.agreed"),
        Transition("end", (PROPOSED, STARTED), ENDED, "team", "goal.ended"),
        Transition("drop", (PROPOSED, STARTED), DROPPED, "team", "goal.dropped"),
        Transition("reopen", (ENDED, DROPPED), STARTED, "team", "goal.reopened"),
    ),
)

TO_DO, RUNNING, DONE, LEFT = "to_do", "running", "done", "left"

ACTION = Lifecycle(
    name="action",
    initial=TO_DO,
    ends=frozenset({DONE, LEFT}),
    transitions=(
        Transition("start", (TO_DO,), RUNNING, "who does it", "action.started"),
        Transition("finish", (TO_DO, RUNNING), DONE, "who does it", "action.done"),
        Transition("leave", (TO_DO, RUNNING), LEFT, "team", "action.left"),
        Transition("reopen", (DONE, LEFT), TO_DO, "team", "action.reopened"),
    ),
)
