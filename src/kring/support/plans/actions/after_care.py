"""Looking back after a plan has ended: told when it is time, and asked once."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db.models import Exists
from django.utils.translation import gettext as _

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.journal.actor import SYSTEM, Actor
from kring.foundation.journal.recording import action, record
from kring.foundation.outbox.actions import Recipient, post
from kring.foundation.workflow.transitions import CannotMove
from kring.registry.network.models import Worker
from kring.registry.network.queries import desks_of, open_desks
from kring.support.plans.actions.standing import hold_still
from kring.support.plans.actions.team import let_out, name_anchor
from kring.support.plans.models import AfterCare, LeftBecause, TeamMember
from kring.support.plans.rules import anchors_there, check_remark_length
from kring.support.plans.texts import AFTER_CARE_DUE
from kring.trust.access.circle import is_family_blocked


def tell_after_care(*, at: datetime) -> int:
    """Tell the desk of the anchor person of every look back whose day has come; by the clock."""
    due = AfterCare.objects.filter(
        due_on__lte=local_day(at), told_at__isnull=True, asked_at__isnull=True
    )
    told = [_tell(check=check, by=SYSTEM, at=at) for check in due.select_related("plan__family")]
    return sum(told)


@action
def _tell(*, check: AfterCare, by: Actor, at: datetime) -> bool:
    AfterCare.objects.filter(pk=check.pk).update(told_at=at)
    about = [("plan", check.plan.key), ("family", check.plan.family.key)]
    record(by=by, at=at, did="after_care.told", about=about, months=check.months)
    to = _who_asks(check, at)
    if to is None:
        return False
    once = f"{AFTER_CARE_DUE}:{check.key}"
    post(by=by, at=at, to=to, text=AFTER_CARE_DUE, link="/vandaag/", once=once)
    return True


@action
def take_after_care(*, check: AfterCare, worker: Worker, by: Actor, at: datetime) -> None:
    """Look back in the place of an anchor person who left or is away; so they read the family.

    Raises CannotMove when it was asked already or somebody is there to ask it, and ValidationError
    for own people.
    """
    hold_still(check.plan)
    still = AfterCare.objects.filter(pk=check.pk, asked_at__isnull=True)
    if not still.filter(~Exists(anchors_there(at))).exists():
        raise CannotMove(check, "take")
    if is_family_blocked(worker.pk, check.plan.family_id):
        raise ValidationError(_("Dit is een gezin uit jouw eigen kring."))
    name_anchor(plan=check.plan, worker=worker, by=by, at=at)
    about = [("plan", check.plan.key), ("family", check.plan.family.key)]
    record(by=by, at=at, did="after_care.taken", about=about, months=check.months)


@action
def ask_after_care(
    *, check: AfterCare, goes_well: bool, words: str, worker: Worker, by: Actor, at: datetime
) -> None:
    """Keep how it goes after the plan; after the last time the anchor person leaves.

    Raises CannotMove when it was asked already, and ValidationError for words that are too long.
    """
    check_remark_length(words)
    still = AfterCare.objects.filter(pk=check.pk, asked_at__isnull=True)
    if not still.update(asked_at=at, asked_by=worker, goes_well=goes_well, words=words.strip()):
        raise CannotMove(check, "ask")
    check.refresh_from_db()
    if not AfterCare.objects.filter(plan=check.plan, asked_at__isnull=True).exists():
        for member in TeamMember.objects.filter(plan=check.plan, ends_at__isnull=True):
            let_out(member, because=LeftBecause.PLAN_ENDED, words="", at=at)
    about = [("plan", check.plan.key), ("family", check.plan.family.key)]
    record(by=by, at=at, did="after_care.asked", about=about, months=check.months, well=goes_well)


def _who_asks(check: AfterCare, at: datetime) -> Recipient | None:
    """The desk of the anchor person or they themself; without one, a desk of the owner."""
    anchor = _anchor(check)
    if anchor is not None and (anchor.left_at is None or anchor.left_at > at):
        desk = desks_of(anchor, at).first()
        return Recipient("desk", desk.key) if desk is not None else Recipient("worker", anchor.key)
    theirs = open_desks(at).filter(organisation=check.plan.owner_id).order_by("pk").first()
    return Recipient("desk", theirs.key) if theirs is not None else None


def _anchor(check: AfterCare) -> Worker | None:
    members = TeamMember.objects.filter(plan=check.plan, anchor=True, ends_at__isnull=True)
    found = members.select_related("worker").first()
    return found.worker if found is not None else None
