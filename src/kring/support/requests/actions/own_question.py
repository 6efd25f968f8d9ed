"""A young person's own question: whether her family may know of it is hers to say, and to take back."""

from datetime import datetime

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, record
from kring.registry.people.models import Person
from kring.support.requests.actions.classing import keep_item
from kring.support.requests.actions.standing import hold_still
from kring.support.requests.models import Request
from kring.support.requests.queries import laid_with_family
from kring.support.requests.rules import NotAllowed, stands_alone
from kring.trust.access.models import Involvement
from kring.trust.consent.actions import HowAsked, record_consent
from kring.trust.consent.models import Consent

FAMILY_TEXT = "join_family_1"
"""The name of the words that are shown before a young person answers; see ``words.py`` of the desk."""


@action
def answer_about_family(
    *, request: Request, outcome: str, how: HowAsked, by: Actor, at: datetime
) -> Consent:
    """Keep what a young person said about laying her question with her family.

    Anything but a yes takes the question out of a family it was written at: who saw it through
    that family alone sees it no more. Raises NotAllowed for a question that is not hers, or of
    which nobody knows who asks.
    """
    if not stands_alone(request) or request.asker is None:
        raise NotAllowed
    consent = record_consent(
        person=request.asker,
        purpose=Consent.Purpose.JOIN_FAMILY,
        outcome=outcome,
        how=how,
        by=by,
        at=at,
    )
    if outcome != Consent.Outcome.YES:
        _leave_families(request.asker, by=by, at=at)
        request.refresh_from_db(fields=["family", "repeat_of"])
    return consent


@action
def take_back_family(*, person: Person, how: HowAsked, by: Actor, at: datetime) -> None:
    """What somebody says themself: their own questions lie with their family no longer.

    It holds at the next request. Who took a question goes on helping the person.
    """
    record_consent(
        person=person,
        purpose=Consent.Purpose.JOIN_FAMILY,
        outcome=Consent.Outcome.NO,
        how=how,
        by=by,
        at=at,
    )
    _leave_families(person, by=by, at=at)


def _leave_families(asker: Person, *, by: Actor, at: datetime) -> None:
    for own in laid_with_family(asker).order_by("pk"):
        hold_still(own)
        own.family = None
        own.repeat_of = None
        own.save(update_fields=["family", "repeat_of"])
        keep_item(own, at=at)
        _end_seeing(own, at=at)
        record(by=by, at=at, did="request.left_family", about=[("request", own.key)])


def _end_seeing(request: Request, *, at: datetime) -> None:
    """Who saw the family because of this question sees only her from now on."""
    running = Involvement.objects.filter(because_key=request.key, family__isnull=False)
    for row in running.filter(ends_at__isnull=True).order_by("pk"):
        row.ends_at = max(row.starts_at, at)
        row.save(update_fields=["ends_at"])
