"""What every model says about itself: may it change, how long is it kept, how private is each field.

A model carries a nested ``Facts`` class with these three. The tests fail on a model or a field
without them; the register of processing in the docs is generated from them.
"""

from enum import StrEnum


class Mutability(StrEnum):
    """How rows of a model may change after they are written."""

    REFERENCE = "reference"
    """Loaded from data files; changes with a release or a load."""
    EDITABLE = "editable"
    """Changed by people through actions, guarded by a version."""
    STATEFUL = "stateful"
    """Moves along a transition table or closes its period, through actions."""
    APPEND_ONLY = "append_only"
    """Written once, never changed."""
    DERIVED = "derived"
    """Recomputable from other rows."""


class Privacy(StrEnum):
    """How private a field is."""

    NONE = "none"
    """Says nothing about a living person."""
    TECHNICAL = "technical"
    """Keys, versions and times that mean nothing alone."""
    WORKER = "worker"
    """About a worker in their work."""
    IDENTITY = "identity"
    """Says who a person is or how to reach them."""
    LINK = "link"
    """Ties a record to a person or family."""
    CONTENT = "content"
    """What was asked, told or done for somebody."""
    PLACE = "place"
    """Where somebody lives or stays: protected for a protected address."""
    SEALED = "sealed"
    """Encrypted in the database."""
    SECRET = "secret"  # noqa: S105 - the name of a class, not a password
    """A hash or secret of the system."""


class DataClass(StrEnum):
    """The class of one personal item: decides, with its subject and reader, who may see it.

    Ground: decree on the legal position of the minor, articles 20 to 23; decree on integral youth
    help, articles 72 to 75/1; see ``docs/explanation/trust.md``.
    """

    OPEN = "open"
    CONFIDENCE = "confidence"
    COURT = "court"
    HARM = "harm"
    HEALTH = "health"
    MEDIATION = "mediation"
    PROTECTED_ADDRESS = "protected_address"


class About(StrEnum):
    """Whom a personal item is about, seen from its reader."""

    SELF = "self"
    """Only about the reader."""
    ENTRUSTED = "entrusted"
    """Only about one other: the reader's own child, or the one they help or stand beside."""
    SHARED = "shared"
    """About several together, all of them the reader or entrusted to the reader."""
    OTHER = "other"
    """About somebody the reader has nothing to do with; it only lies in a part they read."""
