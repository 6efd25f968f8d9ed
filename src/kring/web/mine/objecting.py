"""Something kept is not right: it becomes a question of that person, with a holder and a promise."""

from datetime import datetime
from uuid import UUID

from kring.foundation.journal.actor import Actor
from kring.registry.network.models import Desk
from kring.registry.network.queries import desk_for
from kring.registry.people.models import Person
from kring.support.requests.actions import Question, ask
from kring.support.requests.models import AskerKind, Door, Request
from kring.trust.access.own_part import who_sees
from kring.trust.consent.queries import is_minor


def object_to(*, person: Person, words: str, submission: UUID, by: Actor, at: datetime) -> Request:
    """Lay an objection on the desk that helps this person, else on that of their place.

    It belongs to no family: a minor asks for themself. The same submission is one question.
    Raises NoDesk.
    """
    question = Question(
        door=Door.WEB,
        asker_kind=AskerKind.YOUNG_PERSON if is_minor(person, at) else AskerKind.FAMILY,
        words=words,
        asker=person,
        municipality=person.municipality,
        submission=submission,
    )
    desk = _helping(person, at) or desk_for(person.municipality, at, question.door)
    return ask(question=question, desk=desk, by=by, at=at)


def _helping(person: Person, at: datetime) -> Desk | None:
    """The open desk where something of this person lies now, the newest first."""
    desks = [row.desk for row in who_sees(person, at) if row.desk is not None]
    return next((desk for desk in reversed(desks) if desk.closed_at is None), None)
