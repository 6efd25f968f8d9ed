"""What a paper is built of: parts with entries, whose words travel to it as data."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import get_language

LANGUAGE_SIGNS = (2, 3)
type Words = dict[str, Any]


def part(title: str, entries: list[Words]) -> Words:
    """A heading with what stands under it."""
    return {"title": title, "entries": entries}


def entry(
    *,
    heading: tuple[str, str] | None = None,
    lines: Iterable[str] = (),
    said: Iterable[tuple[str, str]] = (),
    tasks: Iterable[Words] = (),
) -> Words:
    """Own words come as a pair with their language; empty lines are left out."""
    return {
        "heading": spoken(*heading) if heading else None,
        "lines": [line for line in lines if line],
        "said": [spoken(words, language) for words, language in said],
        "tasks": list(tasks),
    }


def spoken(words: str, language: str) -> Words:
    """Somebody's own words in the language they were said in, so that they are read aloud in it."""
    known = len(language) in LANGUAGE_SIGNS and language.isascii() and language.isalpha()
    return {"text": words, "language": language.lower() if known else get_language() or "nl"}
