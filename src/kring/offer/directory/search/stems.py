"""Stems of a word: a word is found when one of them is.

Both Dutch stemmers, as each fails on words the other knows: that of the Porter kind leaves "huizen" and
"huis" apart, the other turns "gezinnen" into "zin". The first is taken on to its bare sounds, so that
"boze" is "boos". Besides them the irregular forms, and the word itself: both make "wens" into "wen".
"""

import re
from functools import lru_cache

import Stemmer

from kring.offer.directory.search.spelling import rows_of

_BY_LANGUAGE = {
    "nl": (Stemmer.Stemmer("dutch", 0), Stemmer.Stemmer("dutch_porter", 0)),
    "fr": (Stemmer.Stemmer("french", 0),),
    "en": (Stemmer.Stemmer("english", 0),),
}
LANGUAGES = tuple(_BY_LANGUAGE)
_SHORTEST_STEM, _SHORTEST_BEHEADED, _SHORTEST_FORM, _SHORTEST_PAST = 2, 4, 5, 7
START = 4
"""The first letters, which the forms of a word almost always share."""
_PORTER = _BY_LANGUAGE["nl"][1]
_DOUBLED = re.compile(r"([a-z])\1")
_SMALL = re.compile(r"(?:([bdfgklmnprst])\1etjes?|(m)pjes?)$")
_HARD = {"z": "s", "v": "f"}


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    """Irregular form to base form, Dutch."""
    pairs = (line.split() for line in rows_of("irregular.txt"))
    return {form: base for base, *forms in pairs for form in forms}


@lru_cache(maxsize=200_000)
def stems(word: str, language: str = "nl") -> tuple[str, ...]:
    """The stems of a folded word, without doubles. An unknown language is read as Dutch."""
    forms = [word]
    if language not in {"fr", "en"} and (base := _irregular().get(word)):
        forms.append(base)
    found = dict.fromkeys(forms)
    for stemmer in _BY_LANGUAGE.get(language, _BY_LANGUAGE["nl"]):
        for form in forms:
            stem = stemmer.stemWord(form)
            found[stem if _is_sound(form, stem) else form] = None
            if stemmer is _PORTER:
                found[_bare(stem)] = None
    if language not in {"fr", "en"} and (left := _left_of(word)):
        found[_bare(_PORTER.stemWord(left))] = None
    return tuple(found)


def _is_sound(word: str, stem: str) -> bool:
    """Whether a stem is worth having. What lost its beginning must be long: "gezond" is no "zon"."""
    least = _SHORTEST_STEM if stem[:1] == word[:1] else _SHORTEST_BEHEADED
    return len(stem) >= least


def _left_of(word: str) -> str:
    """What is left of a form that no stemmer takes apart: weak verbs, small things, a folded "ë"."""
    if len(word) < _SHORTEST_FORM:
        return ""
    if (small := _SMALL.sub(r"\1\2", word)) != word:
        return small
    if word.endswith(("ieen", "eeen")):
        return word[:-2]
    if word[-1] not in "dt":
        return ""
    return word[2:-1] if word.startswith("ge") and len(word) >= _SHORTEST_PAST else word[:-1]


def _bare(stem: str) -> str:
    """Single letters for double ones, and a hard letter at the end: "boz" and "boos" are "bos"."""
    single = _DOUBLED.sub(r"\1", stem)
    return single[:-1] + _HARD.get(single[-1], single[-1]) if len(single) > _SHORTEST_STEM else stem


@lru_cache(maxsize=50_000)
def stems_in_any(word: str) -> tuple[str, ...]:
    """The stems in every language: of a question nobody says in which one it is."""
    return tuple(dict.fromkeys(stem for language in LANGUAGES for stem in stems(word, language)))
