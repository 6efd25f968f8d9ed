"""The reader: who looks, and on what grounds they may."""

from dataclasses import dataclass
from uuid import UUID

from kring.foundation.journal.actor import VISITOR, Actor
from kring.registry.people.models import Person


@dataclass(frozen=True, slots=True)
class Reader:
    """One who reads, with everything the reading rules look at, as it stands at one moment.

    ``desk_ids`` are the desks this worker is on duty for (also as a deputy); ``intake_region_ids``
    the regions whose intake they lead, with ``intake_desk_ids`` all desks there; ``organisation_ids``
    those they work for. ``person`` is set for somebody who reads their own part with an account of
    their own, and then nothing else is. ``circle``: people of their own were declared, and are kept
    out of every read. ``glass``: an emergency access of theirs runs now; it opens reading, no deed.
    """

    actor: Actor = VISITOR
    account_key: UUID | None = None
    worker_id: int | None = None
    desk_ids: frozenset[int] = frozenset()
    intake_region_ids: frozenset[int] = frozenset()
    intake_desk_ids: frozenset[int] = frozenset()
    region_ids: frozenset[int] = frozenset()
    organisation_ids: frozenset[int] = frozenset()
    grants: frozenset[str] = frozenset()
    because: str = ""
    person: Person | None = None
    circle: bool = False
    glass: bool = False

    @property
    def is_worker(self) -> bool:
        return self.worker_id is not None

    def may(self, grant: str) -> bool:
        """Whether one of the roles held gives this grant."""
        return grant in self.grants


NOBODY = Reader()
