"""Folding of names, so that what people type finds what was written down."""

import unicodedata

_PLAIN = str.maketrans(
    {sign: " " for sign in map(chr, range(128)) if not sign.isalnum()}
    | {sign: sign.lower() for sign in map(chr, range(128)) if sign.isupper()}
)
_LETTERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)


def fold(text: str) -> str:
    """Small letters and digits without accents, words parted by one space.

    "Sint-Genesius-Rode" gives "sint genesius rode", "Évrard" gives "evrard".
    """
    if text.isascii():
        # Most names are: no accents to look for, sign by sign.
        return " ".join(text.translate(_PLAIN).split())
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    kept = "".join(sign if sign.isalnum() else " " for sign in plain if not unicodedata.combining(sign))
    return " ".join(kept.split())
