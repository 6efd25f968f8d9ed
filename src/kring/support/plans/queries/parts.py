"""One part of a plan, and the lists of what somebody has to do."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F, Q

from kring.foundation.journal import ledger
from kring.registry.people.models import Family, FamilyMembership
from kring.registry.people.queries import families_of
from kring.support.plans.models import Action, Goal, Plan
from kring.support.plans.states import CURRENT, RUNNING, TO_DO
from kring.trust.access.items import readable_items, saw_items, sifted
from kring.trust.access.models import Item
from kring.trust.access.own_part import own_families
from kring.trust.access.readers import Reader

OF_A_HOME = (
    FamilyMembership.Role.PARENT,
    FamilyMembership.Role.CHILD,
    FamilyMembership.Role.YOUNG_ADULT,
)
"""Who sees that their family has a plan, also before anything in it is theirs to read."""


def goal_for(reader: Reader, key: UUID, at: datetime) -> Goal | None:
    """The goal with this key with its plan, if the reader may see it; noted as read."""
    items = Item.objects.filter(kind="goal", goal__key=key)
    if not readable_items(reader, items, at):
        return None
    ledger.saw("goal", key)
    return Goal.objects.select_related("item", "plan__family", "plan__owner").get(key=key)


def action_for(reader: Reader, key: UUID, at: datetime) -> Action | None:
    """The action with this key with its goal, if the reader may see it; noted as read.

    Who was given it does not by that see the goal: ask ``goal_for`` before showing its words.
    """
    items = Item.objects.filter(kind="action", action__key=key)
    if not readable_items(reader, items, at):
        return None
    ledger.saw("action", key)
    related = ("item", "goal__item", "goal__plan__family", "doer_person", "doer_worker")
    return Action.objects.select_related(*related, "doer_organisation").get(key=key)


def plans_of(reader: Reader, at: datetime) -> list[Plan]:
    """The plans that somebody with an own access finds in their part, those of their home first.

    Parents and children see that their family has a plan; anybody else, and a second parent, only
    when something in it is theirs to read, so that having a plan is told to nobody by itself.
    """
    if reader.person is None:
        return []
    at_home = FamilyMembership.objects.filter(
        person=reader.person, role__in=OF_A_HOME, family__in=families_of(reader.person, at)
    )
    own = {family.pk for family in own_families(reader.person, at)}
    homes = own & set(at_home.values_list("family_id", flat=True))
    of_mine = Q(family__in=homes)
    theirs = Item.objects.filter(_about_me_or_mine(reader))
    beside = Plan.objects.filter(Q(goals__item__in=theirs) | Q(goals__actions__item__in=theirs))
    running = Plan.objects.filter(state__in=CURRENT).filter(of_mine | Q(pk__in=beside.values("pk")))
    found = list(running.select_related("family", "owner").order_by("pk"))
    seen = [plan for plan in found if plan.family_id in homes or _reads_some(reader, plan, at)]
    return sorted(seen, key=lambda plan: (plan.family_id not in homes, plan.pk))


def plan_of(reader: Reader, at: datetime) -> Plan | None:
    """The plan somebody with an own access sees first; noted as read."""
    plans = plans_of(reader, at)
    if plans:
        ledger.saw("plan", plans[0].key)
    return plans[0] if plans else None


def _about_me_or_mine(reader: Reader) -> Q:
    """Items that are worth asking the table about: named, or about somebody the reader is tied to."""
    tied = Q(subjects__person__relations_to__person=reader.person)
    return Q(named__person=reader.person) | Q(subjects__person=reader.person) | tied


def _reads_some(reader: Reader, plan: Plan, at: datetime) -> bool:
    of_plan = Q(goal__plan=plan) | Q(action__goal__plan=plan)
    return bool(sifted(reader, Item.objects.filter(of_plan), at))


@dataclass(frozen=True, slots=True)
class OwnAction:
    """Something a worker has to do, with its family where they still see it."""

    action: Action
    family: Family
    late: bool


def own_actions(
    reader: Reader, at: datetime, *, today: date, until: date | None = None, most: int = 100
) -> list[OwnAction]:
    """What a worker has to do, the nearest day first, without a day last; a fixed number of reads.

    Only of current plans, and only what the reader table lets them read now. ``until`` leaves out
    what is due later.
    """
    if reader.worker_id is None:
        return []
    rows = Action.objects.filter(
        doer_worker=reader.worker_id,
        state__in=(TO_DO, RUNNING),
        goal__plan__state__in=CURRENT,
    )
    if until is not None:
        rows = rows.filter(due_on__lte=until)
    nearest = rows.order_by(F("due_on").asc(nulls_last=True), "pk")[:most]
    found = list(nearest.select_related("goal__plan__family"))
    items = Item.objects.filter(pk__in=[one.item_id for one in found])
    readable = sifted(reader, items, at)
    saw_items(readable.values())
    shown = [one for one in found if one.item_id in readable]
    ledger.saw_all("family", {one.goal.plan.family.key for one in shown})
    return [
        OwnAction(one, one.goal.plan.family, one.due_on is not None and one.due_on < today)
        for one in shown
    ]
