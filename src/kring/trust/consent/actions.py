"""Writing down what one person answered about their own data."""

from datetime import datetime

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, record
from kring.registry.network.models import Organisation
from kring.registry.people.models import Person
from kring.trust.consent.models import Consent


@action
def record_consent(
    *,
    person: Person,
    purpose: str,
    outcome: str,
    organisation: Organisation | None = None,
    asked_alone: bool | None = None,
    language: str = "",
    text_read: str = "",
    by: Actor,
    at: datetime,
) -> Consent:
    """Keep an answer: yes, no or not now; a later answer to the same question ends an earlier one.

    ``asked_alone`` says whether nobody else listened; ``text_read`` names the text that was read
    out. A no is kept too, and never stops help.
    """
    earlier = Consent.objects.running(at).filter(person=person, purpose=purpose)
    earlier.filter(organisation=organisation).update(ends_at=at)
    consent = Consent.objects.create(
        person=person,
        purpose=purpose,
        outcome=outcome,
        organisation=organisation,
        asked_alone=asked_alone,
        language=language,
        text_read=text_read,
        starts_at=at,
    )
    about = [("person", person.key)]
    record(by=by, at=at, did="consent.recorded", about=about, purpose=purpose, outcome=outcome)
    return consent
