"""From text to words: accents folded, capitals gone, stop words known."""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

MOST_LETTERS, MOST_WORDS, LONGEST_WORD = 240, 8, 48
"""Of a question; a longer one is read no further. Words of a text are cut at the longest too."""

DATA = Path(__file__).parent / "data"
_WORD = re.compile(r"[^\W_]+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "ß": "ss", "đ": "d"})


def fold(text: str) -> str:
    """Small letters without accents."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).translate(_LIGATURES)


def words_of(text: str) -> list[str]:
    """The words of a text in their order. What stands loose around an apostrophe is no word."""
    return [word[:LONGEST_WORD] for word in _WORD.findall(fold(text)) if len(word) > 1 or word.isdigit()]


def rows_of(name: str) -> list[str]:
    """The lines of a small data file, without comments."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@lru_cache(maxsize=4)
def stop_words(language: str) -> frozenset[str]:
    """Words that say nothing by themselves in a language; of one we do not know, those of Dutch."""
    by_language = {line[:2]: frozenset(line.split()[1:]) for line in rows_of("stop_words.txt")}
    return by_language.get(language, by_language["nl"])


@lru_cache(maxsize=10_000)
def is_quiet(word: str) -> bool:
    """Whether a word says nothing in any of the three: French "les" is a Dutch word too."""
    return any(word in stop_words(language) for language in ("nl", "fr", "en"))
