"""Who comes into the team and who leaves it; there is one anchor person at all times."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.foundation.outbox.actions import Recipient, post
from kring.registry.network.models import Worker
from kring.registry.people.models import Family, Person
from kring.support.plans.actions.standing import hold_still
from kring.support.plans.models import Action, Plan, TeamMember
from kring.support.plans.rules import check_may_give_anchor_on, check_may_let_go, check_remark_length
from kring.support.plans.states import CURRENT, RUNNING, TO_DO
from kring.support.plans.texts import TAKEN_OVER
from kring.trust.access.actions import involve
from kring.trust.access.items import hand_over, take_back
from kring.trust.access.models import Involvement
from kring.trust.access.readers import Reader


@action
def join_team(
    *,
    plan: Plan,
    because: str,
    by: Actor,
    at: datetime,
    worker: Worker | None = None,
    person: Person | None = None,
    anchor: bool = False,
    does: str = "",
) -> TeamMember:
    """Let a helper or somebody of the own network into the team; who is in it already stays.

    A helper reads from now on as a member of the team; somebody of the own network reads nothing.
    """
    hold_still(plan)
    running = TeamMember.objects.filter(plan=plan, ends_at__isnull=True)
    known = running.filter(worker=worker) if worker is not None else running.filter(person=person)
    found = known.first()
    if found is None:
        found = TeamMember.objects.create(
            plan=plan, worker=worker, person=person, does=does, because=because, starts_at=at
        )
    if worker is not None and (found.involvement is None or anchor):
        _let_read(found, anchor=anchor, at=at)
    about = [("plan", plan.key), ("family", plan.family.key)]
    record(by=by, at=at, did="team.joined", about=about, anchor=anchor)
    return found


@action
def join_current_plan(
    *, family: Family, worker: Worker, because: str, by: Actor, at: datetime, does: str = ""
) -> TeamMember | None:
    """Let a helper into the team of the plan a family has, because of what really happened.

    A family without a current plan has no team: then nothing changes.
    """
    plan = Plan.objects.filter(family=family, state__in=CURRENT).select_related("family").first()
    if plan is None:
        nothing_changed()
        return None
    return join_team(plan=plan, worker=worker, because=because, does=does, by=by, at=at)


def _let_read(member: TeamMember, *, anchor: bool, at: datetime) -> None:
    if member.worker is None:
        raise ValueError("only a helper reads by being in the team")
    if member.involvement is not None:
        _stop_reading(member.involvement, at)
    role = Involvement.Role.ANCHOR if anchor else Involvement.Role.TEAM
    member.involvement = involve(
        at=at,
        about=member.plan.family,
        who=member.worker,
        role=role,
        because="team.joined",
        because_key=member.key,
    )
    member.anchor = anchor
    member.save(update_fields=["involvement", "anchor"])


def _stop_reading(involvement: Involvement, at: datetime) -> None:
    Involvement.objects.filter(pk=involvement.pk, ends_at__isnull=True).update(ends_at=at)


@action
def give_anchor_on(*, plan: Plan, to: Worker, reader: Reader, by: Actor, at: datetime) -> TeamMember:
    """The anchor person hands that on to somebody of the team, who is told; raises ValidationError."""
    check_may_give_anchor_on(plan, to, reader)
    named = name_anchor(plan=plan, worker=to, by=by, at=at)
    key = f"{TAKEN_OVER}:{named.key}:{at.isoformat()}"
    link = f"/gezinnen/{plan.family.key}/plan/"
    post(by=by, at=at, to=Recipient("worker", to.key), text=TAKEN_OVER, link=link, once=key)
    return named


@action
def name_anchor(*, plan: Plan, worker: Worker, by: Actor, at: datetime) -> TeamMember:
    """Make a helper the anchor person; the former one stays in the team."""
    hold_still(plan)
    former = TeamMember.objects.filter(plan=plan, anchor=True, ends_at__isnull=True).first()
    if former is not None and former.worker_id != worker.pk:
        _let_read(former, anchor=False, at=at)
    named = join_team(plan=plan, worker=worker, anchor=True, because="anchor.named", by=by, at=at)
    about = [("plan", plan.key), ("family", plan.family.key)]
    record(by=by, at=at, did="anchor.named", about=about)
    return named


@action
def leave_team(
    *,
    member: TeamMember,
    because: str,
    words: str,
    by: Actor,
    at: datetime,
    reader: Reader | None = None,
) -> None:
    """Let somebody leave, with the reason; they read from the next request on no more.

    What they still had to do the anchor person does from then on. That one leaves only once another
    is named; else ValidationError.
    """
    if member.anchor:
        raise ValidationError(_("Duid eerst een andere vaste begeleider aan."))
    if reader is not None:
        check_may_let_go(member, reader)
    check_remark_length(words)
    if member.worker is not None:
        for one in to_do_of(member):
            to_the_anchor(one, member.worker)
    let_out(member, because=because, words=words, at=at)
    about = [("plan", member.plan.key), ("family", member.plan.family.key)]
    record(by=by, at=at, did="team.left", about=about, because=because)


def let_out(member: TeamMember, *, because: str, words: str, at: datetime) -> None:
    """End a place in the team with what it lets read; part of a larger deed."""
    running = TeamMember.objects.filter(pk=member.pk, ends_at__isnull=True)
    running.update(ends_at=at, left_because=because, left_words=words.strip())
    if member.involvement is not None:
        _stop_reading(member.involvement, at)


def to_do_of(member: TeamMember) -> QuerySet[Action]:
    """What a helper of the team still has to do in its plan."""
    rows = Action.objects.filter(
        goal__plan=member.plan, doer_worker=member.worker, state__in=(TO_DO, RUNNING)
    )
    return rows.select_related("item", "goal").order_by("pk")


def to_the_anchor(action: Action, former: Worker) -> None:
    """Let the anchor person of the plan do it from now on."""
    row = TeamMember.objects.filter(plan=action.goal.plan_id, anchor=True, ends_at__isnull=True)
    anchor = row.select_related("worker").first()
    if anchor is None or anchor.worker is None:
        return
    action.save_from(action.version, doer_worker=anchor.worker)
    take_back(action.item, former)
    hand_over(action.item, anchor.worker)
