"""How far a goal is to go, and how it ended."""

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, record
from kring.registry.network.models import Worker
from kring.support.plans.actions.goals import subjects_of
from kring.support.plans.models import Goal, GoalLevel, Outcome
from kring.support.plans.rules import check_attainment, check_score
from kring.support.plans.states import GOAL


@action
def set_aim(*, goal: Goal, version: int, aim: int | None, by: Actor, at: datetime) -> None:
    """Say which score is good enough, 0 to 10. Raises StaleRecord when another save came first."""
    if aim is not None:
        check_score(aim)
    goal.save_from(version, aim=aim)
    record(by=by, at=at, did="goal.aimed", about=subjects_of(goal))


@action
def describe_attainment(
    *, goal: Goal, version: int, words: Mapping[int, str], by: Actor, at: datetime
) -> None:
    """Say in words what each level from -2 to 2 is; 0 is what is expected. Empty takes it away."""
    kept = {level: said.strip() for level, said in words.items() if said.strip()}
    check_attainment(kept)
    levels = {str(level): kept[level] for level in sorted(kept)}
    level = goal.level if str(goal.level) in levels else None
    goal.save_from(version, attainment=levels, level=level)
    record(by=by, at=at, did="goal.aimed", about=subjects_of(goal))


@action
def set_level(
    *,
    goal: Goal,
    version: int,
    level: int | None,
    by: Actor,
    at: datetime,
    worker: Worker | None = None,
) -> None:
    """Say on which level a goal stands now; only levels that have words. Raises StaleRecord.

    Each level is kept with its moment, and with the ``worker`` who heard it.
    """
    if level is not None and str(level) not in goal.attainment:
        raise ValidationError({"level": _("Kies een trap die in woorden beschreven is.")})
    goal.save_from(version, level=level)
    if level is not None:
        GoalLevel.objects.create(goal=goal, level=level, said_at=at, heard_by=worker)
    record(by=by, at=at, did="goal.levelled", about=subjects_of(goal))


@action
def end_goal(*, goal: Goal, outcome: str, words: str, by: Actor, at: datetime) -> None:
    """End a goal with what came of it; ValidationError without. Raises CannotMove when it ended."""
    if outcome not in Outcome.values:
        raise ValidationError({"outcome": _("Kies wat er van dit doel kwam.")})
    GOAL.move(goal, "end", ends_at=at, outcome=outcome, outcome_words=words.strip())
    record(by=by, at=at, did="goal.ended", about=subjects_of(goal), outcome=outcome)


@action
def drop_goal(*, goal: Goal, words: str, by: Actor, at: datetime) -> None:
    """Let a goal go, with why where somebody says it."""
    GOAL.move(goal, "drop", ends_at=at, outcome_words=words.strip())
    record(by=by, at=at, did="goal.dropped", about=subjects_of(goal))


@action
def reopen_goal(*, goal: Goal, by: Actor, at: datetime) -> None:
    """Take a goal up again."""
    GOAL.move(goal, "reopen", ends_at=None, outcome="", outcome_words="")
    record(by=by, at=at, did="goal.reopened", about=subjects_of(goal))
