"""A deed on a question begins with the question as it stands, held until the deed ends.

Two who act at once act one after the other. On PostgreSQL the row is locked; SQLite has one writer.
Everything that moves a question or its hand-over locks the question first, so that nobody waits in
a circle.
"""

from kring.foundation.workflow.transitions import CannotMove
from kring.support.requests.models import Request

MOVING = (
    "state",
    "desk",
    "region",
    "worker",
    "family",
    "asked_at",
    "answer_due_at",
    "next_due_at",
    "seen_at",
    "closed_at",
)


def hold_still(request: Request) -> None:
    """Read again what may have moved, and keep it so until the deed ends."""
    locked = Request.objects.select_for_update()
    request.refresh_from_db(fields=MOVING, from_queryset=locked)


def hold_where_seen(request: Request, verb: str) -> None:
    """The same for a deed of the desk: raises CannotMove when the question moved meanwhile."""
    desk_id = request.desk_id
    hold_still(request)
    if request.desk_id != desk_id:
        raise CannotMove(request, verb)
