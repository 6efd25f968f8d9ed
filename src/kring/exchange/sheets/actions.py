"""Writing down that something was copied, and marking actions done by a partner's own export."""

from collections.abc import Iterable
from datetime import datetime

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.chain import Subject
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.support.plans.actions import finish_action
from kring.support.plans.models import Action


@action
def note_copied(*, about: Iterable[Subject], form: str, by: Actor, at: datetime) -> None:
    """Keep that somebody took this along to another system, and in which form."""
    record(by=by, at=at, did="sheet.copied", about=about, form=form)


@action
def finish_from_export(*, done: list[Action], by: Actor, at: datetime) -> int:
    """Mark these actions done, all or none; how many."""
    for one in done:
        finish_action(done=one, by=by, at=at)
    if not done:
        nothing_changed()
    return len(done)
