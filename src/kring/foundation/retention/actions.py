"""Placing and lifting a legal hold."""

from datetime import datetime
from uuid import UUID

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.foundation.retention.models import LegalHold


@action
def place_hold(
    *, by: Actor, at: datetime, kind: str, key: UUID, reason: str, reference: str = ""
) -> LegalHold:
    """Keep everything about a person or family until the hold is lifted; once per reason."""
    hold, fresh = LegalHold.objects.get_or_create(
        subject_key=key,
        reason=LegalHold.Reason(reason),
        ends_at=None,
        defaults={
            "subject_kind": kind,
            "reference": reference,
            "placed_by": by.key,
            "starts_at": at,
        },
    )
    if fresh:
        record(by=by, at=at, did="retention.held", about=[(kind, key)], reason=reason)
    else:
        nothing_changed()
    return hold


@action
def lift_hold(*, by: Actor, at: datetime, hold: LegalHold) -> None:
    """End a hold; what is due goes with the next run."""
    if not LegalHold.objects.filter(pk=hold.pk, ends_at=None).update(ends_at=at):
        nothing_changed()
        return
    hold.ends_at = at
    about = [(hold.subject_kind, hold.subject_key)]
    record(by=by, at=at, did="retention.hold_lifted", about=about, reason=hold.reason)
