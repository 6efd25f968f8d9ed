"""The neutral messages of this room, with the calendar file. Never content."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.outbox.texts import register_text
from kring.support.meetings.invitations import enclose_calendar

register_text(
    "meeting_asked",
    subject=_("Kring: een afspraak"),
    body=_("Iemand wil je graag spreken; kijk wanneer en zeg of je komt met deze link."),
    encloses=enclose_calendar,
)
register_text(
    "meeting_moved",
    subject=_("Kring: een afspraak is veranderd"),
    body=_("Een afspraak is verplaatst; kijk wanneer en zeg of je komt met deze link."),
    encloses=enclose_calendar,
)
register_text(
    "meeting_cancelled",
    subject=_("Kring: een afspraak gaat niet door"),
    body=_("Een afspraak gaat niet door; je leest het met deze link."),
    encloses=enclose_calendar,
)
