"""Small pieces of HTML built in Python, as ``format_html`` of Django builds them, for hot places.

Django asks of every value whether it is lazy, safe or neither, by four calls; nearly all are plain
text without a sign to escape. The answers are the same, and a test holds that.
"""

import re
from collections.abc import Iterable
from html import escape

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

TO_ESCAPE = re.compile("[&<>\"']")


def escaped(value: object) -> str:
    """A value as it may stand in HTML; what is safe already stays as it is."""
    if type(value) is SafeString:
        return value
    if type(value) is str:
        return escape(value) if TO_ESCAPE.search(value) else value
    return conditional_escape(value)  # type: ignore[arg-type]


def filled(form: str, *values: object, **named: object) -> SafeString:
    """The form (our own HTML) with each value escaped in its place."""
    return SafeString(
        form.format(*map(escaped, values), **{name: escaped(value) for name, value in named.items()})
    )


def joined(pieces: Iterable[str]) -> SafeString:
    """Pieces one after another; each is escaped unless it is safe."""
    return SafeString("".join(map(escaped, pieces)))
