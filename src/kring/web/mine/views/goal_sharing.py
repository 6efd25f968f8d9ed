"""Who reads one of my goals: sharing it with somebody, and stopping that."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kring.registry.people.models import Person
from kring.support.plans.actions import hide_goal, share_goal, unshare_goal
from kring.support.plans.makers import Maker
from kring.support.plans.models import Goal
from kring.support.plans.queries import own_goal
from kring.support.plans.rules import concerned_by
from kring.trust.access.http import ReadRequest
from kring.trust.consent.queries import able_to_decide
from kring.web.mine.goal_readers import GoalReader, goal_reader, goal_readers
from kring.web.mine.guard import persons_only
from kring.web.mine.seen import Seen
from kring.web.mine.views.own import seen_on


@require_http_methods(["GET", "HEAD", "POST"])
@persons_only
def readers(request: ReadRequest, key: UUID) -> HttpResponse:
    """Who reads this goal now and who could, with one button each."""
    seen = seen_on(request)
    goal = own_goal(request.reader, key, seen.at)
    if goal is None or not _mine_to_share(seen, goal):
        raise Http404
    if request.method == "POST":
        _change(request, seen, goal)
        return redirect("mine:goal_readers", goal.key)
    found = goal_readers(goal, seen.person, seen.at)
    return render(request, "mine/goal_readers.html", {"goal": goal, "readers": found})


def _change(request: ReadRequest, seen: Seen, goal: Goal) -> None:
    chosen = goal_reader(goal, seen.person, request.POST.get("wie", ""), seen.at)
    if chosen is None:
        raise Http404
    try:
        _share_or_stop(request, seen, goal, chosen)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))


def _share_or_stop(request: ReadRequest, seen: Seen, goal: Goal, chosen: GoalReader) -> None:
    named = {"name": chosen.name}
    hand: dict[str, Any] = {"by": request.reader.actor, "at": seen.at}
    maker = Maker(person=seen.person)
    if request.POST.get("doe") != "stop":
        share_goal(goal=goal, to=chosen.who, maker=maker, **hand)
        messages.success(request, _("%(name)s leest dit doel nu mee.") % named)
        return
    if isinstance(chosen.who, Person):
        hide_goal(goal=goal, reader=chosen.who, maker=maker, **hand)
    else:
        unshare_goal(goal=goal, reader=chosen.who, **hand)
    messages.success(request, _("%(name)s leest dit doel niet meer.") % named)


def _mine_to_share(seen: Seen, goal: Goal) -> bool:
    """Whether this person decides about themself, and the goal is about them."""
    return seen.person in concerned_by(goal.item) and able_to_decide(seen.person, seen.at)
