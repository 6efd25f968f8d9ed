"""What each deed on the plan as a whole does: looking at it together, pausing it, ending it."""

from typing import Any

from django.contrib import messages
from django.utils.translation import gettext as _

from kring.support.plans import actions
from kring.support.plans.models import FrozenBecause, Plan
from kring.support.plans.rules import wants_approval
from kring.web.plan.plan_forms import AnewForm, CloseForm, HeldForm, ReviewForm
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
    said = _("Vastgelegd. Je vindt het in de geschiedenis.")
    if wants_approval(_plan(sheet), sheet.at):
        said = _("Vastgelegd. Een tweede hulpverlener van dit plan kijkt het na.")
    messages.success(sheet.request, said)
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
        reader=sheet.request.reader,
        **_deed(sheet),
    )
    return ""


def begin_anew(sheet: Sheet, _part: None, form: AnewForm) -> str:
    """A new plan of the same organisation and the same anchor person follows this one."""
    plan = _plan(sheet)
    anchors = (row.worker for row in sheet.told.team if row.anchor and row.ends_at is None)
    actions.supersede_plan(
        owner=plan.owner,
        anchor=next(anchors) or sheet.worker,
        words=form.cleaned_data["words"],
        **_deed(sheet),
    )
    return ""
