"""Entries as a calendar file (RFC 5545)."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from importlib import import_module
from types import ModuleType
from urllib.parse import urlsplit

from django.conf import settings

from kring.exchange.calendars.queries import Entry


@cache
def _icalendar() -> ModuleType:
    """Read in half a second, so only by who makes a calendar."""
    return import_module("icalendar")


def calendar_of(entries: Iterable[Entry], at: datetime) -> bytes:
    """The calendar: when, and the few words its level allows; never a place, never a text."""
    library = _icalendar()
    calendar = library.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Kring//Kring//NL")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Kring")
    for entry in entries:
        event = library.Event()
        event.add("uid", f"{entry.key}@{urlsplit(settings.PUBLIC_URL).hostname}")
        event.add("dtstamp", at)
        event.add("dtstart", entry.starts)
        event.add("dtend", entry.ends)
        event.add("summary", entry.summary)
        event.add("sequence", entry.sequence)
        event.add("class", "PRIVATE")
        if not isinstance(entry.starts, datetime):
            event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    raw: bytes = calendar.to_ical()
    return raw
