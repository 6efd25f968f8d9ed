"""The plan on paper as one person sees it, and who of a plan can be given a paper."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from kring.foundation.ui.paper import as_paper
from kring.registry.people.models import Person
from kring.registry.people.queries import members_of
from kring.support.circles.models import Tie
from kring.support.circles.queries import ties_of
from kring.support.plans.models import Plan
from kring.support.plans.queries import PlanPage, ToldGoal, plan_page
from kring.trust.access.queries import may_have_access, persons_by_id
from kring.trust.access.readers import Reader
from kring.trust.access.standing import standing_of
from kring.web.paper.words import contents

PAPER = Path(__file__).parent / "data" / "plan.typ"


def plan_on_paper(
    person: Person, pages: list[PlanPage], at: datetime, *, printed_by: Reader | None = None
) -> bytes:
    """The PDF of what this person may see of these plans, with the circle around them.

    ``printed_by``: a worker, who may see of the circle what stands on it too.
    """
    ties = [tie for page in pages for tie in _ties(person, page.plan, at, printed_by)]
    return as_paper(PAPER, contents(person, pages, at, ties), at)


def _ties(person: Person, plan: Plan, at: datetime, printed_by: Reader | None) -> list[Tie]:
    theirs = ties_of(Reader(person=person), plan.family, at)
    if printed_by is None:
        return theirs
    own = {tie.pk for tie in ties_of(printed_by, plan.family, at)}
    return [tie for tie in theirs if tie.pk in own]


def page_for(worker: Reader, person: Person, plan: Plan, at: datetime) -> PlanPage:
    """What both this person and the worker who prints it may see of a plan.

    A worker gives nothing away that they do not read themself, and reads nothing along by printing.
    """
    theirs = plan_page(Reader(person=person), plan, at)
    own = plan_page(worker, plan, at)
    known = {told.item.pk for told in own.goals} | {told.item.pk for told in own.given}
    known |= {told.item.pk for goal in own.goals for told in goal.actions}
    known |= {one.item_id for one in own.remarks} | {one.item_id for one in own.child_lines}
    known |= {one.item_id for one in own.safety}
    return PlanPage(
        plan=plan,
        goals=[_narrowed(told, known) for told in theirs.goals if told.item.pk in known],
        given=[told for told in theirs.given if told.item.pk in known],
        remarks=[one for one in theirs.remarks if one.item_id in known],
        child_lines=[one for one in theirs.child_lines if one.item_id in known],
        safety=[one for one in theirs.safety if one.item_id in known],
        team=theirs.team,
    )


def _narrowed(told: ToldGoal, known: set[int]) -> ToldGoal:
    return replace(told, actions=[one for one in told.actions if one.item.pk in known])


def people_to_print_for(worker: Reader, plan: Plan, at: datetime) -> list[Person]:
    """The members of the family this worker takes part in the help to; noted as read.

    Not a second parent whom the first did not call safe: there is nothing of theirs to print.
    """
    ids = [row.person_id for row in members_of(plan.family, at)]
    seen = persons_by_id(worker, ids, at)
    people = [seen[pk] for pk in ids if pk in seen]
    kinds = standing_of(worker, people, at).kinds
    return [one for one in people if kinds.get(one.pk) and may_have_access(one, at)]
