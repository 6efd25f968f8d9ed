"""What the asker does with their own code."""

from datetime import datetime

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.support.requests.actions.holding import subjects_of
from kring.support.requests.models import Request


@action
def revoke_code(*, request: Request, by: Actor, at: datetime) -> None:
    """ "Maak deze code ongeldig": from now on nobody reads anything with it; the question stays."""
    valid = Request.objects.filter(pk=request.pk, code_revoked_at__isnull=True)
    if not valid.update(code_revoked_at=at):
        nothing_changed()
        return
    request.code_revoked_at = at
    record(by=by, at=at, did="request.code_revoked", about=subjects_of(request))
