"""The plans in which something is for somebody of the family to read."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kring.foundation.journal import ledger
from kring.registry.people.models import Person
from kring.support.plans.models import Action, Goal, Plan
from kring.support.plans.queries.page import PlanPage, plan_page
from kring.support.plans.queries.parts import action_for, goal_for, plans_of
from kring.support.plans.states import CURRENT
from kring.trust.access.own_part import own_families
from kring.trust.access.readers import Reader


@dataclass(frozen=True, slots=True)
class OwnPlan:
    """A plan as somebody of the family may read it; ``own``: they may add to it themselves."""

    page: PlanPage
    own: bool


def own_plans(reader: Reader, at: datetime) -> list[OwnPlan]:
    """The current plans of the own family, and others of which a part is shared with this person."""
    if reader.person is None:
        return []
    mine = own_plan_to_add_to(reader.person, at)
    plans = plans_of(reader, at)
    ledger.saw_all("plan", (plan.key for plan in plans))
    return [OwnPlan(plan_page(reader, plan, at), own=plan == mine) for plan in plans]


def own_plan_to_add_to(person: Person, at: datetime) -> Plan | None:
    """The current plan of this person's own family; none for a second parent."""
    families = [one.pk for one in own_families(person, at) if one.until is None or one.until > at]
    rows = Plan.objects.filter(family__in=families, state__in=CURRENT)
    return rows.select_related("owner", "family").order_by("pk").first()


def own_goal(reader: Reader, key: UUID, at: datetime) -> Goal | None:
    """A goal of a current plan that this person may read; noted as read."""
    goal = goal_for(reader, key, at)
    return goal if goal is not None and goal.plan.state in CURRENT else None


def own_action(reader: Reader, key: UUID, at: datetime) -> Action | None:
    """An action of a current plan that this person may read; noted as read."""
    found = action_for(reader, key, at)
    return found if found is not None and found.goal.plan.state in CURRENT else None


def does(action: Action, person: Person) -> bool:
    """Whether an action was given to this person."""
    return action.doer_person_id == person.pk
