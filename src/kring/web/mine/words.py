"""What is kept about somebody, in plain words for that person."""

from datetime import datetime

from django.utils.translation import gettext as _

from kring.foundation.deadlines.calendar import last_day_of
from kring.foundation.records.local_text import choice_words
from kring.foundation.ui.words import day_words, phone_words
from kring.registry.people.models import ContactChannel
from kring.support.requests.models import Request
from kring.trust.access.looking import Look
from kring.trust.access.models import Involvement
from kring.trust.consent.models import Consent
from kring.web.shell.looking_words import because_words, page_words


def state_words(question: Request, at: datetime) -> str:
    """Where a question stands, in one sentence."""
    if question.closed_at is None:
        day = day_words(last_day_of(question.answer_due_at), at)
        return _("Je krijgt een duidelijk antwoord, ten laatste op %(day)s.") % {"day": day}
    return {
        "answered": _("Er is een antwoord op je vraag."),
        "withdrawn": _("Je trok je vraag in."),
        "special_route": _("Je vraag ging naar een dienst die hier meer in kan doen."),
        "not_possible": _("Er is nu geen hulp mogelijk. De dienst legt je uit waarom."),
        "joined": _("Je vraag hoort nu samen met een andere vraag."),
    }.get(question.state, _("Je vraag is afgesloten."))


def channel_words(channel: ContactChannel) -> str:
    """A way to reach somebody, with its hours."""
    value = channel.value if channel.kind == ContactChannel.Kind.EMAIL else phone_words(channel.value)
    said = [choice_words(ContactChannel.Kind, channel.kind), value, channel.hours]
    return ", ".join(word for word in said if word)


def look_words(look: Look) -> str:
    """Who looked, for whom, at what and why."""
    who = look.who or _("Iemand")
    if look.organisation:
        who = f"{who} ({look.organisation})"
    why = because_words(look.because)
    return ", ".join(part for part in (f"{who} {page_words(look.page)}", why) if part) + "."


def looked_words(look: Look) -> str:
    """At what somebody looked and why, without who."""
    return ", ".join(part for part in (page_words(look.page), because_words(look.because)) if part)


def helper_words(row: Involvement) -> str:
    """The name of who takes part: a worker, those on duty at a desk, or an organisation."""
    if row.desk is not None:
        return _("wie dienst doet bij %(desk)s") % {"desk": row.desk.name}
    who = row.worker or row.organisation
    return who.name if who is not None else ""


def role_words(row: Involvement, at: datetime) -> str:
    """Why somebody reads along, and since when."""
    role = choice_words(Involvement.Role, row.role)
    since = _("sinds %(day)s") % {"day": day_words(row.starts_at, at)}
    return ", ".join(word for word in (role, since) if word)


def answer_words(consent: Consent, at: datetime) -> str:
    """What somebody answered, when, and whether it still holds."""
    said = choice_words(Consent.Outcome, consent.outcome)
    words = _("%(answer)s, op %(day)s") % {"answer": said, "day": day_words(consent.starts_at, at)}
    over = consent.ends_at is not None and consent.ends_at <= at
    return words + (" " + _("(geldt niet meer)") if over else "")


def receiver_words(consent: Consent) -> str:
    """With whom an answer lets share."""
    if consent.organisation is not None:
        return consent.organisation.name
    return consent.reader.name if consent.reader is not None else ""


def given_words(consent: Consent, at: datetime) -> str:
    """One answer in a line: to whom, what, and when."""
    said = [receiver_words(consent), answer_words(consent, at)]
    return ": ".join(word for word in said if word)
