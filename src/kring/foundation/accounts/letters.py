"""How a letter about an account leaves the house.

This room does not know how messages are sent. A room above hands over one function at start-up
(``carry_with``); until one did, letters are kept in ``undelivered`` and nothing leaves.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from kring.foundation.accounts.models import Account


@dataclass(frozen=True)
class Letter:
    """One letter: ``text`` names its neutral words, ``path`` is where its link leads."""

    account: Account
    text: str
    path: str
    at: datetime


@dataclass
class Post:
    """The way out: at most one carrier, handed over by a room above."""

    carrier: Callable[[Letter], None] | None = None
    undelivered: list[Letter] = field(default_factory=list)


POST = Post()
UNDELIVERED_AT_MOST = 20


def carry_with(carrier: Callable[[Letter], None]) -> None:
    """Hand over the function that sends letters."""
    POST.carrier = carrier


def send(letter: Letter) -> None:
    """Give a letter to the carrier."""
    if POST.carrier is not None:
        POST.carrier(letter)
        return
    POST.undelivered.append(letter)
    del POST.undelivered[:-UNDELIVERED_AT_MOST]
