"""What a typed word may mean: itself, the same said otherwise, its parts, or a word like it."""

from dataclasses import dataclass

from kring.offer.directory.search.compounds import listed_parts
from kring.offer.directory.search.documents import Why
from kring.offer.directory.search.lexicon import Lexicon
from kring.offer.directory.search.spelling import MOST_LETTERS, MOST_WORDS, is_quiet, words_of
from kring.offer.directory.search.stems import stems_in_any
from kring.offer.directory.search.synonyms import Phrase, same_as

_SYNONYM, _PARTS, _TYPO = 0.6, 0.5, 0.7
"""How much a reading weighs beside the word itself; two wrong letters weigh half of one."""
_READ_FURTHER = 1
"""Of how many near words the synonyms and parts are looked for too."""

type Group = tuple[str, ...]
"""Stems of which any will do."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word. Each of its groups must be met; ``found`` is what it was read as."""

    code: Why
    weight: float
    groups: tuple[Group, ...]
    found: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A typed word with all its readings, the nearest first."""

    word: str
    readings: tuple[Reading, ...]

    def read_as(self) -> str:
        """The word it was most likely meant to be, empty where it stands as typed."""
        return next((reading.found for reading in self.readings if reading.code == Why.TYPO), "")


class Reader:
    """Reads words with the lexicon of one index."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._splitter = lexicon.splitter

    def words(self, text: str) -> tuple[list[str], bool]:
        """The words of a question that say something, and whether it was shortened."""
        words = dict.fromkeys(words_of(text[:MOST_LETTERS]))
        telling = [word for word in words if not is_quiet(word) or self._lexicon.is_dutch(word)]
        shortened = len(text.strip()) > MOST_LETTERS or len(telling) > MOST_WORDS
        return telling[:MOST_WORDS], shortened

    def read(self, word: str, *, loosely: bool) -> Asked:
        """All readings of a word. Of one that is there as typed, near words are sought only when asked.

        A word of our own list is well spelled: "rouw" is never read as "vrouw". One of which another
        form is there may still be mistyped ("alleenstaane"), by one letter.
        """
        known = self._lexicon.knows(word)
        readings = [Reading(Why.IN_TEXT, 1.0, (stems_in_any(word),)), *self._otherwise(word, 1.0)]
        if not self._lexicon.has(word) or (loosely and word not in listed_parts()):
            readings += self._near(word, letters=1 if known else 2)
        return Asked(word, tuple(readings))

    def _otherwise(self, word: str, weight: float) -> list[Reading]:
        found = [
            Reading(Why.SYNONYM, weight * _SYNONYM, _groups(phrase), " ".join(phrase))
            for phrase in same_as(word)
        ]
        found.extend(
            Reading(Why.PARTS, weight * _PARTS, _groups(parts), " ".join(parts))
            for parts in self._splitter.finest(word)
        )
        return found

    def _near(self, word: str, letters: int) -> list[Reading]:
        near = self._lexicon.near(word, letters)
        found = [
            Reading(Why.TYPO, _TYPO / distance, (stems_in_any(other),), other)
            for other, distance in near
        ]
        for other, distance in near[:_READ_FURTHER]:
            further = self._otherwise(other, _TYPO / distance)
            found.extend(Reading(Why.TYPO, each.weight, each.groups, other) for each in further)
        return found


def _groups(phrase: Phrase) -> tuple[Group, ...]:
    return tuple(stems_in_any(word) for word in phrase)
