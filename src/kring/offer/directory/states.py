"""The lifecycle of a service, in the words of HSDS, of a sign-up and of a report."""

from kring.foundation.workflow.transitions import Lifecycle, Transition

ACTIVE, CLOSED_FOR_NOW = "active", "temporarily closed"
INACTIVE, DEFUNCT = "inactive", "defunct"
SHOWN = (ACTIVE, CLOSED_FOR_NOW)
"""What families find; inactive is being written or put aside, defunct has stopped for good."""

SERVICE = Lifecycle(
    name="service",
    initial=ACTIVE,
    ends=frozenset({DEFUNCT}),
    transitions=(
        Transition("close_for_now", (ACTIVE,), CLOSED_FOR_NOW, "owner", "service.closed_for_now"),
        Transition("open_again", (CLOSED_FOR_NOW, INACTIVE), ACTIVE, "owner", "service.opened_again"),
        Transition("put_aside", SHOWN, INACTIVE, "owner", "service.put_aside"),
        Transition("withdraw", (*SHOWN, INACTIVE), DEFUNCT, "owner", "service.withdrawn"),
    ),
)

COMING, CANCELLED = "coming", "cancelled"

SIGN_UP = Lifecycle(
    name="sign-up",
    initial=COMING,
    ends=frozenset({CANCELLED}),
    transitions=(Transition("cancel", (COMING,), CANCELLED, "whoever signed up", "sign_up.cancelled"),),
)

OPEN, SETTLED = "open", "settled"

REPORT = Lifecycle(
    name="report about the offer",
    initial=OPEN,
    ends=frozenset({SETTLED}),
    transitions=(Transition("settle", (OPEN,), SETTLED, "owner", "wrong_report.settled"),),
)
