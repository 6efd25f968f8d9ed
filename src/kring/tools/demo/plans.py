"""The plans of the invented families: made at the kitchen table, looked at together, ended.

About a third of the families that get help make a plan. It begins with one goal and two things to do;
the rest grows, some of it late. Calibrated on nothing but plausibility: no figures are published.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.journal.actor import Actor
from kring.registry.network.models import Desk, Worker
from kring.registry.people.models import Family, FamilyMembership, Person
from kring.registry.people.queries import members_of
from kring.support.plans import actions
from kring.support.plans.makers import (
    Doer,
    Maker,
    NewAction,
    NewChildLine,
    NewGoal,
    NewRemark,
    Result,
)
from kring.support.plans.models import (
    AfterCare,
    Decision,
    Goal,
    Outcome,
    Plan,
    PlanEnd,
    RemarkKind,
    Said,
)
from kring.support.plans.queries import current_plan
from kring.support.requests.models import Request
from kring.tools.demo.reading import rows
from kring.tools.demo.stories import actor_of, working_hour
from kring.tools.demo.unrolling import Story
from kring.trust.consent.queries import is_minor

MAKES_A_PLAN = 0.1
DONE = 0.7
ENDS = 0.6
CHILD_SAYS = (
    "Ik speel graag bij oma.",
    "Thuis is het soms luid.",
    "Ik wil een hond.",
    "Op school gaat het goed.",
    "Ik slaap niet goed.",
    "Mama lacht meer.",
)
NOT_SPOKEN = ("Was ziek op de dag van de afspraak.", "Is nog te klein om alleen te spreken.")


@dataclass(frozen=True)
class Table:
    """Who sits at the kitchen table: the helper, for which desk, and the family."""

    worker: Worker
    desk: Desk
    family: Family
    parent: Person
    children: list[Person]
    chance: Random

    @property
    def by(self) -> Actor:
        return actor_of(self.worker, self.desk)

    @property
    def maker(self) -> Maker:
        return Maker(worker=self.worker, organisation=self.desk.organisation)


def plan_story(request: Request, chance: Random) -> Story:
    """From the day the help began: a plan, what comes of it, and how it ends."""
    table = _table_of(request, chance)
    if table is None or chance.random() > MAKES_A_PLAN:
        return
    yield (at := working_hour(request.closed_at or request.asked_at, 2 + chance.random() * 12, chance))
    if current_plan(table.family) is not None:
        return
    plan = actions.open_plan(
        family=table.family,
        owner=table.desk.organisation,
        anchor=table.worker,
        by=table.by,
        at=at,
    )
    told = [row for row in rows("goals") if row["topic"] == request.topic] or rows("goals")
    goal = _goal(plan, table, chance.choice(told), at)
    yield (at := working_hour(at, 5 + chance.random() * 15, chance))
    _beside(plan, table, at)
    yield from _work_on(goal, table, at)
    yield (at := working_hour(at, 20 + chance.random() * 20, chance))
    other = _goal(plan, table, chance.choice(rows("goals")), at)
    yield from _work_on(other, table, at)
    yield from _look_back(plan, table, [goal, other], at)


def _table_of(request: Request, chance: Random) -> Table | None:
    """Who would make a plan: whoever holds a question that was answered with help."""
    request.refresh_from_db()
    if request.worker is None or request.family is None or request.state != "answered":
        return None
    members = members_of(request.family, request.asked_at)
    parents = [one.person for one in members if one.role == FamilyMembership.Role.PARENT]
    children = [one.person for one in members if one.role == FamilyMembership.Role.CHILD]
    if not parents:
        return None
    return Table(request.worker, request.desk, request.family, parents[0], children, chance)


def _goal(plan: Plan, table: Table, row: dict[str, str], at: datetime) -> Goal:
    """A goal in somebody's words, with its first score and two things to do."""
    concerns = _concerned(table, row["who"])
    wanted = NewGoal(
        words=row["goal"],
        concerns=concerns,
        together=(table.parent,),
        language=row["language"],
        domain=row["domain"],
        aim=7,
    )
    goal = actions.add_goal(plan=plan, goal=wanted, maker=table.maker, by=table.by, at=at)
    said = Said.YES if table.chance.random() < 0.9 else Said.NOT_NOW
    actions.agree_on_goal(
        goal=goal, person=concerns[0], said=said, maker=table.maker, by=table.by, at=at
    )
    _score(goal, table, 1 + table.chance.randrange(4), at)
    doers = (Doer(person=table.parent), Doer(worker=table.worker), Doer(words="oma"))
    for name in ("action", "other_action"):
        due = local_day(at) + timedelta(days=7 + table.chance.randrange(40))
        new = NewAction(words=row[name], doer=table.chance.choice(doers), due_on=due)
        actions.add_action(goal=goal, new=new, maker=table.maker, by=table.by, at=at)
    return goal


def _concerned(table: Table, who: str) -> tuple[Person, ...]:
    if who == "child" and table.children:
        return (table.chance.choice(table.children),)
    return (table.parent, *table.children) if who == "all" else (table.parent,)


def _score(goal: Goal, table: Table, score: int, at: datetime) -> None:
    rows_of = goal.item.subjects.select_related("person").order_by("pk")
    person = rows_of[0].person
    actions.score_goal(goal=goal, person=person, score=score, maker=table.maker, by=table.by, at=at)


def _beside(plan: Plan, table: Table, at: datetime) -> None:
    """What goes well and what worries, and what some of the children say."""
    row = table.chance.choice(rows("goals"))
    for kind in (RemarkKind.STRENGTH, RemarkKind.WORRY):
        remark = NewRemark(
            kind=kind, words=row[kind.value], about=(table.parent,), language=row["language"]
        )
        actions.add_remark(plan=plan, remark=remark, maker=table.maker, by=table.by, at=at)
    for child in table.children:
        if table.chance.random() < 0.7:
            _hear(plan, table, child, at)


def _hear(plan: Plan, table: Table, child: Person, at: datetime) -> None:
    spoken = table.chance.random() < 0.85
    line = NewChildLine(
        words=table.chance.choice(CHILD_SAYS) if spoken else "",
        spoken_alone_on=local_day(at) if spoken else None,
        not_spoken_because="" if spoken else table.chance.choice(NOT_SPOKEN),
        parents_may_read=table.chance.random() < 0.6,
    )
    actions.tell_child_line(plan=plan, child=child, line=line, maker=table.maker, by=table.by, at=at)


def _work_on(goal: Goal, table: Table, at: datetime) -> Story:
    """Most of what was agreed is done, some of it late, some never."""
    for one in goal.actions.order_by("position"):
        if one.due_on is None or table.chance.random() > DONE:
            continue
        days = (one.due_on - local_day(at)).days + table.chance.randrange(-5, 8)
        yield (at := working_hour(at, max(1, days), table.chance))
        one.refresh_from_db()
        if one.state != "left":
            actions.finish_action(done=one, by=table.by, at=at)


def _look_back(plan: Plan, table: Table, goals: list[Goal], at: datetime) -> Story:
    """Looked at together after some three months; then on, or rounded off."""
    yield (at := working_hour(at, 60 + table.chance.random() * 40, table.chance))
    ends = table.chance.random() < ENDS
    for goal in goals:
        _score(goal, table, 4 + table.chance.randrange(6), at)
    for child in table.children:
        if is_minor(child, at):
            _hear(plan, table, child, at)
    decided = Decision.CLOSE if ends else table.chance.choice([Decision.GO_ON, Decision.CHANGE])
    actions.hold_evaluation(
        plan=plan,
        decided=decided,
        present=(table.worker, table.parent),
        worker=table.worker,
        by=table.by,
        at=at,
        next_on=None if ends else local_day(at) + timedelta(days=90),
    )
    if ends:
        yield (at := working_hour(at, 3 + table.chance.random() * 20, table.chance))
        yield from _end(plan, table, goals, at)


def _end(plan: Plan, table: Table, goals: list[Goal], at: datetime) -> Story:
    outcomes = (Outcome.ACHIEVED, Outcome.ACHIEVED, Outcome.IMPROVING, Outcome.NO_PROGRESS)
    because = (PlanEnd.REACHED, PlanEnd.PARTLY, PlanEnd.OTHER_HELP, PlanEnd.STOPPED, PlanEnd.MOVED)
    actions.close_plan(
        plan=plan,
        because=table.chance.choices(because, (45, 30, 12, 8, 5))[0],
        words="",
        results={goal.key: Result(table.chance.choice(outcomes)) for goal in goals},
        present=(table.worker, table.parent),
        worker=table.worker,
        by=table.by,
        at=at,
    )
    for check in AfterCare.objects.filter(plan=plan).order_by("months"):
        yield (at := working_hour(at, (check.due_on - local_day(at)).days + 1, table.chance))
        actions.ask_after_care(
            check=check,
            goes_well=table.chance.random() < 0.8,
            words="",
            worker=table.worker,
            by=table.by,
            at=at,
        )
