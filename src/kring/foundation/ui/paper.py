"""Pages on paper: one manner for every PDF of the product.

A paper is a typst template beside its room and words that travel to it as data, so that none of
them is ever markup. It comes out as PDF/UA-1, which a screen reader reads in order. Only the fonts
that typst brings along are used, so it looks the same on every server.
"""

import csv
import json
import unicodedata
from bisect import bisect_right
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

ACCESSIBLE: Literal["ua-1"] = "ua-1"
LETTERS = Path(__file__).parent / "data" / "letters.csv"
"""The signs that the fonts of typst can show, as ranges: PDF/UA refuses a page with any other."""
ENTRIES = Path(__file__).parent / "data" / "entries.typ"
"""A title, and parts with entries: a heading and lines of a label with words."""
UNSHOWN = "▯"
"""Stands in the place of a sign that no font can show, such as a picture."""
MISLEADING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the order of others around: whoever reads would read something else."""
LAST_OF_LATIN = 0x17F


def as_paper(template: Path, words: Any, at: datetime) -> bytes:
    """The paper of these words as a tagged PDF; ``at`` is its date.

    ``words`` are JSON values: text, numbers, lists, dictionaries.
    """
    try:
        return _made(template, showable(words), at)
    except typst.TypstError:
        # Signs that are shown alone and not together: the letters of our languages always are.
        return _made(template, showable(words, latin=True), at)


def _made(template: Path, words: Any, at: datetime) -> bytes:
    made: bytes = typst.compile(
        template.read_bytes(),
        sys_inputs={"data": json.dumps(words)},
        ignore_system_fonts=True,
        pdf_standards=[ACCESSIBLE],
        timestamp=int(at.timestamp()),
    )
    return made


def showable(words: Any, *, latin: bool = False) -> Any:
    """The same values with only signs that can be printed; ``latin`` keeps the letters of Europe."""
    if isinstance(words, str):
        shown = "".join(_sign(one, latin=latin) for one in unicodedata.normalize("NFC", words))
        return shown if _is_seen(shown) or not words.strip() else UNSHOWN
    if isinstance(words, dict):
        return {name: showable(value, latin=latin) for name, value in words.items()}
    if isinstance(words, list | tuple):
        return [showable(value, latin=latin) for value in words]
    return words


def _is_seen(words: str) -> bool:
    """Whether anything of it can be seen: a heading of signs without ink would be an empty one."""
    return any(unicodedata.category(one)[0] not in "CZ" for one in words)


def _sign(one: str, *, latin: bool) -> str:
    if "!" <= one <= "~" or one in " \n":
        return one
    if one in MISLEADING:
        return ""
    if unicodedata.category(one) in {"Cc", "Zl", "Zp"}:
        return " " if one.isspace() else ""
    if latin and ord(one) > LAST_OF_LATIN:
        return UNSHOWN
    return one if _is_shown(one) else UNSHOWN


@cache
def _ranges() -> tuple[list[int], list[int]]:
    with LETTERS.open() as lines:
        rows = [(int(row["first"], 16), int(row["last"], 16)) for row in csv.DictReader(lines)]
    return [first for first, _last in rows], [last for _first, last in rows]


def _is_shown(one: str) -> bool:
    firsts, lasts = _ranges()
    place = bisect_right(firsts, ord(one)) - 1
    return place >= 0 and ord(one) <= lasts[place]
