"""The plan as it stood: how a part is written down once, read again by today's rule, and compared.

A part keeps persons, workers and organisations by their key: names are looked up when it is read,
so that somebody who was erased has no name in an old plan either.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Model, QuerySet

from kring.registry.network.models import Organisation, Worker
from kring.registry.people.models import Person
from kring.support.plans.models import (
    Action,
    ChildLine,
    Goal,
    GoalAgreement,
    GoalScore,
    Moment,
    Plan,
    Remark,
    Revision,
    RevisionPart,
)
from kring.trust.access.items import saw_items, sifted
from kring.trust.access.models import Item
from kring.trust.access.readers import Reader

type Content = dict[str, Any]


@dataclass(frozen=True, slots=True)
class FrozenAction:
    """An action as it stood. ``doer`` is a name, or empty where nobody of that key is left."""

    key: UUID
    words: str
    doer: str
    due_on: date | None
    state: str


@dataclass(frozen=True, slots=True)
class FrozenScore:
    """How a goal went for one person: the score at the start, and the last one then."""

    who: UUID
    name: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class FrozenGoal:
    """A goal as it stood, with how it went for each person and what each said of it (by name)."""

    key: UUID
    words: str
    language: str
    state: str
    outcome: str
    outcome_words: str
    aim: int | None
    level: int | None
    scores: tuple[FrozenScore, ...]
    said: tuple[tuple[str, str], ...]
    actions: list[FrozenAction] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class FrozenChildLine:
    """What a child said as it stood then."""

    key: UUID
    child: str
    words: str
    spoken_alone_on: date | None
    not_spoken_because: str
    what_makes_safe: str


@dataclass(frozen=True, slots=True)
class FrozenRemark:
    """A strength or a worry as it stood then."""

    key: UUID
    kind: str
    words: str


@dataclass(slots=True)
class FrozenPage:
    """What one reader sees of a plan as it stood. ``given``: actions whose goal they may not see."""

    goals: list[FrozenGoal] = field(default_factory=list)
    given: list[FrozenAction] = field(default_factory=list)
    remarks: list[FrozenRemark] = field(default_factory=list)
    child_lines: list[FrozenChildLine] = field(default_factory=list)


def revisions_of(plan: Plan) -> QuerySet[Revision]:
    """The times a plan was frozen, the newest first; what stands in them is sifted part by part."""
    return Revision.objects.filter(plan=plan).select_related("frozen_by").order_by("-number")


def revision_page(reader: Reader, revision: Revision, at: datetime) -> FrozenPage:
    """What this reader may see today of a plan as it stood then; its subjects noted as read.

    A fixed number of reads, whatever its size.
    """
    rows = RevisionPart.objects.filter(revision=revision).order_by("position", "pk")
    parts = list(rows.values_list("item_id", "content"))
    items = Item.objects.filter(pk__in=[item for item, _content in parts])
    readable = sifted(reader, items, at)
    saw_items(readable.values())
    return _page([content for item, content in parts if item in readable])


def plan_as_it_stands(reader: Reader, plan: Plan, at: datetime) -> FrozenPage:
    """What this reader sees of a plan now, in the shape of a frozen one: to compare the two."""
    parts = contents_of(plan)
    readable = sifted(reader, Item.objects.filter(pk__in=[item for item, _content in parts]), at)
    saw_items(readable.values())
    return _page([content for item, content in parts if item in readable])


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
    return found + [(line.item_id, _of_child_line(line)) for line in newest.values()]


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


def _page(contents: list[Content]) -> FrozenPage:
    names = _names(contents)
    page = FrozenPage()
    goals: dict[str, FrozenGoal] = {}
    for content in contents:
        if content["kind"] == "goal":
            goals[content["key"]] = _goal(content, names)
        elif content["kind"] == "action":
            goal = goals.get(content["goal"])
            (page.given if goal is None else goal.actions).append(_action(content, names))
        elif content["kind"] == "remark":
            remark = FrozenRemark(UUID(content["key"]), content["which"], content["words"])
            page.remarks.append(remark)
        else:
            page.child_lines.append(_child_line(content, names))
    page.goals = list(goals.values())
    return page


def _goal(content: Content, names: Mapping[str, str]) -> FrozenGoal:
    return FrozenGoal(
        key=UUID(content["key"]),
        words=content["words"],
        language=content["language"],
        state=content["state"],
        outcome=content["outcome"],
        outcome_words=content["outcome_words"],
        aim=content["aim"],
        level=content["level"],
        scores=tuple(
            FrozenScore(UUID(who), names[who], first, last)
            for who, (first, last) in content["scores"].items()
            if who in names
        ),
        said=tuple((names[who], said) for who, said in content["said"].items() if who in names),
    )


def _action(content: Content, names: Mapping[str, str]) -> FrozenAction:
    return FrozenAction(
        key=UUID(content["key"]),
        words=content["words"],
        doer=content["doer_words"] or names.get(content["doer"], ""),
        due_on=_day(content["due_on"]),
        state=content["state"],
    )


def _child_line(content: Content, names: Mapping[str, str]) -> FrozenChildLine:
    return FrozenChildLine(
        key=UUID(content["key"]),
        child=names.get(content["child"], ""),
        words=content["words"],
        spoken_alone_on=_day(content["spoken_alone_on"]),
        not_spoken_because=content["not_spoken_because"],
        what_makes_safe=content["what_makes_safe"],
    )


def _day(told: str) -> date | None:
    return date.fromisoformat(told) if told else None


def _names(contents: Iterable[Content]) -> dict[str, str]:
    """The names of everybody in these parts, by key; three reads."""
    keys: set[str] = set()
    for content in contents:
        keys |= {*content.get("scores", ()), *content.get("said", ())}
        keys |= {content.get("doer", ""), content.get("child", "")}
    keys.discard("")
    found: dict[str, str] = {}
    for model in (Person, Worker, Organisation):
        rows = model._default_manager.filter(key__in=keys).order_by("pk")
        found |= {str(row.key): row.name for row in rows}
    return found
