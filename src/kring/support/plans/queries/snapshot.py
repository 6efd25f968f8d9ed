"""Writing down a plan as it stands, part by part: what a revision keeps.

A part keeps persons, workers and organisations by their key: names are looked up when it is read,
so that somebody who was erased has no name in an old plan either. Only who stands on the circle is
kept as typed: a tie is a name in words, and goes with its item.
"""

from collections import defaultdict
from typing import Any

from django.db.models import Model, QuerySet

from kring.support.circles.models import Tie
from kring.support.plans.models import (
    Action,
    ChildLine,
    Goal,
    GoalAgreement,
    GoalScore,
    Moment,
    Plan,
    Remark,
)

type Content = dict[str, Any]


def contents_of(plan: Plan) -> list[tuple[int, Content]]:
    """Every part of a plan as it stands, each with the inner number of its item, in order."""
    goals = list(Goal.objects.filter(plan=plan).order_by("position", "pk"))
    scores: dict[int, list[GoalScore]] = defaultdict(list)
    for score in _told(GoalScore.objects.filter(goal__plan=plan)):
        scores[score.goal_id].append(score)
    said: dict[int, list[GoalAgreement]] = defaultdict(list)
    for agreement in _told(GoalAgreement.objects.filter(goal__plan=plan)):
        said[agreement.goal_id].append(agreement)
    found = [(goal.item_id, _of_goal(goal, scores[goal.pk], said[goal.pk])) for goal in goals]
    related = ("goal", "doer_person", "doer_worker", "doer_organisation")
    actions = Action.objects.filter(goal__plan=plan).select_related(*related)
    found += [
        (one.item_id, _of_action(one)) for one in actions.order_by("goal__position", "position", "pk")
    ]
    remarks = Remark.objects.filter(plan=plan).order_by("kind", "pk")
    found += [(one.item_id, _of_remark(one)) for one in remarks]
    lines = ChildLine.objects.filter(plan=plan).select_related("child").order_by("told_at", "pk")
    newest = {line.child_id: line for line in lines}
    found += [(line.item_id, _of_child_line(line)) for line in newest.values()]
    ties = Tie.objects.filter(family=plan.family_id, ends_at__isnull=True).order_by("pk")
    return found + [(tie.item_id, _of_tie(tie)) for tie in ties]


def _told[M: Model](rows: QuerySet[M]) -> QuerySet[M]:
    return rows.select_related("person").order_by("said_at", "pk")


def _of_goal(goal: Goal, scores: list[GoalScore], said: list[GoalAgreement]) -> Content:
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for score in scores:
        who = str(score.person.key)
        if score.moment == Moment.START or who not in first:
            first[who] = score.score
        last[who] = score.score
    return {
        "kind": "goal",
        "key": str(goal.key),
        "words": goal.words,
        "language": goal.words_language,
        "domain": goal.domain,
        "state": goal.state,
        "outcome": goal.outcome,
        "outcome_words": goal.outcome_words,
        "aim": goal.aim,
        "level": goal.level,
        "scores": {who: [first[who], last[who]] for who in last},
        "said": {str(one.person.key): one.said for one in said},
    }


def _of_action(one: Action) -> Content:
    doer = one.doer_person or one.doer_worker or one.doer_organisation
    return {
        "kind": "action",
        "key": str(one.key),
        "goal": str(one.goal.key),
        "words": one.words,
        "language": one.words_language,
        "doer": str(doer.key) if doer is not None else "",
        "doer_words": one.doer_words,
        "due_on": one.due_on.isoformat() if one.due_on is not None else "",
        "state": one.state,
    }


def _of_remark(one: Remark) -> Content:
    return {
        "kind": "remark",
        "key": str(one.key),
        "which": one.kind,
        "words": one.words,
        "language": one.words_language,
    }


def _of_child_line(line: ChildLine) -> Content:
    spoken = line.spoken_alone_on
    return {
        "kind": "child_line",
        "key": str(line.key),
        "child": str(line.child.key),
        "words": line.words,
        "language": line.words_language,
        "spoken_alone_on": spoken.isoformat() if spoken is not None else "",
        "not_spoken_because": line.not_spoken_because,
        "what_makes_safe": line.what_makes_safe,
    }


def _of_tie(tie: Tie) -> Content:
    return {
        "kind": "tie",
        "key": str(tie.key),
        "name": tie.name,
        "bond": tie.bond,
        "ring": tie.ring,
        "strength": tie.strength,
        "nature": tie.nature,
    }
