"""Closing every door of who leaves."""

from datetime import datetime

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, record
from kring.registry.network.models import Worker
from kring.trust.access.actions.involving import end_involvements_of
from kring.trust.access.glass import opened_by_glass
from kring.trust.access.models import JoinAsked
from kring.trust.access.states import JOIN_ASKED, JOINING


@action
def shut_out(*, worker: Worker, by: Actor, at: datetime) -> None:
    """End what a worker takes part in, their emergency accesses, and what they asked to join.

    Part of a larger deed: roles, account and questions are ended by their own rooms.
    """
    ended = end_involvements_of(worker, at=at)
    opened_by_glass(worker.pk, at).update(ends_at=at)
    for join in JoinAsked.objects.filter(worker=worker, state=JOIN_ASKED).order_by("pk"):
        JOINING.move(join, "expire", settled_at=at)
    record(by=by, at=at, did="access.shut_out", about=[("worker", worker.key)], involvements=ended)
