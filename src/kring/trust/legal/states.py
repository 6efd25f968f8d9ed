"""The lifecycle of a legal request: an officer proposes, a second one looks, only then it is said."""

from kring.foundation.workflow.transitions import Lifecycle, Transition

RECEIVED, ASSESSED, REFUSED, ANSWERED, CLOSED = "received", "assessed", "refused", "answered", "closed"

LEGAL = Lifecycle(
    name="legal",
    initial=RECEIVED,
    ends=frozenset({CLOSED}),
    transitions=(
        Transition("assess", (RECEIVED,), ASSESSED, "privacy officer", "legal.assessed"),
        Transition("send_back", (ASSESSED,), RECEIVED, "second officer", "legal.sent_back"),
        Transition("refuse", (ASSESSED,), REFUSED, "second officer", "legal.refused"),
        Transition("answer", (ASSESSED,), ANSWERED, "second officer", "legal.answered"),
        Transition("close", (REFUSED, ANSWERED), CLOSED, "privacy officer", "legal.closed"),
    ),
)
