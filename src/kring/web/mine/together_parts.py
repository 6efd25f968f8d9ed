"""Help, meetings and documents as parts of what is kept: for the page and for the copy."""

from django.utils.translation import gettext as _

from kring.foundation.records.local_text import choice_words
from kring.foundation.ui.words import day_words, moment_words
from kring.support.deployments.models import Deployment
from kring.support.deployments.queries import help_about
from kring.support.deployments.states import CANCELLED
from kring.support.documents.models import DocumentKind
from kring.support.documents.queries import documents_about
from kring.support.meetings.models import Meeting, MeetingKind, Where
from kring.support.meetings.queries import all_own_meetings, minutes_of
from kring.support.meetings.states import CANCELLED as CALLED_OFF
from kring.trust.access.own_part import OwnHelpers, own_helpers, people_stood_beside
from kring.web.mine.seen import Entry, Seen


def helping(seen: Seen) -> list[Entry]:
    """The help that ran, runs or comes, as far as this person may read of it.

    Of a helper of somebody else neither the organisation nor the days are told.
    """
    persons = [seen.person, *people_stood_beside(seen.reader, seen.at)]
    found = help_about(seen.reader, persons, seen.at)
    own = own_helpers(seen.person, seen.at) if found else None
    return [_help(one, own, seen) for one in found]


def meetings(seen: Seen) -> list[Entry]:
    """The meetings this person was asked to, with what was written of them that they may read."""
    found = all_own_meetings(seen.person, seen.at)
    written = minutes_of(seen.reader, found, seen.at)
    return [_meeting(one, written.get(one.pk, "")) for one in found]


def documents(seen: Seen) -> list[Entry]:
    """The documents this person may read, by name: each can be taken along by itself."""
    persons = [seen.person, *people_stood_beside(seen.reader, seen.at)]
    return [
        Entry(one.title, [(choice_words(DocumentKind, one.kind), day_words(one.added_at, seen.at))])
        for one in documents_about(seen.reader, persons, seen.at, most=400)
    ]


def _help(one: Deployment, own: OwnHelpers | None, seen: Seen) -> Entry:
    about = {row.person_id for row in one.item.subjects.all() if not row.aside}
    if seen.person.pk not in about and (own is None or not own.wrote(None, one.organisation_id)):
        return Entry(one.what, [])
    lines = [(_("Door wie"), one.organisation.name)]
    if one.starts_at is not None:
        lines.append((_("Begon op"), day_words(one.starts_at, seen.at)))
    elif one.state != CANCELLED:
        lines.append((_("Begint op"), day_words(one.planned_from)))
    if one.ends_at is not None:
        lines.append((_("Stopte op"), day_words(one.ends_at, seen.at)))
    if one.state == CANCELLED:
        lines.append((_("Hoe het liep"), _("ging niet door")))
    return Entry(one.what, lines)


def _meeting(one: Meeting, minutes: str) -> Entry:
    lines = [
        (_("Wat"), choice_words(MeetingKind, one.kind)),
        (_("Waar"), one.place or choice_words(Where, one.where)),
        (_("Waarover"), one.about_words),
        (_("Ging niet door"), one.cancelled_because if one.state == CALLED_OFF else ""),
        (_("Verslag"), minutes),
    ]
    return Entry(moment_words(one.starts_at), [(label, text) for label, text in lines if text])
