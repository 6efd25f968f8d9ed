"""A question of a family with a plan brings who takes it into the team."""

from datetime import datetime

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, record
from kring.registry.network.models import Worker
from kring.registry.people.models import Family
from kring.support.plans.actions.team import join_current_plan, let_out
from kring.support.plans.models import LeftBecause, TeamMember
from kring.support.requests.actions import accept_handover, take
from kring.support.requests.models import Handover, Request

TAKEN = "request.taken"


@action
def take_with_plan(*, request: Request, worker: Worker, by: Actor, at: datetime) -> None:
    """Take a question, and come into the team of the family's plan where there is one."""
    take(request=request, worker=worker, by=by, at=at)
    if request.family is not None:
        join_current_plan(family=request.family, worker=worker, because=TAKEN, by=by, at=at)


@action
def accept_with_plan(*, handover: Handover, worker: Worker, by: Actor, at: datetime) -> None:
    """Take a question over with its place in the team.

    Who held it leaves the team where the question alone had brought them there.
    """
    question = handover.request
    former, family = question.worker, question.family
    accept_handover(handover=handover, worker=worker, by=by, at=at)
    if family is None:
        return
    if former is not None and former != worker:
        _leaves(former, family, by=by, at=at)
    join_current_plan(family=family, worker=worker, because="handover.accepted", by=by, at=at)


def _leaves(former: Worker, family: Family, *, by: Actor, at: datetime) -> None:
    if Request.objects.filter(family=family, worker=former, closed_at__isnull=True).exists():
        return
    places = TeamMember.objects.filter(
        plan__family=family, worker=former, because=TAKEN, anchor=False, ends_at__isnull=True
    )
    for member in places.select_related("plan__family", "involvement").order_by("pk"):
        let_out(member, because=LeftBecause.HANDED_OVER, words="", at=at)
        about = [("plan", member.plan.key), ("family", family.key)]
        record(by=by, at=at, did="team.left", about=about, because=LeftBecause.HANDED_OVER)
