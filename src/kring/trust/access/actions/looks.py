"""Marking an unusual week as seen."""

from datetime import datetime

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.registry.network.models import Worker
from kring.trust.access.models import UnusualLook


@action
def mark_look_seen(*, look: UnusualLook, officer: Worker, by: Actor, at: datetime) -> None:
    """The officer asked about it, or sees why; never about oneself."""
    fresh = UnusualLook.objects.filter(pk=look.pk, seen_at__isnull=True).exclude(worker=officer)
    if not fresh.update(seen_at=at, seen_by=officer):
        nothing_changed()
        return
    record(by=by, at=at, did="access.look_seen", about=[("worker", look.worker.key)], kind=look.kind)
