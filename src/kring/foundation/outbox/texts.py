"""The few texts a message can have: a neutral subject and one sentence; the link comes after it.

A mail lies open on kitchen tables and shared telephones. So a text holds no name, no theme and no
gap that could be filled with one; a test reads every text in every language.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

type Words = str | Promise


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes along with a mail; as free of content as the text itself."""

    name: str
    media_type: str
    raw: bytes


type Enclose = Callable[[str, datetime], Enclosure | None]
"""Makes the file of one message when it is sent, from its link; None: none goes along any more."""


type WayOut = Callable[[str], str | None]
"""From the link of a message, the path on which its reader ends such mail; None: there is none."""


@dataclass(frozen=True, slots=True)
class Text:
    """A registered text; ``subject`` and ``body`` are lazy translations."""

    name: str
    subject: Words
    body: Words
    encloses: Enclose | None = None
    way_out: WayOut | None = None


TEXTS: dict[str, Text] = {}


class NoSuchText(LookupError):
    """No room registered a text of this name."""


def register_text(
    name: str,
    *,
    subject: Words,
    body: Words,
    encloses: Enclose | None = None,
    way_out: WayOut | None = None,
) -> None:
    """Add a text of a room; ``name`` starts with the room (``requests.answer_link``)."""
    if name in TEXTS:
        raise ValueError(f"the text {name} is registered twice")
    TEXTS[name] = Text(name, subject, body, encloses, way_out)


def text_named(name: str) -> Text:
    """A registered text; raises NoSuchText."""
    if name not in TEXTS:
        raise NoSuchText(name)
    return TEXTS[name]
