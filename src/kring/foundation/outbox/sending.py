"""What every sender shares: a letter to take along, and how it fails."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from kring.foundation.outbox.texts import Enclosure


@dataclass(frozen=True, slots=True)
class Letter:
    """Everything that leaves the house: an address, neutral words, a link, and maybe a file.

    ``way_out`` is the sentence and the address on which a mail that was asked for is ended.
    """

    to: str
    subject: str
    sentence: str
    link: str
    message_id: str
    at: datetime
    enclosure: Enclosure | None = None
    way_out: tuple[str, str] | None = None


class NotDelivered(Exception):
    """No answer was seen that the letter was taken.

    ``problem`` is a word without content; with ``outage`` the way itself is broken, so that the
    next letters need not try it now; with ``refused`` this letter was turned away for good.
    """

    def __init__(self, problem: str, *, outage: bool = False, refused: bool = False) -> None:
        super().__init__(problem)
        self.problem = problem
        self.outage = outage
        self.refused = refused


class Sender(Protocol):
    """A way out. ``send`` returns when the other side said yes, else raises NotDelivered."""

    def send(self, letter: Letter) -> None: ...

    def close(self) -> None: ...
