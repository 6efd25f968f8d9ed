"""What is found: one service at one place, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

AGE_FLOOR, AGE_CEILING = -9, 12 * 130
"""Months: before birth counts back from zero; nobody is older."""


class TextField(StrEnum):
    """Where words may stand; a word in a name weighs most."""

    NAME = "name"
    ALSO = "also"  # other names, keywords, the names of its kinds
    TEXT = "text"  # summary and description


@dataclass(frozen=True, slots=True)
class Point:
    """Degrees north and east (WGS 84)."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A service at a place, or at a distance; one with several places is several documents of one key.

    ``texts``: per field and language (``nl``, ``fr``, ``en``) what it says. ``age_from`` and ``age_to``
    are months, half-open, None where unbounded; before birth is below zero. ``open_days``: 1 (Monday)
    to 7. ``areas``: codes of the areas it serves, empty for everywhere. ``free_now``: so its owner says.
    ``shown``: what a page shows of it, given back with a hit as it is; nothing is found by it.
    """

    key: str
    texts: Mapping[TextField, Mapping[str, str]]
    point: Point | None = None
    age_from: int | None = None
    age_to: int | None = None
    languages: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    open_days: frozenset[int] = frozenset()
    reach: str = ""
    pillar: str = ""
    free_now: bool = False
    on_site: bool = True
    remote: bool = False
    specific_need: bool = False
    shown: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is asked. All that is empty asks nothing.

    ``near`` with ``within_km``: on-site services in that circle first, then those at a distance.
    ``age``: months of the youngest, below zero while expected. ``open_on``: any of these days, 1 to 7.
    ``areas``: only what serves any of these or everywhere. ``domains`` and ``languages``: any of these.
    """

    text: str = ""
    near: Point | None = None
    within_km: float = 25.0
    age: int | None = None
    languages: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    open_on: frozenset[int] = frozenset()
    areas: frozenset[str] = frozenset()
    reach: str = ""
    pillar: str = ""
    free_now: bool = False
    specific_need: bool = False
    remote: bool | None = None  # None: both; True: at a distance only; False: on site only
    offset: int = 0
    limit: int = 20


class Why(StrEnum):
    """Why a hit is a hit. Pages put these codes into words."""

    IN_NAME = "in_name"  # word: the word of the name
    IN_TEXT = "in_text"  # word: what was asked
    SYNONYM = "synonym"  # word: what was asked, found: what it was read as
    TYPO = "typo"  # word: what was typed, found: what it was read as
    PARTS = "parts"  # word: what was asked; its parts stand apart
    WITHOUT = "without"  # word: a word that was asked and is not there
    NEAR = "near"  # km: as the crow flies
    REMOTE = "remote"
    AGE = "age"  # age_from, age_to: months
    LANGUAGE = "language"  # word: code of the language
    DOMAIN = "domain"  # word: code of the life domain
    OPEN = "open"  # word: the day, 1 to 7
    FREE_NOW = "free_now"
    SPECIFIC_NEED = "specific_need"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, with what it is about."""

    code: Why
    word: str = ""
    found: str = ""
    km: float | None = None
    months: tuple[int | None, int | None] | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """One service, with its reasons. ``km``: None where it is not on site or no place was asked."""

    key: str
    km: float | None
    remote: bool
    reasons: tuple[Reason, ...]
    shown: Mapping[str, Any] = field(default_factory=dict)


class Note(StrEnum):
    """What the page should say about the question itself."""

    SHORTENED = "shortened"  # too long: only its beginning was read
    NO_WORDS = "no_words"  # something was typed, but no word to look for
    LOOSENED = "loosened"  # not all words together were found


@dataclass(frozen=True, slots=True)
class Answer:
    """Ranked hits.

    ``total``: how many were met; of many it counts places, those of the box around the circle.
    ``read_as``: typed word to the word it was most likely meant to be. ``generation``: of the index.
    """

    hits: tuple[Hit, ...]
    total: int
    notes: frozenset[Note] = frozenset()
    read_as: Mapping[str, str] = field(default_factory=dict)
    generation: int = 0
