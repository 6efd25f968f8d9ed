"""Writing down that a plan was put on paper: it leaves the house with whoever holds it."""

from datetime import datetime

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, record
from kring.registry.people.models import Person
from kring.support.plans.models import Plan


@action
def note_paper(*, plan: Plan, person: Person, by: Actor, at: datetime) -> None:
    """Keep for whom a plan was printed, by whom and when."""
    about = [("plan", plan.key), ("family", plan.family.key), ("person", person.key)]
    record(by=by, at=at, did="plan.printed", about=about)
