"""How a plan goes with its family, and what stands in it with the last person it is about."""

from collections import Counter
from datetime import datetime
from uuid import UUID

from django.db.models import Model

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.erasing import erase_subject
from kring.foundation.retention.erasing import register_release
from kring.registry.people.models import Person
from kring.support.plans.models import (
    Action,
    AfterCare,
    ChildLine,
    Evaluation,
    EvaluationPresence,
    Goal,
    GoalAgreement,
    GoalLevel,
    GoalScore,
    HelperWish,
    Plan,
    PlanApproval,
    Remark,
    Revision,
    RevisionPart,
    SafetyAgreement,
    TeamMember,
)
from kring.trust.access.items import going_with
from kring.trust.access.models import Item

KINDS = ("goal", "action", "remark", "child_line", "safety_agreement")
TIE = "tie"
"""Of another room, which lets go of the tie itself; what is frozen of it goes here."""


def let_go_of_plan_parts(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:
    """Delete what is only about these persons, what they said, and the frozen copies of it."""
    counts: Counter[str] = Counter()
    items = [pk for kind in KINDS for pk in going_with(keys, kind).values_list("pk", flat=True)]
    frozen = [*items, *going_with(keys, TIE).values_list("pk", flat=True)]
    counts["revision_part"] = RevisionPart.objects.filter(item__in=frozen).delete()[0]
    persons = list(Person.objects.filter(key__in=keys).order_by("pk").values_list("pk", flat=True))
    for said in (GoalAgreement, GoalScore):
        name = said._meta.model_name or ""
        counts[name] = said._default_manager.filter(person__in=persons).delete()[0]
        counts[name] += said._default_manager.filter(goal__item__in=items).delete()[0]
    counts["goallevel"] = GoalLevel.objects.filter(goal__item__in=items).delete()[0]
    for beside in (HelperWish, EvaluationPresence):
        name = beside._meta.model_name or ""
        counts[name] = beside._default_manager.filter(person__in=persons).delete()[0]
    _forget_in_parts(keys)
    counts["team_member"] = TeamMember.objects.filter(person__in=persons).delete()[0]
    Action.objects.filter(doer_person__in=persons).update(doer_person=None)
    for kept in (Action, Goal, Remark, ChildLine, SafetyAgreement):
        counts[kept._meta.model_name or ""] = _let_go(kept, items, by=by, at=at)
    Item.objects.filter(pk__in=items).delete()
    return counts


def _forget_in_parts(keys: list[UUID]) -> None:
    """Take these persons out of what stays frozen because it is about others too."""
    gone = {str(key) for key in keys}
    about = RevisionPart.objects.filter(item__subjects__person__key__in=keys).distinct()
    for part in about.order_by("pk"):
        for told in ("scores", "said"):
            if told in part.content:
                part.content[told] = {
                    who: said for who, said in part.content[told].items() if who not in gone
                }
        part.save(update_fields=["content"])


def _let_go(kept: type[Model], items: list[int], *, by: Actor, at: datetime) -> int:
    rows = kept._default_manager.filter(item__in=items)
    for key in list(rows.order_by("pk").values_list("key", flat=True)):
        erase_subject(by=by, at=at, key=key)
    return rows.delete()[0]


def let_go_of_plans(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:
    """Delete the plans of these families with all that stands in them; the journal forgets them."""
    plans = Plan.objects.filter(family__key__in=keys)
    for key in list(plans.order_by("pk").values_list("key", flat=True)):
        erase_subject(by=by, at=at, key=key)
    of_plan = list(plans.order_by("pk").values_list("pk", flat=True))
    counts: Counter[str] = Counter()
    counts["revision_part"] = RevisionPart.objects.filter(revision__plan__in=of_plan).delete()[0]
    for said in (GoalAgreement, GoalScore):
        name = said._meta.model_name or ""
        counts[name] = said._default_manager.filter(goal__plan__in=of_plan).delete()[0]
    counts["goallevel"] = GoalLevel.objects.filter(goal__plan__in=of_plan).delete()[0]
    items: list[int] = []
    for kept in _OF_A_PLAN:
        path = "goal__plan__in" if kept is Action else "plan__in"
        rows = kept._default_manager.filter(**{path: of_plan})
        items += rows.order_by("pk").values_list("item", flat=True)
        counts[kept._meta.model_name or ""] = rows.delete()[0]
    Item.objects.filter(pk__in=items).delete()
    present = EvaluationPresence.objects.filter(evaluation__plan__in=of_plan)
    counts["evaluation_presence"] = present.delete()[0]
    approved = PlanApproval.objects.filter(revision__plan__in=of_plan)
    counts["plan_approval"] = approved.delete()[0]
    for beside in (AfterCare, Evaluation, HelperWish, TeamMember, Revision):
        name = beside._meta.model_name or ""
        counts[name] = beside._default_manager.filter(plan__in=of_plan).delete()[0]
    plans.update(follows=None)
    counts["plan"] = plans.delete()[0]
    return counts


_OF_A_PLAN: tuple[type[Model], ...] = (Action, Goal, Remark, ChildLine, SafetyAgreement)

register_release("person", let_go_of_plan_parts)
register_release("family", let_go_of_plans)
