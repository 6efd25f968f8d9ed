"""A deed on a question begins with the question as it stands, held until the deed ends.

Two who act at once act one after the other. On PostgreSQL the row is locked; SQLite has one writer.
Everything that moves a question or its hand-over locks the question first, so that nobody waits in
a circle.
"""

from typing import Any

from django.db.models import QuerySet

from kring.foundation.records.prepared import Prepared
from kring.foundation.workflow.transitions import CannotMove
from kring.support.requests.models import Request

MOVING = (
    "state",
    "desk_id",
    "region_id",
    "worker_id",
    "family_id",
    "asked_at",
    "answer_due_at",
    "next_due_at",
    "seen_at",
    "closed_at",
)


def _now(*, request: int) -> QuerySet[Request, Any]:
    return Request.objects.select_for_update().filter(pk=request).values_list(*MOVING)


_NOW = Prepared(_now)


def hold_still(request: Request) -> None:
    """Read again what may have moved, and keep it so until the deed ends."""
    now = _NOW.first(request=request.pk)
    if now is None:
        raise Request.DoesNotExist
    # A desk or family that is still the same one stays in hand: only another is read anew.
    for name, value in zip(MOVING, now, strict=True):
        setattr(request, name, value)


def hold_where_seen(request: Request, verb: str) -> None:
    """The same for a deed of the desk: raises CannotMove when the question moved meanwhile."""
    desk_id = request.desk_id
    hold_still(request)
    if request.desk_id != desk_id:
        raise CannotMove(request, verb)
