"""The panels of the family file: one explicit list, each from its own room.

A new room adds one line here; lower rooms never know the file.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.records.local_text import choice_words
from kring.foundation.ui.addresses import address_of
from kring.registry.people.models import ContactChannel, Family, Person
from kring.registry.people.queries import safe_channels
from kring.support.deployments.queries import deployments_for, gap_in
from kring.support.meetings.queries import meetings_for
from kring.support.meetings.states import PLANNED as MEETING_PLANNED
from kring.support.notes.queries import notes_about
from kring.support.plans.queries import current_plan
from kring.support.requests.models import ClockKind, Request
from kring.support.requests.queries import asked_alone_by, clocks_of
from kring.support.thresholds.kinds import kind_words
from kring.support.thresholds.queries import thresholds_of
from kring.support.thresholds.words import state_words
from kring.trust.access.alone import let_in_alone
from kring.trust.access.looking import times_looked
from kring.trust.access.models import Involvement
from kring.trust.access.queries import DESK_WORK, each_hand_once
from kring.trust.access.readers import Reader
from kring.trust.consent.models import Consent
from kring.web.family_file.band import band_of
from kring.web.family_file.people_around import Around
from kring.web.family_file.telling import told
from kring.web.family_file.words import age_words, involvement_role, member_role
from kring.web.shell.looking_words import because_words

LOOKED_SINCE = timedelta(days=7)
LAST_NOTES = 4
MOST_MEETINGS = 3


@dataclass(frozen=True, slots=True)
class Seen:
    """What every panel starts from."""

    family: Family
    around: Around
    reader: Reader
    at: datetime
    questions: list[Request]
    glass: bool = False
    hidden: bool = False
    """Opened in an emergency, with a protected address: no place and nobody's work place shows."""


@dataclass(frozen=True)
class Panel:
    """One part of the file: its heading, its place, who may see it and what it shows."""

    title: str | Promise
    order: int
    may_see: Callable[[Seen], bool]
    context: Callable[[Seen], dict[str, Any]]
    template: str
    aside: bool = False


def _always(_seen: Seen) -> bool:
    return True


def _unhidden(seen: Seen) -> bool:
    return not seen.hidden


def _sees_around(seen: Seen) -> bool:
    """Not in an emergency that hides, and not to who reads item by item."""
    return not seen.hidden and not seen.around.item_by_item


def people(seen: Seen) -> dict[str, Any]:
    """Members with age, language, interpreter and protected address; and how to reach them safely.

    Who reads item by item is told that by the family or its anchor person.
    """
    members = seen.around.members
    told = [] if seen.around.item_by_item else members
    channels = safe_channels((person.pk for _row, person in told), seen.at)
    return {
        "members": [_member(seen, row.role, person, channels.get(person.pk)) for row, person in members],
        "family": seen.family,
        "may_add": not seen.glass
        and not seen.around.item_by_item
        and (bool(members) or not seen.around.memberships),
    }


def questions(seen: Seen) -> dict[str, Any]:
    """The questions of this family that the reader may see, the newest first."""
    return {"questions": seen.questions}


def clocks(seen: Seen) -> dict[str, Any]:
    """The three clocks of the newest question."""
    if not seen.questions:
        return {"clocks": []}
    names = {
        "answer": _g("Duidelijk antwoord"),
        "first_support": _g("Eerste ondersteuning"),
        "agreed_help": _g("Afgesproken hulp gestart"),
    }
    by_kind = {clock.kind: clock for clock in clocks_of(seen.questions[0])}
    return {"clocks": [(names[kind], by_kind[kind]) for kind in ClockKind.values if kind in by_kind]}


def circle(seen: Seen) -> dict[str, Any]:
    """The picture of everybody around the family, with the same people as lists."""
    return {"circle": seen.around.circle()}


def story(seen: Seen) -> dict[str, Any]:
    """The last of what is written of these people, as far as the reader may see it."""
    members = [person for _row, person in seen.around.members]
    page = notes_about(seen.reader, members, seen.at, most=LAST_NOTES)
    return {
        "notes": [told(note, seen.family, seen.around.persons) for note in page.notes],
        "more": page.next is not None,
        "story_url": address_of("family_file:story", seen.family.key),
        "write_url": address_of("family_file:write", seen.family.key),
    }


def quiet(seen: Seen) -> dict[str, Any]:
    """Who said in silence that they felt forced: for the anchor person alone."""
    return {
        "quiet": [
            {
                "who": said.consent.person.name or _g("Iemand"),
                "about": choice_words(Consent.Purpose, said.consent.purpose),
                "said_at": said.said_at,
                "url": address_of("family_file:hear", seen.family.key, said.key),
            }
            for said in seen.around.quiet_words
        ]
    }


def _is_told_in_silence(seen: Seen) -> bool:
    """Whether this reader is an anchor of somebody here, to whom something was said in silence."""
    return bool(seen.around.quiet_words)


def sight(seen: Seen) -> dict[str, Any]:
    """Who can see this family, why and since when; and who is let in for one member alone."""
    shown = {_hand(row) for row in seen.around.involvements}
    alone = let_in_alone(seen.reader, seen.around.kinds, seen.at)
    return {
        "sight": [_sight(row) for row in each_hand_once(seen.around.involvements)],
        "alone": [
            {"person": person.name or _g("zonder naam"), **_sight(row)}
            for _member_row, person in seen.around.members
            for row in alone.get(person.pk, ())
            if _hand(row) not in shown
        ],
    }


def _hand(row: Involvement) -> tuple[int | None, int | None, int | None]:
    return row.worker_id, row.desk_id, row.organisation_id


def _sight(row: Involvement) -> dict[str, Any]:
    who = row.worker or row.desk or row.organisation
    return {
        "who": who.name if who is not None else "",
        "kind": _g("team") if row.desk_id else "",
        "role": involvement_role(row.role),
        "because": because_words(row.because),
        "since": row.starts_at,
    }


def looked(seen: Seen) -> dict[str, Any]:
    """How often and by how many people the file was read in the last seven days."""
    keys = [seen.family.key, *(person.key for _row, person in seen.around.members)]
    apart = asked_alone_by([person.pk for _row, person in seen.around.members], seen.family)
    times, lookers = times_looked(keys, seen.at - LOOKED_SINCE, apart=apart)
    url = address_of("family_file:looked", seen.family.key)
    return {"times": times, "lookers": lookers, "url": url}


def _member(seen: Seen, role: str, person: Person, channel: ContactChannel | None) -> dict[str, Any]:
    return {
        "person": person,
        "role": member_role(role),
        "age": age_words(person.birth_date, local_day(seen.at)),
        "channel": channel,
        "url": address_of("family_file:member", seen.family.key, person.key),
    }


def continuing_help(seen: Seen) -> dict[str, Any]:
    """What ran, runs and comes, with the gap ahead as this reader may know it."""
    known = deployments_for(seen.reader, seen.family, seen.at)
    plan = current_plan(seen.family)
    gap = gap_in(plan, known, seen.at) if plan is not None else None
    return {
        "family": seen.family,
        "band": band_of(known, gap, seen.at),
        "may_plan": _may_write(seen),
    }


def appointments(seen: Seen) -> dict[str, Any]:
    """The meetings to come that this reader may see, the first one first."""
    found = meetings_for(seen.reader, seen.family, seen.at)
    coming = [one for one in found if one.state == MEETING_PLANNED and one.ends_at > seen.at]
    return {
        "family": seen.family,
        "coming": coming[::-1][:MOST_MEETINGS],
        "may_plan": _may_write(seen),
    }


def _may_write(seen: Seen) -> bool:
    """Whether the reader may put down something new for these people; an emergency reads alone."""
    return bool(seen.around.members) and not seen.glass and seen.reader.may(DESK_WORK)


def thresholds(seen: Seen) -> dict[str, Any]:
    """What keeps these people from an offer, as far as the reader may know it."""
    found = thresholds_of(seen.reader, seen.family, seen.at)
    rows = [one.threshold for one in found]
    return {
        "family": seen.family,
        "thresholds": [
            {
                "key": one.key,
                "kind": kind_words(one.kind),
                "organisation": one.organisation.name,
                "state": state_words(one.state),
            }
            for one in rows
        ],
        "may_log": _may_write(seen),
    }


PANELS = (
    Panel(_("In stilte gezegd"), 5, _is_told_in_silence, quiet, "family_file/panel_quiet.html"),
    Panel(_("De mensen"), 10, _always, people, "family_file/panel_people.html"),
    Panel(_("Doorlopende hulp"), 15, _unhidden, continuing_help, "family_file/panel_help.html"),
    Panel(_("Vragen"), 20, _always, questions, "family_file/panel_questions.html"),
    Panel(_("Verhaal"), 25, _always, story, "family_file/panel_story.html"),
    Panel(_("Wie ziet wat"), 30, _sees_around, sight, "family_file/panel_sight.html"),
    Panel(_("De kring"), 10, _unhidden, circle, "family_file/panel_circle.html", aside=True),
    Panel(_("Afspraken"), 15, _unhidden, appointments, "family_file/panel_meetings.html", aside=True),
    Panel(_("Beloofd en nagekomen"), 20, _unhidden, clocks, "family_file/panel_clocks.html", aside=True),
    Panel(_("Drempels"), 25, _unhidden, thresholds, "family_file/panel_thresholds.html", aside=True),
    Panel(_("Wie keek"), 30, _sees_around, looked, "family_file/panel_looked.html", aside=True),
)


def shown(seen: Seen, *, aside: bool) -> list[dict[str, Any]]:
    """The panels of one column that this reader may see, in order, with what they show."""
    chosen = [panel for panel in PANELS if panel.aside == aside and panel.may_see(seen)]
    return [
        {"title": panel.title, "template": panel.template, **panel.context(seen)}
        for panel in sorted(chosen, key=lambda panel: panel.order)
    ]
