"""A short journal to test on: deeds, reads of lists, and one erasure."""

from datetime import UTC, datetime, timedelta
from random import Random
from uuid import UUID

from kring.foundation.journal.actor import Actor, ActorKind
from kring.foundation.journal.erasing import erase_subject
from kring.foundation.journal.recording import action, record, record_read

START = datetime(2026, 3, 2, 8, tzinfo=UTC)
FATMA = Actor(ActorKind.WORKER, key=UUID(int=7), name="Fatma", organisation=UUID(int=8))
FORGOTTEN = UUID(int=400)


@action
def did(*, by: Actor, at: datetime, about: UUID, **details: object) -> None:
    record(by=by, at=at, did="test.did", about=[("request", about)], **details)


def write_journal(chance: Random, entries: int = 60) -> datetime:
    """Write some entries after an erasure; returns the moment of the last."""
    at = START
    about = [("person", FORGOTTEN), ("person", UUID(int=501))]
    record_read(by=FATMA, at=at, page="list", about=about, because="involved")
    record_read(by=FATMA, at=at, page="list", about=about[:1], because="involved")
    did(by=FATMA, at=at, about=FORGOTTEN)
    erase_subject(by=FATMA, at=at, key=FORGOTTEN)
    for number in range(entries):
        at = START + timedelta(minutes=number)
        persons = [UUID(int=501 + chance.randrange(20)) for _ in range(4)]
        if number % 2:
            did(by=FATMA, at=at, about=persons[0], hours=1.5, share=2e20, why={"code": "no_place"})
        else:
            about = [("person", person) for person in persons]
            record_read(by=FATMA, at=at, page="list", about=about, because="involved")
    return at
