"""What a reader may see, as text, as rows and as paper, to be put into another system."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from io import StringIO
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kring.foundation.ui import paper
from kring.foundation.ui.words import day_words, moment_words
from kring.support.notes.models import Note
from kring.support.plans.attainment import described
from kring.support.plans.models import Action, Goal
from kring.support.plans.queries import PlanPage, ToldAction, ToldGoal
from kring.support.plans.states import DONE, LEFT
from kring.support.requests.sheet import as_text as as_cell


@dataclass(frozen=True, slots=True)
class Piece:
    """Something to copy: its title, entries to read, and the same as rows under headings."""

    title: str
    entries: list[tuple[str, list[tuple[str, str]]]]
    headings: tuple[str, ...]
    rows: list[tuple[str, ...]]


PLAN_HEADINGS = ("doel", "afspraak", "wie", "tegen", "gedaan_op", "sleutel")
NOTE_HEADINGS = ("dag", "geschreven_door", "tekst")
"""The names of columns stay the same in every language: another system reads them."""


def plan_piece(page: PlanPage, at: datetime) -> Piece:
    """The whole plan as this reader sees it."""
    given = [_action_row("", told.action) for told in page.given]
    entries = [_goal_entry(told, at) for told in page.goals]
    loose = [_action_line(told, at) for told in page.given if told.action.state != LEFT]
    if loose:
        entries.append((_("Andere afspraken"), loose))
    rows = [row for told in page.goals for row in _goal_rows(told)] + given
    return Piece(_("Gezinsplan"), entries, PLAN_HEADINGS, rows)


def goal_piece(told: ToldGoal, at: datetime) -> Piece:
    """One goal with its actions."""
    return Piece(_("Doel"), [_goal_entry(told, at)], PLAN_HEADINGS, _goal_rows(told))


def note_piece(note: Note) -> Piece:
    """One contact: what was written down of it."""
    author = note.item.author.name if note.item.author is not None else ""
    day = note.written_at.date().isoformat()
    lines = [("", note.words)] + ([(_("Geschreven door"), author)] if author else [])
    entry = (day_words(note.written_at), lines)
    return Piece(_("Contact"), [entry], NOTE_HEADINGS, [(day, author, note.words)])


def as_text(piece: Piece) -> bytes:
    """Plain text, as it is pasted."""
    blocks = [piece.title]
    for heading, lines in piece.entries:
        told = [f"{label}: {words}" if label else words for label, words in lines]
        blocks.append("\n".join([heading, *told]))
    return "\n\n".join(blocks).encode()


def as_csv(piece: Piece) -> bytes:
    """Rows for a spreadsheet, of which no cell is a formula."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(piece.headings)
    writer.writerows([as_cell(cell) for cell in row] for row in piece.rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def as_pdf(piece: Piece, at: datetime) -> bytes:
    """A tagged PDF."""
    words: dict[str, Any] = {
        "title": piece.title,
        "made": _("Gemaakt op %(moment)s.") % {"moment": moment_words(at)},
        "language": get_language() or "nl",
        "parts": [
            {"title": heading, "empty": "", "entries": [{"heading": "", "lines": _listed(lines)}]}
            for heading, lines in piece.entries
        ],
    }
    return paper.as_paper(paper.ENTRIES, words, at)


def _listed(lines: Iterable[tuple[str, str]]) -> list[list[str]]:
    return [list(line) for line in lines]


def _goal_entry(told: ToldGoal, at: datetime) -> tuple[str, list[tuple[str, str]]]:
    shown = [one for one in told.actions if one.action.state != LEFT]
    return told.goal.words, [*_stands(told.goal), *(_action_line(one, at) for one in shown)]


def _stands(goal: Goal) -> list[tuple[str, str]]:
    """Where the goal stands now on its levels, where those have words."""
    return [
        (_("hier staan we nu"), f"{level.sign} {words}")
        for level, words in described(goal.attainment)
        if level.number == goal.level
    ]


def _action_line(told: ToldAction, at: datetime) -> tuple[str, str]:
    action = told.action
    due = _("tegen %(day)s") % {"day": day_words(action.due_on, at)} if action.due_on else ""
    state = _("gedaan") if action.state == DONE else ""
    return doer_of(action), ", ".join(part for part in (action.words, due, state) if part)


def _goal_rows(told: ToldGoal) -> list[tuple[str, ...]]:
    rows = [_action_row(told.goal.words, one.action) for one in told.actions]
    return rows or [(told.goal.words, "", "", "", "", "")]


def _action_row(goal: str, action: Action) -> tuple[str, ...]:
    due = action.due_on.isoformat() if action.due_on else ""
    done = action.done_at.date().isoformat() if action.done_at else ""
    return goal, action.words, doer_of(action), due, done, str(action.key)


def doer_of(action: Action) -> str:
    """Who does it, by name or in the words it was told in."""
    who = action.doer_person or action.doer_worker or action.doer_organisation
    return who.name if who is not None else action.doer_words
