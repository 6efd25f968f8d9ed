"""The plain texts that are read out when consent is asked, kept with their version.

The words are data: a changed text is a new version, and a consent keeps the name of what was read.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "data" / "consent_texts.csv"
LANGUAGES = ("nl", "fr", "en")
TWELVE = 12


class Audience(StrEnum):
    """For whom a text is worded."""

    UNDER_12 = "under_12"
    FROM_12 = "from_12"
    PARENT = "parent"


@dataclass(frozen=True, slots=True)
class Part:
    """A short piece of a text under its own small heading; the first versions had none."""

    heading: str
    words: str


@dataclass(frozen=True, slots=True)
class ReadOut:
    """One version of a text, in one language; ``name`` is what a consent keeps of it.

    In the file ``||`` stands between its parts, and ``|`` between the heading of a part and its words.
    """

    purpose: str
    audience: Audience
    language: str
    version: int
    parts: tuple[Part, ...]

    @property
    def words(self) -> str:
        """The whole text in one line, without its headings."""
        return " ".join(part.words for part in self.parts)

    @property
    def name(self) -> str:
        return f"{self.purpose}.{self.audience}.{self.version}.{self.language}"


@cache
def texts() -> Mapping[str, ReadOut]:
    """Every text that was ever read out, by name; the newest version of each comes last."""
    rows = csv.DictReader(FILE.read_text().splitlines())
    read = [
        ReadOut(
            r["purpose"], Audience(r["audience"]), r["language"], int(r["version"]), _parts(r["text"])
        )
        for r in rows
    ]
    return {text.name: text for text in sorted(read, key=lambda text: text.version)}


def _parts(text: str) -> tuple[Part, ...]:
    split = (piece.rpartition("|") for piece in text.split("||"))
    return tuple(Part(heading.strip(), words.strip()) for heading, _bar, words in split)


def text_for(purpose: str, audience: Audience, language: str) -> ReadOut | None:
    """The newest text for a purpose and an audience, in a language we have, else in Dutch."""
    wanted = language if language in LANGUAGES else LANGUAGES[0]
    found = [
        text
        for text in texts().values()
        if (text.purpose, text.audience, text.language) == (purpose, audience, wanted)
    ]
    return found[-1] if found else None


def audience_of(age: int | None, *, for_another: bool = False) -> Audience:
    """Which wording somebody hears; ``age`` in whole years, None where it is not known.

    An adult, and who answers for a child, hears the words for a parent.
    """
    if for_another or age is None or age >= 18:  # noqa: PLR2004 - majority
        return Audience.PARENT
    return Audience.UNDER_12 if age < TWELVE else Audience.FROM_12
