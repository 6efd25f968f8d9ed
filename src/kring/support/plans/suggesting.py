"""Which life domain words point to: a suggestion by simple word matching, never a question.

``data/domain_words.csv`` gives the beginnings of words of each domain of the default list, in Dutch,
French and English together. The domain most words point to is meant; of two, the first in the file.
"""

import csv
from collections import Counter
from functools import cache
from pathlib import Path

from kring.foundation.records.folding import fold

FILE = Path(__file__).parent / "data" / "domain_words.csv"


@cache
def _stems() -> dict[str, tuple[str, ...]]:
    with FILE.open() as lines:
        return {row["domain"]: tuple(row["stems"].split()) for row in csv.DictReader(lines)}


def suggested_domain(words: str) -> str:
    """The code of the domain these words point to; empty when none does."""
    said = fold(words).split()
    found = Counter(
        domain for domain, stems in _stems().items() for word in said if word.startswith(stems)
    )
    return max(found, key=lambda domain: found[domain], default="")
