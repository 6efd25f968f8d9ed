"""What looking at a plan together and ending it need."""

from collections.abc import Container, Iterable, Mapping
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from kring.foundation.deadlines.calendar import local_day
from kring.registry.network.models import PartnershipMember, Worker
from kring.registry.people.models import FamilyMembership, Person
from kring.support.plans.makers import Result
from kring.support.plans.models import (
    SAYABLE,
    ChildLine,
    Decision,
    Evaluation,
    Goal,
    Outcome,
    Plan,
    PlanEnd,
    PlanPolicy,
    Revision,
)
from kring.support.plans.states import CURRENT
from kring.trust.access.models import Involvement
from kring.trust.consent.queries import is_minor


def check_planned_on(day: date, at: datetime) -> None:
    """An evaluation is planned for a day to come; raises ValidationError."""
    if day < local_day(at):
        raise ValidationError({"planned_on": _("Kies een dag die nog komt.")})


def check_decided(decided: str) -> None:
    """Looking at a plan together ends with what was decided; raises ValidationError."""
    if decided not in Decision.values:
        raise ValidationError({"decided": _("Kies wat jullie beslisten.")})


def check_every_child_heard(plan: Plan, at: datetime) -> None:
    """Every child has a line since the plan was last looked at; raises ValidationError.

    "Not spoken, because" is a line too.
    """
    missing = children_not_heard(plan, at)
    if missing:
        names = ", ".join(child.name for child in missing)
        told = _("Schrijf eerst op wat elk kind zegt, of waarom niemand het sprak: %(names)s.")
        raise ValidationError({"children": told % {"names": names}})


def children_not_heard(plan: Plan, at: datetime) -> list[Person]:
    """Minors of the family without a child line since the plan was last looked at; three reads."""
    memberships = FamilyMembership.objects.filter(
        Q(ends_at__isnull=True) | Q(ends_at__gt=at),
        family=plan.family_id,
        role=FamilyMembership.Role.CHILD,
        starts_at__lte=at,
    )
    people = Person.objects.filter(pk__in=memberships.values("person")).order_by("birth_date", "pk")
    minors = [child for child in people if child.birth_date is not None and is_minor(child, at)]
    held = Evaluation.objects.filter(plan=plan, held_at__isnull=False).order_by("-held_at")
    since = held.values_list("held_at", flat=True).first()
    lines = ChildLine.objects.filter(plan=plan, child__in=[child.pk for child in minors])
    if since is not None:
        lines = lines.filter(told_at__gt=since)
    heard = set(lines.values_list("child_id", flat=True))
    return [child for child in minors if child.pk not in heard]


def wants_approval(plan: Plan, at: datetime) -> bool:
    """Whether a partnership the owner of this plan takes part in wants plans approved."""
    mine = PartnershipMember.objects.running(at).filter(organisation=plan.owner_id)
    policies = PlanPolicy.objects.filter(approval=True)
    return policies.filter(partnership__in=mine.values("partnership")).exists()


def check_may_approve(revision: Revision, worker: Worker, at: datetime) -> None:
    """Approved by a helper who reads the plan and did not freeze it; raises ValidationError."""
    if not may_approve(revision, worker, at):
        raise ValidationError(_("Dit keurt een tweede hulpverlener van het plan goed."))


def may_approve(revision: Revision, worker: Worker, at: datetime) -> bool:
    """Whether ``check_may_approve`` has nothing against it."""
    if revision.frozen_by_id == worker.pk or not wants_approval(revision.plan, at):
        return False
    mine = Involvement.objects.running(at).filter(worker=worker)
    return mine.filter(family=revision.plan.family_id).exists()


def check_is_current(plan: Plan) -> None:
    """A plan that ended does not end again; raises ValidationError."""
    if plan.state not in CURRENT:
        raise ValidationError(_("Dit plan is al afgesloten."))


def check_end(because: str, words: str) -> None:
    """A plan ends with why; raises ValidationError."""
    if because not in PlanEnd.values:
        raise ValidationError({"because": _("Kies waarom het plan stopt.")})
    if len(words) > MOST_WORDS:
        too_long = _("Dit is te lang: %(signs)s tekens. Hou het bij %(most)s.")
        raise ValidationError({"words": too_long % {"signs": len(words), "most": MOST_WORDS}})


def check_results(
    goals: Iterable[Goal], results: Mapping[UUID, Result], asked: Container[int]
) -> dict[UUID, Result]:
    """What came of each of these goals, for each whose item is asked about; else ValidationError.

    A goal that is not asked about ends as not said: who closes may not read it.
    """
    said = {value for value, _words in SAYABLE}
    found = {}
    for goal in goals:
        result = results.get(goal.key, Result(""))
        if goal.item_id not in asked:
            result = Result(Outcome.NOT_SAID)
        elif result.outcome not in said:
            raise ValidationError({"results": _("Kies bij elk doel wat ervan kwam.")})
        found[goal.key] = result
    return found


MOST_WORDS = 2_000
