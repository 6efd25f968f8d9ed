"""What the deeds about the levels of a goal do."""

from django.core.exceptions import ValidationError

from kring.support.plans import actions
from kring.support.plans.models import Goal
from kring.web.plan.level_forms import LevelForm, LevelsForm
from kring.web.plan.sheet import Sheet


def describe(sheet: Sheet, goal: Goal, form: LevelsForm) -> str:
    """What each level is; an error about 0 stands at 0. Raises StaleRecord."""
    words, version = form.words(), form.cleaned_data["version"]
    try:
        actions.describe_attainment(
            goal=goal, version=version, words=words, by=sheet.request.reader.actor, at=sheet.at
        )
    except ValidationError as wrong:
        raise ValidationError({"trap0": wrong.messages}) from wrong
    return f"doel-{goal.key}"


def stand(sheet: Sheet, goal: Goal, form: LevelForm) -> str:
    """On which level the goal stands now. Raises StaleRecord."""
    given = form.cleaned_data
    actions.set_level(
        goal=goal,
        version=given["version"],
        level=given["level"],
        worker=sheet.worker,
        by=sheet.request.reader.actor,
        at=sheet.at,
    )
    return f"doel-{goal.key}"
