"""Filling a plan from a template."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, record
from kring.foundation.records.local_text import in_language
from kring.registry.people.models import Person
from kring.support.plans.actions.doing import add_action
from kring.support.plans.actions.goals import add_goal
from kring.support.plans.makers import Doer, Maker, NewAction, NewGoal
from kring.support.plans.models import Goal, Plan, PlanTemplate


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


def _keyed(of: UUID, name: str, told: list[dict[str, Any]]) -> Iterator[tuple[UUID, dict[str, Any]]]:
    """Each with the key it always has within ``of``."""
    for number, one in enumerate(told):
        yield uuid5(of, f"{name}:{number}"), one
