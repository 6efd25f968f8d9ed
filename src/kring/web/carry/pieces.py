"""What of a family can be copied, by the code of its button."""

from dataclasses import dataclass
from datetime import datetime

from kring.exchange.sheets.writing import Piece, goal_piece, note_piece, plan_piece
from kring.foundation.journal.chain import Subject
from kring.registry.people.models import Family
from kring.registry.people.queries import members_of
from kring.support.notes.models import Note
from kring.support.notes.queries import notes_about
from kring.support.plans.queries import PlanPage, current_plan, plan_for, plan_page
from kring.trust.access.queries import persons_by_id
from kring.trust.access.readers import Reader

LAST_NOTES = 20


@dataclass(frozen=True, slots=True)
class Copyable:
    """The plan of a family and its last notes, as one reader may see them."""

    page: PlanPage | None
    notes: list[Note]

    def piece(self, code: str, at: datetime) -> tuple[Piece, list[Subject]] | None:
        """What the button with this code copies, and about what the entry is; None when unknown."""
        kind, _dot, key = code.partition(".")
        if kind == "plan" and self.page is not None:
            return plan_piece(self.page, at), [("plan", self.page.plan.key)]
        for told in self.page.goals if self.page is not None and kind == "doel" else ():
            if str(told.goal.key) == key:
                return goal_piece(told, at), [("goal", told.goal.key)]
        for note in self.notes if kind == "contact" else ():
            if str(note.key) == key:
                return note_piece(note), [("note", note.key)]
        return None


def copyable(reader: Reader, family: Family, at: datetime) -> Copyable:
    """What this reader may take along of a family; noted as read."""
    running = current_plan(family)
    plan = plan_for(reader, running.key, at) if running is not None else None
    ids = [row.person_id for row in members_of(family, at)]
    people = persons_by_id(reader, ids, at).values()
    notes = notes_about(reader, people, at, most=LAST_NOTES).notes
    return Copyable(plan_page(reader, plan, at) if plan is not None else None, notes)
