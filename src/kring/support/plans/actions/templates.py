"""Filling a plan from a template, and keeping the templates of a partnership."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4, uuid5

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, record
from kring.foundation.records.local_text import LocalText, in_language
from kring.foundation.workflow.transitions import CannotMove
from kring.registry.network.models import Partnership
from kring.registry.people.models import Person
from kring.support.plans.actions.doing import add_action
from kring.support.plans.actions.goals import add_goal
from kring.support.plans.makers import Doer, Maker, NewAction, NewGoal
from kring.support.plans.models import Goal, Plan, PlanTemplate
from kring.support.plans.rules import check_template


@action
def apply_template(
    *,
    plan: Plan,
    template: PlanTemplate,
    concerns: tuple[Person, ...],
    maker: Maker,
    by: Actor,
    at: datetime,
    together: tuple[Person, ...] = (),
    language: str = "nl",
) -> list[Goal]:
    """Put the goals of a template on a plan, with actions due so many days from today.

    Who applies it does the actions until somebody else is chosen. Applied twice it is there once.
    """
    made = []
    for goal_key, told in _keyed(plan.key, template.code, template.goals):
        wanted = NewGoal(
            words=in_language(told["words"], language),
            concerns=concerns,
            together=together,
            language=language,
            domain=told["domain"],
            key=goal_key,
        )
        goal = add_goal(plan=plan, goal=wanted, maker=maker, by=by, at=at)
        for key, one in _keyed(goal_key, "action", told["actions"]):
            new = NewAction(
                words=in_language(one["words"], language),
                doer=Doer(worker=maker.worker, person=None if maker.worker else maker.person),
                due_on=local_day(at) + timedelta(days=one["due_after_days"]),
                language=language,
                key=key,
            )
            add_action(goal=goal, new=new, maker=maker, by=by, at=at)
        made.append(goal)
    about = [("plan", plan.key), ("family", plan.family.key)]
    record(by=by, at=at, did="template.applied", about=about, template=template.code)
    return made


@action
def keep_template(
    *,
    partnership: Partnership,
    name: LocalText,
    goals: list[dict[str, Any]],
    by: Actor,
    at: datetime,
    former: PlanTemplate | None = None,
) -> PlanTemplate:
    """Keep a template of a partnership; a changed one takes the place of the ``former`` from today.

    Plans that were filled stay as they are. Raises ValidationError, and CannotMove when the former
    was changed or taken away a moment before.
    """
    check_template(name, goals)
    if former is not None:
        _let_go(former, at)
    day = local_day(at)
    made = PlanTemplate.objects.create(
        code=f"own_{uuid4().hex}", partnership=partnership, name=name, goals=goals, valid_from=day
    )
    about = [("partnership", partnership.key)]
    record(by=by, at=at, did="template.kept", about=about, template=made.code)
    return made


@action
def end_template(*, template: PlanTemplate, by: Actor, at: datetime) -> None:
    """Take a template of a partnership away; plans that were filled stay. Raises CannotMove."""
    _let_go(template, at)
    about = [("partnership", template.partnership.key)] if template.partnership is not None else []
    record(by=by, at=at, did="template.ended", about=about, template=template.code)


def _let_go(template: PlanTemplate, at: datetime) -> None:
    running = PlanTemplate.objects.filter(pk=template.pk, valid_until__isnull=True)
    if not running.exclude(partnership=None).update(valid_until=local_day(at)):
        raise CannotMove(template, "end")


def _keyed(of: UUID, name: str, told: list[dict[str, Any]]) -> Iterator[tuple[UUID, dict[str, Any]]]:
    """Each with the key it always has within ``of``."""
    for number, one in enumerate(told):
        yield uuid5(of, f"{name}:{number}"), one
