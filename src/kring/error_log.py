"""Faults on standard error, without words: what broke and where, never what was in it.

The message of an exception may hold a name or an address, so it stays out; the lines of code tell
enough to find the fault.
"""

import logging
import traceback
from types import TracebackType

type Fault = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WordlessFormatter(logging.Formatter):
    """The route, the kind of exception and its stack; the message and its values are left out."""

    def format(self, record: logging.LogRecord) -> str:
        lines = [f"{self.formatTime(record)} {record.levelname} {record.name}"]
        if record.exc_info:
            lines.append(self.formatException(record.exc_info))
        return "\n".join(lines)

    def formatException(self, ei: Fault) -> str:  # noqa: N802 - the name is given
        kind, fault, place = ei
        chain = []
        while fault is not None:
            chain.append(type(fault).__name__)
            fault = fault.__cause__ or fault.__context__
        stack = "".join(traceback.format_tb(place)) if place else ""
        return f"{' from '.join(chain) or kind}\n{stack}".rstrip()
