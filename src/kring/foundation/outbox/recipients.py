"""Who a message is for, and how a room above tells where that one can be reached.

The outbox knows nobody. A room that does registers a resolver for its kind of recipient; it is
asked at the moment of sending, so that an address that changed or a right that ended counts.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    """How a message goes out."""

    MAIL = "mail", _("e-mail")
    SMS = "sms", _("sms")
    CALL = "call", _("telefoon")


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody a message is for, by kind (``worker``, ``person``, ``request``, …) and key."""

    kind: str
    key: UUID


@dataclass(frozen=True, slots=True)
class Address:
    """Where and when a recipient is reached safely, as it stands now.

    ``hours`` are the words of the recipient (``ma-vr 9-12``; empty: at any time);
    ``say_to_others`` is what a caller says when somebody else picks up.
    """

    channel: Channel
    value: str
    language: str = "nl"
    hours: str = ""
    say_to_others: str = ""


type Resolver = Callable[[UUID, datetime], Address | None]

RESOLVERS: dict[str, Resolver] = {}


class NoResolver(LookupError):
    """No room tells how this kind of recipient is reached."""


def register_recipient(kind: str, resolver: Resolver) -> None:
    """Tell how recipients of ``kind`` are found; None means: no longer there or no right any more."""
    if kind in RESOLVERS:
        raise ValueError(f"recipients of kind {kind} are resolved twice")
    RESOLVERS[kind] = resolver


def resolve(recipient: Recipient, at: datetime) -> Address | None:
    """The address of a recipient at ``at``; raises NoResolver."""
    resolver = RESOLVERS.get(recipient.kind)
    if resolver is None:
        raise NoResolver(recipient.kind)
    return resolver(recipient.key, at)
