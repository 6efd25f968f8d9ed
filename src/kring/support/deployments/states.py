"""The lifecycle of help: planned, running, and how it ends."""

from kring.foundation.workflow.transitions import Lifecycle, Transition

PLANNED, RUNNING, ENDED, CANCELLED = "planned", "running", "ended", "cancelled"
TO_COME_OR_RUNNING = (PLANNED, RUNNING)

DEPLOYMENT = Lifecycle(
    name="deployment",
    initial=PLANNED,
    ends=frozenset({ENDED, CANCELLED}),
    transitions=(
        Transition(
            "start",
            (PLANNED,),
            RUNNING,
            "team",
            "deployment.started",
            stops=("first_support", "agreed_help"),
        ),
        Transition("end", (RUNNING,), ENDED, "team", "deployment.ended"),
        Transition("cancel", (PLANNED,), CANCELLED, "team", "deployment.cancelled"),
    ),
)
