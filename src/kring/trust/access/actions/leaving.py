"""Closing every door of who leaves, and those of one organisation of who goes on at another."""

from datetime import datetime

from django.db.models import Exists, OuterRef

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, record
from kring.registry.network.models import Organisation, Worker, WorkerRole
from kring.trust.access.actions.involving import end_involvements_from, end_involvements_of
from kring.trust.access.glass import opened_by_glass
from kring.trust.access.models import Involvement, ItemNamed, JoinAsked
from kring.trust.access.states import JOIN_ASKED, JOINING


@action
def shut_out(*, worker: Worker, by: Actor, at: datetime) -> None:
    """End what a worker takes part in or is named on, emergency accesses, and what they asked to join.

    Part of a larger deed: roles, account and questions are ended by their own rooms.
    """
    ended = end_involvements_of(worker, at=at)
    ItemNamed.objects.filter(worker=worker).delete()
    opened_by_glass(worker.pk, at).update(ends_at=at)
    for join in JoinAsked.objects.filter(worker=worker, state=JOIN_ASKED).order_by("pk"):
        JOINING.move(join, "expire", settled_at=at)
    record(by=by, at=at, did="access.shut_out", about=[("worker", worker.key)], involvements=ended)


@action
def leave_organisation(*, worker: Worker, organisation: Organisation, by: Actor, at: datetime) -> None:
    """End what a worker read for an organisation they no longer have a role at.

    Where they are named under it they are named no more, also if they come back. What they took
    part in ends if it began while none of their present roles was theirs. A question they hold is
    let go by its own room.
    """
    present = WorkerRole.objects.filter(
        worker=worker, ends_at__isnull=True, starts_at__lte=OuterRef("starts_at")
    )
    theirs = Involvement.objects.filter(worker=worker).exclude(role=Involvement.Role.HOLDER)
    ended = end_involvements_from(theirs.filter(~Exists(present)), at=at)
    names = ItemNamed.objects.filter(worker=worker, under=organisation).delete()[0]
    about = [("worker", worker.key), ("organisation", organisation.key)]
    record(by=by, at=at, did="access.organisation_left", about=about, involvements=ended, names=names)
