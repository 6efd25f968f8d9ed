"""The lifecycle of a message."""

from kring.foundation.workflow.transitions import Lifecycle, Transition

QUEUED, TO_CALL = "queued", "to_call"
SENT, CALLED, DROPPED, UNDELIVERABLE = "sent", "called", "dropped", "undeliverable"
WAITING = (QUEUED, TO_CALL)
ENDS = (SENT, CALLED, DROPPED)

MESSAGE = Lifecycle(
    name="message",
    initial=QUEUED,
    ends=frozenset(ENDS),
    transitions=(
        Transition("send", (QUEUED,), SENT, "system", "message.sent"),
        Transition("ask_to_call", (QUEUED,), TO_CALL, "system", "message.to_call"),
        Transition("queue_again", (TO_CALL, UNDELIVERABLE), QUEUED, "system", "message.queued_again"),
        Transition("reach", (TO_CALL,), CALLED, "worker", "message.called"),
        Transition("drop", WAITING, DROPPED, "system", "message.dropped"),
        Transition("give_up", (QUEUED,), UNDELIVERABLE, "system", "message.undeliverable"),
    ),
)
