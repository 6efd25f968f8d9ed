"""A version of the plan on paper, as one person may read it: what they sign."""

from datetime import datetime
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kring.foundation.ui import paper
from kring.foundation.ui.words import day_words
from kring.registry.people.models import Person
from kring.support.plans.models import Revision
from kring.support.plans.queries import revision_page
from kring.support.plans.queries.frozen import FrozenAction, FrozenPage
from kring.support.plans.states import LEFT
from kring.trust.access.readers import Reader

type Entry = dict[str, Any]


def frozen_on_paper(person: Person, revision: Revision, at: datetime) -> bytes:
    """The PDF of this version for this person."""
    page = revision_page(Reader(person=person), revision, at)
    given = {"number": revision.number, "day": day_words(revision.frozen_at)}
    words = {
        "title": _("Ons plan, versie %(number)s") % given,
        "made": _("Zoals afgesproken op %(day)s.") % given,
        "language": get_language() or "nl",
        "parts": [
            _part(_("Wat we willen bereiken"), _goals(page)),
            _part(_("Wat jij ook doet"), _given(page)),
            _part(
                _("Wat goed gaat, en wat zorgen geeft"),
                [_entry("", [one.words]) for one in page.remarks],
            ),
            _part(_("Wat de kinderen zeggen"), _children(page)),
        ],
    }
    return paper.as_paper(paper.ENTRIES, words, at)


def _part(title: str, entries: list[Entry]) -> Entry:
    return {"title": title, "empty": "", "entries": entries}


def _entry(heading: str, lines: list[str]) -> Entry:
    return {"heading": heading, "lines": [["", line] for line in lines if line]}


def _goals(page: FrozenPage) -> list[Entry]:
    return [_entry(goal.words, [_action(one) for one in goal.actions]) for goal in page.goals]


def _given(page: FrozenPage) -> list[Entry]:
    return [_entry("", [_action(one)]) for one in page.given]


def _children(page: FrozenPage) -> list[Entry]:
    return [_entry(line.child, [line.words, line.what_makes_safe]) for line in page.child_lines]


def _action(one: FrozenAction) -> str:
    if one.state == LEFT:
        return ""
    due = _("tegen %(day)s") % {"day": day_words(one.due_on)} if one.due_on else ""
    return ", ".join(part for part in (one.words, one.doer, due) if part)
