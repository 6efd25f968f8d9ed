"""My own plan: reading it, saying how it goes, and putting a goal or an agreement on it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kring.foundation.ui.refusals import beside
from kring.registry.people.models import Person
from kring.support.plans.actions import (
    add_action,
    add_goal,
    agree_on_goal,
    finish_action,
    reopen_action,
    score_goal,
)
from kring.support.plans.faces import FACES, SCORES
from kring.support.plans.makers import Doer, Maker, NewAction, NewGoal
from kring.support.plans.models import Action, Goal, Said
from kring.support.plans.queries import does, own_action, own_goal, own_plan_to_add_to
from kring.support.plans.states import DONE
from kring.trust.access.http import ReadRequest
from kring.web.mine.guard import persons_only
from kring.web.mine.own_plan import plan_of, said_for, takes_part
from kring.web.mine.plan_forms import ME, ActionForm, GoalForm
from kring.web.mine.receivers import may_answer_for
from kring.web.mine.seen import Seen
from kring.web.mine.views.own import seen_on


@require_safe
@persons_only
def plan(request: ReadRequest) -> HttpResponse:
    """The plan as I may see it, with one tap for each deed."""
    seen = seen_on(request)
    context = {"plan": plan_of(seen), "person": seen.person, "faces": FACES, "said": Said.choices}
    return render(request, "mine/plan.html", context)


@require_POST
@persons_only
def score(request: ReadRequest, key: UUID) -> HttpResponse:
    """Say how a goal goes now, in one tap; answers to where the tap was."""
    seen = seen_on(request)
    goal, whose = _goal_to_say(seen, key)
    given = request.POST.get("gaat", "")
    if given not in {str(one) for one in SCORES}:
        raise Http404
    score_goal(goal=goal, person=whose, score=int(given), **_hand(request, seen))
    messages.success(request, _("Genoteerd hoe het nu gaat."))
    return redirect("mine:home" if request.POST.get("van") == "begin" else "mine:plan")


@require_POST
@persons_only
def agree(request: ReadRequest, key: UUID) -> HttpResponse:
    """Say what I think of a goal: yes, not yet, or no."""
    seen = seen_on(request)
    (goal, whose), said = _goal_to_say(seen, key), request.POST.get("zeg", "")
    if said not in Said.values:
        raise Http404
    agree_on_goal(goal=goal, person=whose, said=said, **_hand(request, seen))
    messages.success(request, _("Genoteerd wat jij ervan vindt."))
    return redirect("mine:plan")


@require_http_methods(["GET", "HEAD", "POST"])
@persons_only
def new_goal(request: ReadRequest) -> HttpResponse:
    """Put a goal on the plan in my own words."""
    seen = seen_on(request)
    persons = may_answer_for(seen) or [seen.person]
    if own_plan_to_add_to(seen.person, seen.at) is None:
        raise Http404
    given = request.POST if request.method == "POST" else None
    form = GoalForm(given, persons=persons, me=seen.person)
    made = _put_goal(request, seen, form) if form.is_bound and form.is_valid() else None
    if made is not None:
        messages.success(request, _("Je doel staat op het plan. Kies nu wie het mag lezen."))
        return redirect("mine:goal_readers", made.key)
    return render(request, "mine/goal.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@persons_only
def new_action(request: ReadRequest, key: UUID) -> HttpResponse:
    """Put on a goal what will be done, by whom and by when."""
    seen = seen_on(request)
    goal = _goal_to_add_to(seen, key)
    form = ActionForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and _put_action(request, seen, goal, form):
        messages.success(request, _("De afspraak staat op het plan."))
        return redirect("mine:plan")
    context = {"form": form, "goal": goal}
    return render(request, "mine/action.html", context, status=422 if form.is_bound else 200)


@require_POST
@persons_only
def done(request: ReadRequest, key: UUID) -> HttpResponse:
    """Say in one tap that I did it, or that it is to do again."""
    seen = seen_on(request)
    found = own_action(request.reader, key, seen.at)
    if found is None or not does(found, seen.person):
        raise Http404
    _turn(request, seen, found)
    return redirect("mine:plan")


def _turn(request: ReadRequest, seen: Seen, found: Action) -> None:
    if request.POST.get("weer") and found.state == DONE:
        reopen_action(again=found, by=request.reader.actor, at=seen.at)
    elif not request.POST.get("weer"):
        finish_action(done=found, by=request.reader.actor, at=seen.at)
        messages.success(request, _("Goed gedaan. Het staat op klaar."))


def _goal_to_say(seen: Seen, key: UUID) -> tuple[Goal, Person]:
    """A goal, and for whom this person says how it goes."""
    goal = own_goal(seen.reader, key, seen.at)
    whose = said_for(goal.item, seen.person, _answering(seen)) if goal is not None else None
    if goal is None or whose is None:
        raise Http404
    return goal, whose


def _goal_to_add_to(seen: Seen, key: UUID) -> Goal:
    goal = own_goal(seen.reader, key, seen.at)
    if goal is None or not takes_part(goal.item, seen.person, _answering(seen)):
        raise Http404
    return goal


def _answering(seen: Seen) -> set[int]:
    return {person.pk for person in may_answer_for(seen)}


def _hand(request: ReadRequest, seen: Seen) -> dict[str, Any]:
    return {"maker": Maker(person=seen.person), "by": request.reader.actor, "at": seen.at}


def _put_goal(request: ReadRequest, seen: Seen, form: GoalForm) -> Goal | None:
    plan = own_plan_to_add_to(seen.person, seen.at)
    if plan is None:
        raise Http404
    wanted = NewGoal(
        words=form.cleaned_data["words"],
        concerns=form.about_whom(),
        language=get_language() or "nl",
        key=form.cleaned_data["submission"],
    )
    try:
        return add_goal(plan=plan, goal=wanted, **_hand(request, seen))
    except ValidationError as wrong:
        beside(form, wrong)
        return None


def _put_action(request: ReadRequest, seen: Seen, goal: Goal, form: ActionForm) -> bool:
    given = form.cleaned_data
    doer = Doer(person=seen.person) if given["who"] == ME else Doer(words=given["name"])
    new = NewAction(
        words=given["words"],
        doer=doer,
        due_on=given["due_on"],
        language=get_language() or "nl",
        key=given["submission"],
    )
    try:
        add_action(goal=goal, new=new, **_hand(request, seen))
    except ValidationError as wrong:
        beside(form, wrong)
        return False
    return True
