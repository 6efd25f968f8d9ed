"""The lifecycle of asking to join the help to somebody."""

from kring.foundation.workflow.transitions import Lifecycle, Transition

JOIN_ASKED, OPENED, DECLINED, EXPIRED = "asked", "opened", "declined", "expired"

JOINING = Lifecycle(
    name="joining",
    initial=JOIN_ASKED,
    ends=frozenset({OPENED, DECLINED, EXPIRED}),
    transitions=(
        Transition("open", (JOIN_ASKED,), OPENED, "person or anchor", "join.opened"),
        Transition("decline", (JOIN_ASKED,), DECLINED, "person or anchor", "join.declined"),
        Transition("expire", (JOIN_ASKED,), EXPIRED, "system", "join.expired"),
    ),
)
