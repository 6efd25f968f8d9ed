"""What each deed on the plan as a whole does: looking at it together, pausing it, ending it."""

from typing import Any

from kring.support.plans import actions
from kring.support.plans.models import FrozenBecause, Plan
from kring.web.plan.plan_forms import CloseForm, HeldForm, ReviewForm
from kring.web.plan.sheet import Sheet

PLACE = "samen"


def _plan(sheet: Sheet) -> Plan:
    if sheet.plan is None:
        raise ValueError("there is no plan to look at")
    return sheet.plan


def _deed(sheet: Sheet) -> dict[str, Any]:
    return {"plan": _plan(sheet), "by": sheet.request.reader.actor, "at": sheet.at}


def choose_day(sheet: Sheet, _part: None, form: ReviewForm) -> str:
    actions.plan_evaluation(on=form.cleaned_data["planned_on"], **_deed(sheet))
    return PLACE


def look_together(sheet: Sheet, _part: None, form: HeldForm) -> str:
    given = form.cleaned_data
    actions.hold_evaluation(
        decided=given["decided"],
        present=form.chosen(),
        worker=sheet.worker,
        next_on=given["next_on"],
        **_deed(sheet),
    )
    return PLACE


def keep(sheet: Sheet, _part: None, _form: None) -> str:
    actions.freeze(because=FrozenBecause.AGREEMENT, worker=sheet.worker, **_deed(sheet))
    return PLACE


def pause(sheet: Sheet, _part: None, _form: None) -> str:
    actions.pause_plan(**_deed(sheet))
    return PLACE


def resume(sheet: Sheet, _part: None, _form: None) -> str:
    actions.resume_plan(**_deed(sheet))
    return PLACE


def close(sheet: Sheet, _part: None, form: CloseForm) -> str:
    given = form.cleaned_data
    actions.close_plan(
        because=given["because"],
        words=given["words"],
        results=form.results(),
        present=form.chosen(),
        worker=sheet.worker,
        **_deed(sheet),
    )
    return ""
