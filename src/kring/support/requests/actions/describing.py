"""What becomes known of a question after it was asked: its subject, ages, place, safety at home."""

from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.foundation.workflow.transitions import CannotMove
from kring.registry.places.models import Municipality
from kring.support.requests.actions.classing import follow_topic
from kring.support.requests.actions.clocks import first_due
from kring.support.requests.actions.holding import subjects_of
from kring.support.requests.actions.standing import hold_where_seen
from kring.support.requests.models import Request
from kring.support.requests.states import OPEN


@dataclass(frozen=True)
class Known:
    """All of it as it now stands; what is not known is empty."""

    topic: str = ""
    age_bands: list[str] = field(default_factory=list)
    municipality: Municipality | None = None
    home_safe: str = ""
    discuss: str = ""


@action
def describe(*, request: Request, version: int, known: Known, by: Actor, at: datetime) -> None:
    """Write down what became known of an open question; the words of the asker stay as they are.

    Who turns out not to be surely safe at home comes on top from now on, unless somebody saw the
    question already. Raises StaleRecord when another save came first, CannotMove when it moved.
    """
    hold_where_seen(request, "describe")
    if request.state not in OPEN:
        raise CannotMove(request, "describe")
    new: dict[str, Any] = {name: getattr(known, name) for name in asdict(known)}
    changed = {name: value for name, value in new.items() if getattr(request, name) != value}
    if "home_safe" in changed and request.seen_at is None:
        changed["next_due_at"] = first_due(
            promised=request.answer_due_at, home_safe=known.home_safe, received_at=at
        )
    if not changed and request.version == version:
        nothing_changed()
        return
    told = sorted(changed.keys() - {"next_due_at"})
    request.save_from(version, **changed)
    follow_topic(request)
    record(by=by, at=at, did="request.described", about=subjects_of(request), fields=told)
