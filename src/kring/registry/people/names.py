"""Names as they are compared: without accents and case, with their particles glued on.

"Van den Berghe", "Vandenberghe" and "VAN DEN BERGHE" are one name; "El Amrani" is found under
"elamrani", "el amrani" and "amrani".
"""

from collections import Counter
from difflib import SequenceMatcher

from kring.foundation.records.folding import fold

PARTICLES = frozenset(
    "van von vander vanden vande den der de het ter ten te t d la le les du des da do dos del della "
    "di el al ben bin ibn abd abu ait st mac mc o".split()
)


def search_name(*parts: str) -> str:
    """What is stored beside a name so that it can be found; at most 250 signs."""
    words: list[str] = []
    for part in parts:
        for glued, bare in _glue(fold(part).split()):
            words += [glued] if bare == glued else [glued, bare]
    return " ".join(dict.fromkeys(words))[:250]


def typed_name(text: str) -> list[str]:
    """The words to look for when somebody types a name."""
    return [glued for glued, _bare in _glue(fold(text[:200]).split())]


class Wanted:
    """A name held against many others: its own letters are looked at once."""

    def __init__(self, name: str) -> None:
        self.name = _in_order(typed_name(name))
        self.letters = Counter(self.name)

    def likeness(self, other: str, *, at_least: float = 0.0) -> float:
        """How alike the other name is, from 0 to 1; the order of first and last name does not matter.

        Less than ``at_least`` may come back as 0: whoever looks through hundreds needs no more, and
        most are ruled out by the letters they hold.
        """
        words = fold(other[:200])
        letters = len(words) - words.count(" ")
        if not self.name or not letters:
            return 0.0
        # The most that they can be alike, in whatever order their letters stand.
        both = len(self.name) + letters
        if 2 * min(len(self.name), letters) / both < at_least:
            return 0.0
        shared = sum(min(count, words.count(sign)) for sign, count in self.letters.items())
        if 2 * shared / both < at_least:
            return 0.0
        theirs = _in_order([glued for glued, _bare in _glue(words.split())])
        return SequenceMatcher(None, self.name, theirs, autojunk=False).ratio()


def alike(one: str, other: str, *, at_least: float = 0.0) -> float:
    """How alike two names are, from 0 to 1; see ``Wanted``."""
    return Wanted(one).likeness(other, at_least=at_least)


def _in_order(words: list[str]) -> str:
    return "".join(sorted(words))


def _glue(words: list[str]) -> list[tuple[str, str]]:
    """Pairs of a word with its particles before it, and without."""
    found: list[tuple[str, str]] = []
    before = ""
    for word in words:
        if word in PARTICLES:
            before += word
            continue
        found.append((before + word, word))
        before = ""
    return [*found, (before, before)] if before else found
