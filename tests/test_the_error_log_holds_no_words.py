"""A fault is told with its kind and place, never with what was in it."""

import logging

from kring.error_log import WordlessFormatter


def broken() -> None:
    try:
        {}["Sofia El Amrani"]
    except KeyError as inner:
        raise ValueError("sofia@example.org") from inner


def test_the_message_of_an_exception_stays_out() -> None:
    try:
        broken()
    except ValueError as fault:
        record = logging.LogRecord(
            "django.request", logging.ERROR, __file__, 1, "%s", ("/vragen/?q=Sofia",), None
        )
        record.exc_info = (type(fault), fault, fault.__traceback__)
        told = WordlessFormatter().format(record)
    assert "ValueError from KeyError" in told
    assert __file__ in told
    words = [line for line in told.splitlines() if "raise" not in line and "{}[" not in line]
    assert not [line for line in words if "Sofia" in line or "sofia@" in line]
