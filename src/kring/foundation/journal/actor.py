"""Who does a deed: small, frozen, and handed to every action as ``by``."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class ActorKind(StrEnum):
    WORKER = "worker"
    PERSON = "person"
    VISITOR = "visitor"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Actor:
    """The one who acts, with the organisation on whose behalf; names are kept as they were then."""

    kind: ActorKind
    key: UUID | None = None
    name: str = ""
    organisation: UUID | None = None
    organisation_name: str = ""


SYSTEM = Actor(ActorKind.SYSTEM, name="Kring")
VISITOR = Actor(ActorKind.VISITOR)
