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
    """What will be done, before it is an action; ``key`` as with a goal.

    ``service``: the key of the service of the directory it is about.
    """

    words: str
    doer: Doer
    due_on: date | None = None
    language: str = "nl"
    key: UUID | None = None
    service: UUID | None = None


@dataclass(frozen=True, slots=True)
class ActionChange:
    """What an action will be from now on."""

    words: str
    doer: Doer
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class NewRemark:
    """A strength or a worry somebody says; ``about`` are the persons it is about."""

    kind: str
    words: str
    about: tuple[Person, ...]
    language: str = "nl"
    key: UUID | None = None


@dataclass(frozen=True, slots=True)
class NewChildLine:
    """What a child says or draws, before it is a line of the plan.

    Without ``parents_may_read`` no parent reads it: that is asked of the child. ``hidden_from``
    never read it, whatever they are.
    """

    words: str = ""
    spoken_alone_on: date | None = None
    not_spoken_because: str = ""
    what_makes_safe: str = ""
    parents_may_read: bool = False
    hidden_from: tuple[Person, ...] = ()
    language: str = "nl"
    key: UUID | None = None


@dataclass(frozen=True, slots=True)
class NewSafety:
    """Who calls whom and where to go, before it is agreed.

    ``about`` are whom it keeps safe, ``known_by`` who may know it besides who wrote it, and
    ``hidden_from`` whom it protects against.
    """

    calls: str
    goes_to: str
    about: tuple[Person, ...]
    known_by: tuple[Person | Worker | Organisation, ...] = ()
    hidden_from: tuple[Person, ...] = ()
    key: UUID | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a goal when its plan ended: a code of ``Outcome``, and words."""

    outcome: str
    words: str = ""
