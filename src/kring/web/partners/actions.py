"""Deeds of the network that reach into the questions."""

from datetime import datetime

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action
from kring.registry.network.actions import worker_leaves
from kring.registry.network.models import Worker
from kring.support.requests.actions.holding import let_go
from kring.support.requests.models import Request
from kring.support.requests.states import TAKEN


@action
def see_off(*, by: Actor, at: datetime, worker: Worker) -> None:
    """Somebody leaves: every question they held lies free on its desk again, in the same deed."""
    for held in Request.objects.filter(worker=worker, state=TAKEN).order_by("pk"):
        let_go(request=held, by=by, at=at)
    worker_leaves(by=by, at=at, worker=worker)
