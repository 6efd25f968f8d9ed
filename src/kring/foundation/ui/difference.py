"""Two texts beside each other: what a stale save shows, so that nobody's words are lost."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

WORDS = re.compile(r"\s+|[^\s]+")
MOST_WORDS = 4000
"""Longer texts are shown whole: comparing them word by word costs more than it helps."""


@dataclass(frozen=True)
class Part:
    """A run of text; ``new`` when the other text does not have it here."""

    text: str
    new: bool


@dataclass(frozen=True)
class Change:
    """One field of a record that two people saved: what I wrote and what is stored now."""

    label: str
    mine: tuple[Part, ...]
    theirs: tuple[Part, ...]


def compare(label: str, mine: str, theirs: str) -> Change:
    """The two texts of a field, with the words that differ marked."""
    left, right = WORDS.findall(mine), WORDS.findall(theirs)
    if len(left) + len(right) > MOST_WORDS:
        return Change(label, _whole(mine), _whole(theirs))
    codes = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    my_parts = [Part("".join(left[a:b]), tag != "equal") for tag, a, b, _c, _d in codes if a < b]
    their_parts = [Part("".join(right[c:d]), tag != "equal") for tag, _a, _b, c, d in codes if c < d]
    return Change(label, tuple(my_parts), tuple(their_parts))


def changes_between(
    labels: dict[str, str], mine: dict[str, object], theirs: dict[str, object]
) -> list[Change]:
    """A change for every labelled field whose two values differ."""
    return [
        compare(label, _shown(mine.get(name)), _shown(theirs.get(name)))
        for name, label in labels.items()
        if _shown(mine.get(name)) != _shown(theirs.get(name))
    ]


def _whole(text: str) -> tuple[Part, ...]:
    return (Part(text, new=False),) if text else ()


def _shown(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    return "" if value is None else str(value)
