"""Words that mean the same to who asks: "schuldhulp" is "budgetbegeleiding" too."""

from functools import lru_cache

from kring.offer.directory.search.spelling import is_quiet, rows_of, words_of
from kring.offer.directory.search.stems import stems_in_any

type Phrase = tuple[str, ...]
"""Words that stand for one meaning together."""


@lru_cache(maxsize=1)
def _groups() -> tuple[tuple[Phrase, ...], ...]:
    return tuple(
        tuple(dict.fromkeys(_phrase(written) for written in line.split("|")))
        for line in rows_of("synonyms.csv")
    )


def _phrase(written: str) -> Phrase:
    words = words_of(written)
    return tuple(word for word in words if not is_quiet(word)) or tuple(words)


@lru_cache(maxsize=1)
def _by_stem() -> dict[str, tuple[int, ...]]:
    """Stem of a word that stands alone in a group, to its groups."""
    found: dict[str, tuple[int, ...]] = {}
    for place, group in enumerate(_groups()):
        for phrase in group:
            for stem in stems_in_any(phrase[0]) if len(phrase) == 1 else ():
                if place not in found.get(stem, ()):
                    found[stem] = (*found.get(stem, ()), place)
    return found


def synonym_words() -> list[str]:
    """Every word of the groups, in their order."""
    return list(dict.fromkeys(word for group in _groups() for phrase in group for word in phrase))


def same_as(word: str) -> list[Phrase]:
    """Other ways to say a word; empty where nobody knows any."""
    places = dict.fromkeys(place for stem in stems_in_any(word) for place in _by_stem().get(stem, ()))
    found = dict.fromkeys(phrase for place in places for phrase in _groups()[place])
    own = set(stems_in_any(word))
    return [phrase for phrase in found if len(phrase) > 1 or not own & set(stems_in_any(phrase[0]))]
