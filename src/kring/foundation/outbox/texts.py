"""The few texts a message can have: a neutral subject and one sentence; the link comes after it.

A mail lies open on kitchen tables and shared telephones. So a text holds no name, no theme and no
gap that could be filled with one; a test reads every text in every language.
"""

from dataclasses import dataclass

from django.utils.functional import Promise

type Words = str | Promise


@dataclass(frozen=True, slots=True)
class Text:
    """A registered text; ``subject`` and ``body`` are lazy translations."""

    name: str
    subject: Words
    body: Words


TEXTS: dict[str, Text] = {}


class NoSuchText(LookupError):
    """No room registered a text of this name."""


def register_text(name: str, *, subject: Words, body: Words) -> None:
    """Add a text of a room; ``name`` starts with the room (``requests.answer_link``)."""
    if name in TEXTS:
        raise ValueError(f"the text {name} is registered twice")
    TEXTS[name] = Text(name, subject, body)


def text_named(name: str) -> Text:
    """A registered text; raises NoSuchText."""
    if name not in TEXTS:
        raise NoSuchText(name)
    return TEXTS[name]
