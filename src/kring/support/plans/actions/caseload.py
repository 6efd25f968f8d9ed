"""All plans of a helper to a colleague in one deed, and what happens to them when somebody leaves."""

from collections.abc import Iterator
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.foundation.outbox.actions import Recipient, post
from kring.registry.network.models import Absence, Organisation, Worker, WorkerRole
from kring.registry.network.queries import desks_of, on_duty_by_desk, workers_of
from kring.support.plans.actions.team import join_team, let_out, name_anchor, to_do_of, to_the_anchor
from kring.support.plans.models import Action, LeftBecause, Plan, TeamMember
from kring.support.plans.queries.caseload import caseload_for, places_of
from kring.support.plans.rules import check_may_take_over
from kring.support.plans.states import CURRENT, RUNNING, TO_DO
from kring.support.plans.texts import ANCHOR_ASKED, TAKEN_OVER
from kring.trust.access.circle import is_family_blocked
from kring.trust.access.items import hand_over, take_back


@action
def hand_over_caseload(*, of: Worker, to: Worker, by: Actor, at: datetime) -> list[Plan]:
    """Every plan of a helper, as anchor person or member, goes to a colleague with what was to do.

    It holds at once, and the colleague is told. Returns the plans that stayed: of own people of the
    colleague, and of an organisation they do not work for. Raises ValidationError for a colleague who
    left, for who works for none of the organisations of the helper, or for the helper themself.
    """
    check_may_take_over(of, to, at)
    held = caseload_for(of, to, at)
    for member in held.going:
        _hand_over(member, to, because=LeftBecause.HANDED_OVER, by=by, at=at)
    about = [("worker", of.key), ("worker", to.key)]
    record(by=by, at=at, did="caseload.handed_over", about=about, plans=len(held.going))
    if held.going:
        receiver, once = Recipient("worker", to.key), f"{TAKEN_OVER}:{of.key}:{at.isoformat()}"
        post(by=by, at=at, to=receiver, text=TAKEN_OVER, link="/gezinnen/", once=once)
    return [member.plan for member in held.staying]


@action
def leave_plans(
    *, worker: Worker, by: Actor, at: datetime, organisation: Organisation | None = None
) -> None:
    """Who leaves work leaves no plan without an anchor person; part of a larger deed.

    Each plan goes to the deputy, else to who is on duty at their desks (and the desk is told), else
    to somebody of the team or the organisation, else to the worker who sees them off: leaving waits
    for nobody. ValidationError where that is the leaver. With an ``organisation`` only its plans,
    and those of others they came into while they worked for none of their present ones. What they
    had to do outside a team goes to the anchor person of the plan.
    """
    places = [one for one in places_of(worker) if _left_with(one, organisation)]
    others = _alone_with(worker, organisation)
    if not places and not others:
        nothing_changed()
        return
    deputy = _deputy(worker, at)
    for member in places:
        taking = _successor(member, deputy, by, at) if _needs_somebody(member) else None
        if taking is None:
            let_out(member, because=LeftBecause.LEFT_WORK, words="", at=at)
        else:
            _hand_over(member, taking, because=LeftBecause.LEFT_WORK, by=by, at=at)
    if deputy is None and places:
        _ask_the_desk(worker, by=by, at=at)
    for one in others:
        to_the_anchor(one, worker)
    about = [("worker", worker.key)]
    record(by=by, at=at, did="caseload.left", about=about, plans=len(places), actions=len(others))


def _left_with(member: TeamMember, organisation: Organisation | None) -> bool:
    """Whether a place in a team ends with this organisation (with every one, where it is None)."""
    if organisation is None or member.plan.owner_id == organisation.pk:
        return True
    present = WorkerRole.objects.filter(worker=member.worker, ends_at__isnull=True)
    return not present.filter(starts_at__lte=member.starts_at).exists()


def _alone_with(worker: Worker, organisation: Organisation | None) -> list[Action]:
    """What a worker has to do in a plan without being in its team, under this organisation."""
    member = TeamMember.objects.filter(plan=OuterRef("goal__plan"), worker=worker, ends_at__isnull=True)
    rows = Action.objects.filter(
        ~Exists(member), doer_worker=worker, state__in=(TO_DO, RUNNING), goal__plan__state__in=CURRENT
    )
    if organisation is not None:
        rows = rows.filter(item__named__worker=worker, item__named__under=organisation)
    return list(rows.select_related("item", "goal").order_by("pk"))


def _needs_somebody(member: TeamMember) -> bool:
    """Whether leaving would let a plan without anchor person, or something to do without a doer."""
    return member.anchor or to_do_of(member).exists()


def _hand_over(member: TeamMember, to: Worker, *, because: str, by: Actor, at: datetime) -> None:
    plan = member.plan
    if member.anchor:
        name_anchor(plan=plan, worker=to, by=by, at=at)
        member.refresh_from_db()
    else:
        join_team(plan=plan, worker=to, because="caseload.handed_over", by=by, at=at)
    for one in to_do_of(member):
        one.save_from(one.version, doer_worker=to)
        take_back(one.item, member.worker or to)
        hand_over(one.item, to)
    let_out(member, because=because, words="", at=at)


def _deputy(worker: Worker, at: datetime) -> Worker | None:
    away = Absence.objects.running(at).filter(worker=worker, deputy__left_at__isnull=True)
    found = away.exclude(deputy=None).select_related("deputy").order_by("-starts_at").first()
    return found.deputy if found is not None else None


def _successor(member: TeamMember, deputy: Worker | None, by: Actor, at: datetime) -> Worker:
    for worker in _candidates(member, deputy, by, at):
        here = worker.left_at is None or worker.left_at > at
        another = worker.pk != member.worker_id
        if here and another and not is_family_blocked(worker.pk, member.plan.family_id):
            return worker
    raise ValidationError(_("Duid eerst aan wie de gezinsplannen van deze collega overneemt."))


def _candidates(member: TeamMember, deputy: Worker | None, by: Actor, at: datetime) -> Iterator[Worker]:
    if deputy is not None:
        yield deputy
    if member.worker is not None:
        for there in on_duty_by_desk(desks_of(member.worker, at), at).values():
            yield from (one.worker for one in there)
    rows = TeamMember.objects.filter(plan=member.plan, ends_at__isnull=True, worker__isnull=False)
    yield from (row.worker for row in rows.select_related("worker").order_by("pk") if row.worker)
    yield from workers_of(member.plan.owner, at)
    if by.key is not None:
        yield from Worker.objects.filter(key=by.key).order_by("pk")


def _ask_the_desk(worker: Worker, *, by: Actor, at: datetime) -> None:
    for desk in desks_of(worker, at):
        once = f"{ANCHOR_ASKED}:{worker.key}:{desk.key}"
        to = Recipient("desk", desk.key)
        post(by=by, at=at, to=to, text=ANCHOR_ASKED, link="/vandaag/", once=once)
