"""A meeting as a calendar file: when it is, and nothing of who, what or where."""

from datetime import datetime
from functools import cache
from importlib import import_module
from types import ModuleType
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from kring.foundation.keys.sealing import hash_code
from kring.foundation.outbox.texts import Enclosure
from kring.support.meetings.models import Invitee, Meeting
from kring.support.meetings.states import CANCELLED
from kring.support.plans.rules import may_take_part

MEDIA_TYPE = "text/calendar"
FILE_NAME = "afspraak.ics"
LINK = "/uitnodiging/"


@cache
def _icalendar() -> ModuleType:
    """Read in half a second, so only by who makes a calendar."""
    return import_module("icalendar")


def calendar_file(meeting: Meeting, at: datetime, *, url: str = "") -> bytes:
    """The meeting for somebody's calendar (RFC 5545). ``url`` leads back to a page that knows more.

    Content-free: a calendar is seen by who looks over a shoulder, and kept by who runs it.
    """
    library = _icalendar()
    event = library.Event()
    event.add("uid", f"{meeting.key}@{urlsplit(settings.PUBLIC_URL).hostname}")
    event.add("dtstamp", at)
    event.add("dtstart", meeting.starts_at)
    event.add("dtend", meeting.ends_at)
    event.add("summary", _("Afspraak"))
    event.add("sequence", meeting.sequence)
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if meeting.state == CANCELLED else "CONFIRMED")
    if url:
        event.add("url", url)
    calendar = library.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Kring//Kring//NL")
    calendar.add("method", "CANCEL" if meeting.state == CANCELLED else "PUBLISH")
    calendar.add_component(event)
    raw: bytes = calendar.to_ical()
    return raw


def invitee_by(token: str) -> Invitee | None:
    """Who was invited by the link with this token."""
    rows = Invitee.objects.filter(token_hash=hash_code(token))
    return rows.select_related("meeting__plan__family", "meeting__item", "person", "worker").first()


def enclose_calendar(link: str, at: datetime) -> Enclosure | None:
    """The calendar file that goes along with an invitation; None when its link is dead."""
    invitee = invitee_by(link.removeprefix(LINK).strip("/"))
    if invitee is None:
        return None
    url = settings.PUBLIC_URL.rstrip("/") + link
    return Enclosure(FILE_NAME, MEDIA_TYPE, calendar_file(invitee.meeting, at, url=url))


def may_still_come(invitee: Invitee, at: datetime) -> bool:
    """Whether this invitation still stands: a second parent's only while that is called safe."""
    if invitee.person is None:
        return True
    rows = invitee.meeting.item.subjects.filter(aside=False).select_related("person").order_by("pk")
    return may_take_part([row.person for row in rows], [invitee.person], at)
