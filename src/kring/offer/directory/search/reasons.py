"""Why a hit is a hit, from its card: codes that pages put into words."""

from collections.abc import Iterable, Mapping
from typing import Any

from kring.offer.directory.search.documents import Query, Reason, Why
from kring.offer.directory.search.meaning import Asked
from kring.offer.directory.search.stems import stems_in_any

type Card = Mapping[str, Any]


def reasons(
    card: Card, query: Query, asked: Iterable[Asked], *, loosened: bool, km: float | None
) -> tuple[Reason, ...]:
    """First the words, then the place, then the rest of what was asked."""
    names = {word for words in card["n"].values() for word in words}
    stems = {stem: name for name in sorted(names) for stem in stems_in_any(name)}
    found = [_word(each, names, stems, loosened=loosened) for each in asked]
    if km is not None:
        found.append(Reason(Why.NEAR, km=round(km, 1)))
    elif card["r"] and (not card["s"] or query.near):
        found.append(Reason(Why.REMOTE))
    if query.age is not None and card["a"] != [None, None]:
        found.append(Reason(Why.AGE, months=(card["a"][0], card["a"][1])))
    found += [Reason(Why.LANGUAGE, code) for code in card["l"] if code in query.languages]
    found += [Reason(Why.DOMAIN, code) for code in card["d"] if code in query.domains]
    found += [Reason(Why.OPEN, str(day)) for day in card["o"] if day in query.open_on]
    if card["f"]:
        found.append(Reason(Why.FREE_NOW))
    if card["x"] and query.specific_need:
        found.append(Reason(Why.SPECIFIC_NEED))
    return tuple(found)


def _word(asked: Asked, names: set[str], stems: Mapping[str, str], *, loosened: bool) -> Reason:
    """How one word was met: in the name where it is there, else as its first reading says.

    A card holds the name alone, so of a word of the text only what it was read as is known; where the
    question was loosened, not even whether it is there.
    """
    if asked.word in names:
        return Reason(Why.IN_NAME, asked.word, asked.word)
    for reading in asked.readings:
        met = [next((stems[stem] for stem in group if stem in stems), "") for group in reading.groups]
        if met and all(met):
            code = Why.IN_NAME if reading.code == Why.IN_TEXT else reading.code
            return Reason(code, asked.word, reading.found or met[0])
    if loosened:
        return Reason(Why.WITHOUT, asked.word)
    meant = asked.read_as()
    return Reason(Why.TYPO, asked.word, meant) if meant else Reason(Why.IN_TEXT, asked.word)
