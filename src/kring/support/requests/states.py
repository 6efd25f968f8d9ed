"""The lifecycles of this room: a question, a hand-over of it, and an answer to it."""

from kring.foundation.workflow.transitions import Lifecycle, Transition

ASKED, TAKEN = "asked", "taken"
ANSWERED, WITHDRAWN, SPECIAL_ROUTE = "answered", "withdrawn", "special_route"
NOT_POSSIBLE, JOINED = "not_possible", "joined"

OPEN = (ASKED, TAKEN)
ENDS = (ANSWERED, WITHDRAWN, SPECIAL_ROUTE, NOT_POSSIBLE, JOINED)

REQUEST = Lifecycle(
    name="request",
    initial=ASKED,
    ends=frozenset(ENDS),
    transitions=(
        Transition("take", (ASKED,), TAKEN, "desk", "request.taken"),
        Transition("let_go", (TAKEN,), ASKED, "holder", "request.let_go"),
        Transition("move", OPEN, ASKED, "receiver", "handover.accepted"),
        Transition("answer", OPEN, ANSWERED, "desk", "answer.counted", stops=("answer",)),
        Transition("reopen", (ANSWERED,), ASKED, "asker", "answer.disputed", starts=("answer",)),
        Transition("withdraw", OPEN, WITHDRAWN, "asker", "request.withdrawn", stops=("answer",)),
        Transition(
            "send_to_special_route",
            OPEN,
            SPECIAL_ROUTE,
            "desk",
            "request.sent_to_special_route",
            stops=("answer",),
        ),
        Transition(
            "close_as_not_possible",
            OPEN,
            NOT_POSSIBLE,
            "desk",
            "request.not_possible",
            stops=("answer",),
        ),
        Transition("join", OPEN, JOINED, "desk", "request.joined", stops=("answer",)),
    ),
)

HANDOVER_ASKED, ACCEPTED, REFUSED = "asked", "accepted", "refused"
RETURNED, RECALLED = "returned", "recalled"

HANDOVER = Lifecycle(
    name="handover",
    initial=HANDOVER_ASKED,
    ends=frozenset({ACCEPTED, REFUSED, RETURNED, RECALLED}),
    transitions=(
        Transition("accept", (HANDOVER_ASKED,), ACCEPTED, "receiver", "handover.accepted"),
        Transition("refuse", (HANDOVER_ASKED,), REFUSED, "receiver", "handover.refused"),
        Transition("return", (HANDOVER_ASKED,), RETURNED, "system", "handover.returned"),
        Transition("recall", (HANDOVER_ASKED,), RECALLED, "sender", "handover.recalled"),
    ),
)

GIVEN, COUNTED, DECLINED, DISPUTED = "given", "counted", "declined", "disputed"

ANSWER = Lifecycle(
    name="answer",
    initial=GIVEN,
    ends=frozenset({COUNTED, DECLINED, DISPUTED}),
    transitions=(
        Transition("count", (GIVEN,), COUNTED, "service or family", "answer.counted"),
        Transition("decline", (GIVEN,), DECLINED, "service", "answer.declined"),
        Transition("dispute", (GIVEN, COUNTED), DISPUTED, "asker", "answer.disputed"),
    ),
)
