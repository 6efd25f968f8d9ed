"""What is being written and not kept yet: saved on the server, read by its author alone."""

from collections.abc import Mapping
from datetime import datetime

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.registry.network.models import Worker
from kring.registry.people.models import Family
from kring.support.notes.models import NoteDraft


@action
def keep_draft(
    *,
    family: Family,
    worker: Worker,
    words: str,
    chosen: Mapping[str, object],
    by: Actor,
    at: datetime,
) -> NoteDraft | None:
    """Keep what stands in the form now; without words there is nothing to keep."""
    if not words.strip():
        _drop(family, worker, by=by, at=at)
        return None
    made, _new = NoteDraft.objects.update_or_create(
        worker=worker,
        family=family,
        defaults={"words": words, "chosen": dict(chosen), "saved_at": at},
    )
    record(by=by, at=at, did="note.draft_kept", about=[("family", family.key)])
    return made


@action
def drop_draft(*, family: Family, worker: Worker, by: Actor, at: datetime) -> None:
    """Throw away what was not kept: it became a note, or is not wanted."""
    _drop(family, worker, by=by, at=at)


def _drop(family: Family, worker: Worker, *, by: Actor, at: datetime) -> None:
    gone = NoteDraft.objects.filter(worker=worker, family=family).delete()[0]
    if gone:
        record(by=by, at=at, did="note.draft_dropped", about=[("family", family.key)])
    else:
        nothing_changed()


def draft_of(worker: Worker, family: Family) -> NoteDraft | None:
    """What this worker was writing about this family."""
    return NoteDraft.objects.filter(worker=worker, family=family).first()
