"""What each deed on the sheet does: a form that was right becomes actions of the plan."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import get_language

from kring.support.plans import actions
from kring.support.plans.makers import (
    ActionChange,
    NewAction,
    NewChildLine,
    NewGoal,
    NewRemark,
    NewSafety,
)
from kring.support.plans.models import Action, Goal, Plan, SafetyAgreement
from kring.support.plans.suggesting import suggested_domain
from kring.web.plan.forms import ActionForm, BeginForm, DeedForm, GoalForm
from kring.web.plan.part_forms import DROPPED, ChangedActionForm, GoalWordsForm
from kring.web.plan.sheet import Sheet


def _deed(sheet: Sheet) -> dict[str, Any]:
    return {"by": sheet.request.reader.actor, "at": sheet.at}


def _said(sheet: Sheet) -> dict[str, Any]:
    return {"maker": sheet.maker, **_deed(sheet)}


def _language() -> str:
    return get_language() or "nl"


def _plan(sheet: Sheet) -> Plan:
    if sheet.plan is None:
        raise ValueError("there is no plan to write in")
    return sheet.plan


def begin(sheet: Sheet, _part: None, form: BeginForm) -> str:
    """The plan, its first goal and its first action: all of them or none."""
    given = form.cleaned_data
    owner = sheet.organisation
    if owner is None:
        raise ValueError("a plan is opened on behalf of an organisation")
    with transaction.atomic():
        sheet.plan = actions.open_plan(
            family=sheet.family, owner=owner, anchor=sheet.worker, **_deed(sheet)
        )
        goal = _add_goal(sheet, form)
        new = NewAction(given["first"], form.chosen_doer(), given["due_on"], _language())
        actions.add_action(goal=goal, new=new, **_said(sheet))
    return f"doel-{goal.key}"


def add_goal(sheet: Sheet, _part: None, form: GoalForm) -> str:
    return f"doel-{_add_goal(sheet, form).key}"


def _add_goal(sheet: Sheet, form: BeginForm | GoalForm) -> Goal:
    """The life domain is suggested by the words; nobody is asked."""
    given = form.cleaned_data
    wanted = NewGoal(
        words=given["words"],
        concerns=form.people("concerns"),
        together=form.people("together"),
        language=given.get("words_language") or _language(),
        domain=suggested_domain(given["words"]),
        key=given["submission"],
    )
    return actions.add_goal(plan=_plan(sheet), goal=wanted, **_said(sheet))


def add_action(sheet: Sheet, goal: Goal, form: ActionForm) -> str:
    given = form.cleaned_data
    new = NewAction(
        given["words"], form.chosen_doer(), given["due_on"], _language(), given["submission"]
    )
    actions.add_action(goal=goal, new=new, **_said(sheet))
    return f"doel-{goal.key}"


def change_goal(sheet: Sheet, goal: Goal, form: GoalWordsForm) -> str:
    """Words, aim and life domain, from the version the form was read at. Raises StaleRecord."""
    given = form.cleaned_data
    with transaction.atomic():
        said = {"words": given["words"], "language": given["words_language"]}
        actions.reword_goal(goal=goal, version=given["version"], **said, **_deed(sheet))
        if given["aim"] != goal.aim:
            actions.set_aim(goal=goal, version=goal.version, aim=given["aim"], **_deed(sheet))
        if given["domain"] != goal.domain:
            placed = {"version": goal.version, "domain": given["domain"]}
            actions.place_goal(goal=goal, **placed, **_deed(sheet))
    return f"doel-{goal.key}"


def score(sheet: Sheet, goal: Goal, form: DeedForm) -> str:
    person = form.people("person")[0]
    actions.score_goal(goal=goal, person=person, score=form.cleaned_data["score"], **_said(sheet))
    return f"doel-{goal.key}"


def agree(sheet: Sheet, goal: Goal, form: DeedForm) -> str:
    person = form.people("person")[0]
    actions.agree_on_goal(goal=goal, person=person, said=form.cleaned_data["said"], **_said(sheet))
    return f"doel-{goal.key}"


def end_goal(sheet: Sheet, goal: Goal, form: DeedForm) -> str:
    outcome, words = form.cleaned_data["outcome"], form.cleaned_data["words"]
    if outcome == DROPPED:
        actions.drop_goal(goal=goal, words=words, **_deed(sheet))
    else:
        actions.end_goal(goal=goal, outcome=outcome, words=words, **_deed(sheet))
    return f"doel-{goal.key}"


def reopen_goal(sheet: Sheet, goal: Goal, _form: DeedForm) -> str:
    actions.reopen_goal(goal=goal, **_deed(sheet))
    return f"doel-{goal.key}"


def goal_up(sheet: Sheet, goal: Goal, _form: DeedForm) -> str:
    shown = [one.goal for one in sheet.told.goals]
    _, before = _neighbours(shown, goal)
    if before is not None:
        actions.move_goal(goal=goal, before=before, **_deed(sheet))
    return f"doel-{goal.key}"


def goal_down(sheet: Sheet, goal: Goal, _form: DeedForm) -> str:
    shown = [one.goal for one in sheet.told.goals]
    after, _ = _neighbours(shown, goal)
    if after is not None:
        actions.move_goal(goal=after, before=goal, **_deed(sheet))
    return f"doel-{goal.key}"


def action_up(sheet: Sheet, action: Action, _form: DeedForm) -> str:
    _, before = _neighbours(_beside(sheet, action), action)
    if before is not None:
        actions.move_action(moved=action, before=before, **_deed(sheet))
    return f"afspraak-{action.key}"


def action_down(sheet: Sheet, action: Action, _form: DeedForm) -> str:
    after, _ = _neighbours(_beside(sheet, action), action)
    if after is not None:
        actions.move_action(moved=after, before=action, **_deed(sheet))
    return f"afspraak-{action.key}"


def _beside(sheet: Sheet, action: Action) -> list[Action]:
    """The actions of the same goal that the reader sees, in their order."""
    told = next((one for one in sheet.told.goals if one.goal.pk == action.goal_id), None)
    return [one.action for one in told.actions] if told is not None else [action]


def _neighbours[T](shown: Sequence[T], one: T) -> tuple[T | None, T | None]:
    """What stands after and before one of these; what the reader does not see does not count."""
    place = shown.index(one)
    after = shown[place + 1] if place + 1 < len(shown) else None
    return after, shown[place - 1] if place else None


def finish(sheet: Sheet, action: Action, _form: DeedForm) -> str:
    actions.finish_action(done=action, **_deed(sheet))
    return f"afspraak-{action.key}"


def reopen(sheet: Sheet, action: Action, _form: DeedForm) -> str:
    actions.reopen_action(again=action, **_deed(sheet))
    return f"afspraak-{action.key}"


def start(sheet: Sheet, action: Action, _form: DeedForm) -> str:
    actions.start_action(started=action, **_deed(sheet))
    return f"afspraak-{action.key}"


def leave(sheet: Sheet, action: Action, _form: DeedForm) -> str:
    actions.leave_action(left=action, **_deed(sheet))
    return f"afspraak-{action.key}"


def change_action(sheet: Sheet, action: Action, form: ChangedActionForm) -> str:
    given = form.cleaned_data
    to = ActionChange(given["words"], form.chosen_doer(), given["due_on"])
    actions.change_action(changed=action, version=given["version"], to=to, **_deed(sheet))
    return f"afspraak-{action.key}"


def add_remark(sheet: Sheet, _part: None, form: DeedForm) -> str:
    given = form.cleaned_data
    remark = NewRemark(
        given["kind"], given["words"], form.people("about"), _language(), given["submission"]
    )
    actions.add_remark(plan=_plan(sheet), remark=remark, **_said(sheet))
    return "opmerkingen"


def tell_child_line(sheet: Sheet, _part: None, form: DeedForm) -> str:
    given = form.cleaned_data
    line = NewChildLine(
        words=given["words"],
        spoken_alone_on=given["spoken_alone_on"],
        not_spoken_because=given["not_spoken_because"],
        what_makes_safe=given["what_makes_safe"],
        parents_may_read=given["parents_may_read"],
        language=_language(),
        key=given["submission"],
    )
    child = form.people("child")[0]
    actions.tell_child_line(plan=_plan(sheet), child=child, line=line, **_said(sheet))
    return "kinderen"


def agree_on_safety(sheet: Sheet, _part: None, form: DeedForm) -> str:
    given = form.cleaned_data
    agreed = NewSafety(
        calls=given["calls"],
        goes_to=given["goes_to"],
        about=form.people("about"),
        known_by=form.people("known_by"),
        hidden_from=form.people("hidden_from"),
        key=given["submission"],
    )
    actions.agree_on_safety(plan=_plan(sheet), agreed=agreed, **_said(sheet))
    return "veilig"


def end_safety(sheet: Sheet, agreed: SafetyAgreement, _form: DeedForm) -> str:
    actions.end_safety(agreed=agreed, version=agreed.version, **_deed(sheet))
    return "veilig"
