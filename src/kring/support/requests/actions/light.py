"""A light contact: somebody was helped at once, and no person is kept."""

from datetime import datetime

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, record
from kring.registry.network.models import Desk
from kring.support.requests.models import LightContact


@action
def record_light_contact(*, desk: Desk, topic: str = "", by: Actor, at: datetime) -> LightContact:
    """ "Alleen een vraagje": counted for the desk; the journal names the desk and nobody else."""
    contact = LightContact.objects.create(desk=desk, topic=topic, at=at)
    record(by=by, at=at, did="light_contact.counted", about=[("desk", desk.key)])
    return contact
