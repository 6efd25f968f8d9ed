"""Who writes in a plan: a helper for an organisation, or somebody of the family for themself."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.registry.network.models import Organisation, Worker
from kring.registry.people.models import Person
from kring.trust.access.models import ToldBy


@dataclass(frozen=True, slots=True)
class Maker:
    """Whose hand it is. Without a worker it is ``person``, in their own words."""

    worker: Worker | None = None
    organisation: Organisation | None = None
    person: Person | None = None

    @property
    def told_by(self) -> str:
        """Who told it, for the class of what is written."""
        return ToldBy.WORKER if self.worker is not None else ToldBy.SELF


@dataclass(frozen=True, slots=True)
class Doer:
    """Who does an action: a person around the family, a worker, an organisation, or plain words."""

    person: Person | None = None
    worker: Worker | None = None
    organisation: Organisation | None = None
    words: str = ""

    @property
    def reader(self) -> Person | Worker | Organisation | None:
        """Who may read the action because it was given to them."""
        return self.person or self.worker or self.organisation


@dataclass(frozen=True, slots=True)
class NewGoal:
    """What somebody wants to reach, before it is a goal.

    ``concerns`` are the persons it is about, ``together`` those of them and around them who take part
    in it and so read it. ``key`` identifies one sending: sent twice, it is one goal.
    """

    words: str
    concerns: tuple[Person, ...]
    together: tuple[Person, ...] = ()
    language: str = "nl"
    domain: str = ""
    aim: int | None = None
    key: UUID | None = None


@dataclass(frozen=True, slots=True)
class NewAction:
    """What will be done, before it is an action; ``key`` as with a goal."""

    words: str
    doer: Doer
    due_on: date | None = None
    language: str = "nl"
    key: UUID | None = None
