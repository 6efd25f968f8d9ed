"""What cannot wait: at most ten lines, each with one deed."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.journal import ledger
from kring.foundation.ui.addresses import address_of
from kring.foundation.ui.words import days_left_words, moment_words, short_day_words
from kring.registry.network.rules import PRIVACY_OFFICER
from kring.support.deployments.models import Continuity
from kring.support.deployments.queries import gaps_for
from kring.support.meetings.models import Interpreter
from kring.support.meetings.queries import interpreters_to_find
from kring.support.messages.queries import messages_waiting
from kring.support.requests.models import Handover, Request
from kring.support.requests.queries import handovers_waiting_for, requests_page
from kring.trust.access.glass import reviews_late, reviews_waiting
from kring.trust.access.readers import Reader
from kring.web.desk.line import Line
from kring.web.desk.places import Place
from kring.web.desk.plan_lines import plan_lines
from kring.web.desk.rows import Row, rows_of
from kring.web.desk.words import safety_words
from kring.web.upkeep.queries import calls_waiting

MOST = 10
WEEK = timedelta(days=7)


def lines_of(reader: Reader, places: list[Place], at: datetime) -> list[Line]:
    """Not safe and unseen first, then what waits for our yes, then promises that end this week."""
    urgent, due = _questions(places, at)
    asked = list(handovers_waiting_for(reader)[:MOST])
    ledger.saw_all("request", [row.request.key for row in asked])
    rows = rows_of([*urgent, *due][: 2 * MOST], reader, at)
    first, rest = rows[: len(urgent)], rows[len(urgent) :]
    lines = [_question(row, at) for row in first]
    lines += [_handover(row, at) for row in asked]
    lines += _reviews(reader, at)
    lines += _messages(reader, at)
    lines += _calls(reader, at)
    lines += plan_lines(reader, at, MOST)
    lines += [_interpreter(row, at) for row in interpreters_to_find(reader, at, MOST)]
    lines += [_gap(row, at) for row in gaps_for(reader, at, MOST)]
    lines += [_question(row, at) for row in rest]
    keys = [*"123456789", "0"]
    return [_numbered(line, key) for line, key in zip(lines, keys, strict=False)]


def _questions(places: list[Place], at: datetime) -> tuple[list[Request], list[Request]]:
    """The first due of all places: those nobody looked at while home is not safe, and the others."""
    found: dict[int, Request] = {}
    for place in places:
        week = place.scope.questions().filter(next_due_at__lte=at + WEEK)
        for row in requests_page(week, None, MOST).rows:
            found[row.pk] = row
    ordered = sorted(found.values(), key=lambda row: (row.next_due_at, row.key))
    urgent = [row for row in ordered if row.next_due_at < row.answer_due_at]
    due = [row for row in ordered if row.next_due_at >= row.answer_due_at]
    return urgent[:MOST], due[:MOST]


def _question(row: Row, at: datetime) -> Line:
    request = row.request
    left = days_left_words(request.next_due_at, at)
    why = f"{safety_words(request)} · {left}" if row.urgent else left
    late = row.urgent or request.next_due_at <= at + timedelta(days=1)
    return Line(
        title=f"{row.title} · {row.place}" if row.place else row.title,
        why=why,
        holder=f"{request.desk.name} · {row.where}",
        url=row.url,
        act=row.step.words,
        act_url=row.step.url,
        is_deed=row.step.is_deed,
        kind="late" if late else "soon",
    )


def _handover(row: Handover, at: datetime) -> Line:
    return Line(
        title=_("%(desk)s vraagt jullie een vraag over te nemen") % {"desk": row.from_desk.name},
        why=_("antwoord: %(left)s") % {"left": days_left_words(row.return_at, at)},
        holder=row.from_desk.name,
        url=address_of("desk:handover", row.key),
        act=_("Zeg ja of nee"),
        act_url=address_of("desk:handover", row.key),
        is_deed=False,
        kind="info",
    )


def _calls(reader: Reader, at: datetime) -> list[Line]:
    """One line for everybody who waits for a call."""
    waiting = calls_waiting(reader, at)
    if not waiting:
        return []
    title = ngettext("%(count)d telefoontje te doen", "%(count)d telefoontjes te doen", waiting) % {
        "count": waiting
    }
    url = address_of("upkeep:calls")
    why, act = _("zij kozen voor de telefoon"), _("Naar de lijst")
    return [Line(title, why, "", url, act, url, is_deed=False, kind="info")]


def _messages(reader: Reader, at: datetime) -> list[Line]:
    """One line for everybody of a family who wrote and waits for an answer."""
    waiting = messages_waiting(reader, at)
    if not waiting:
        return []
    title = ngettext("%(count)d ongelezen bericht", "%(count)d ongelezen berichten", waiting) % {
        "count": waiting
    }
    url = address_of("talk:talks")
    why, act = _("van mensen uit een gezin"), _("Lees en antwoord")
    return [Line(title, why, "", url, act, url, is_deed=False, kind="info")]


def _gap(row: Continuity, at: datetime) -> Line:
    """For the anchor person: days ahead without help."""
    family = row.plan.family
    day = row.gap_from or local_day(at)
    ahead = day > local_day(at)
    said = {"name": family.name, "day": short_day_words(day, at)}
    coming, now = (
        _("Gezin %(name)s: vanaf %(day)s loopt er geen hulp"),
        _("Gezin %(name)s: sinds %(day)s loopt er geen hulp"),
    )
    title = (coming if ahead else now) % said
    why = _("regel nu wat er komt") if ahead else _("er loopt nu geen hulp")
    url, act_url = (
        address_of("family_file:family", family.key),
        address_of("together:plan_help", family.key),
    )
    kind = "soon" if ahead else "late"
    return Line(title, why, "", url, _("Plan hulp"), act_url, is_deed=False, kind=kind)


def _interpreter(row: Interpreter, at: datetime) -> Line:
    """For the anchor person: an interpreter that is still to be found."""
    meeting = row.meeting
    url = address_of("together:meeting", meeting.plan.family.key, meeting.key)
    title = _("Zoek een tolk voor een afspraak met gezin %(name)s") % {"name": meeting.plan.family.name}
    why = moment_words(meeting.starts_at, at)
    late = meeting.starts_at <= at + timedelta(days=2)
    kind = "late" if late else "soon"
    return Line(title, why, "", url, _("Naar de afspraak"), url, is_deed=False, kind=kind)


def _reviews(reader: Reader, at: datetime) -> list[Line]:
    """For the officer: emergency accesses that wait for a verdict, and how many are late."""
    waiting = reviews_waiting().count() if reader.may(PRIVACY_OFFICER) else 0
    if not waiting:
        return []
    title = ngettext(
        "%(count)d noodtoegang na te kijken", "%(count)d noodtoegangen na te kijken", waiting
    ) % {"count": waiting}
    late = reviews_late(at)
    why = _("%(count)d te laat") % {"count": late} if late else _("binnen vijf werkdagen")
    url = address_of("guard:reviews")
    kind = "late" if late else "soon"
    return [Line(title, why, "", url, _("Kijk na"), url, is_deed=False, kind=kind)]


def _numbered(line: Line, key: str) -> Line:
    return Line(**{name: getattr(line, name) for name in Line.__slots__} | {"key": key})
