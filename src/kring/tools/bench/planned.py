"""Plans to measure: a family with a plan of any size, made by the deeds themselves."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from kring.foundation.accounts.models import Account
from kring.foundation.journal.actor import Actor, ActorKind
from kring.foundation.journal.recording import action, record_read
from kring.registry.network.models import Organisation, Worker, WorkerRole
from kring.registry.people.models import Family, FamilyMembership, Person
from kring.support.circles.actions import TieFacts, add_tie
from kring.support.circles.models import Nature, Ring, Strength
from kring.support.plans.actions import (
    add_action,
    add_goal,
    add_remark,
    agree_on_goal,
    join_team,
    open_plan,
    score_goal,
    tell_child_line,
)
from kring.support.plans.makers import Doer, Maker, NewAction, NewChildLine, NewGoal, NewRemark
from kring.support.plans.models import Goal, Plan, RemarkKind, Said
from kring.support.requests.actions import Question, ask
from kring.tools.bench.population import Region
from kring.tools.bench.report import progress

WORDS = "Dat de ochtenden zonder ruzie verlopen en iedereen op tijd op school is."


@dataclass(frozen=True)
class Size:
    """How much stands in a plan, and how often its family was looked at."""

    goals: int
    actions: int
    team: int
    looks: int


@dataclass(frozen=True)
class Planned:
    """A plan, who works with it, and its goals."""

    plan: Plan
    worker: Worker
    actor: Actor
    goals: list[Goal]


def build_plan(name: str, region: Region, size: Size, at: datetime) -> Planned:
    """A family of a parent and two children with a plan of this size."""
    worker, owner = region.workers[0], region.desks[0].organisation
    by = Actor(ActorKind.WORKER, worker.key, worker.name, owner.key, owner.name)
    family = Family.objects.create(name=name, search_name=name.lower(), created_at=at)
    people = [_person(given, name, age, at) for given, age in (("Sofia", 36), ("Noor", 8), ("Ilyas", 5))]
    for person, role in zip(people, ("parent", "child", "child"), strict=True):
        FamilyMembership.objects.create(family=family, person=person, role=role, starts_at=at)
    plan = open_plan(family=family, owner=owner, anchor=worker, by=by, at=at)
    made = Planned(plan, worker, by, [])
    said: dict[str, Any] = {"maker": Maker(worker=worker, organisation=owner), "by": by, "at": at}
    for number in range(size.goals):
        about = tuple(people[: 1 + number % len(people)])
        goal = add_goal(
            plan=plan, goal=NewGoal(WORDS, about, (people[0],), domain="school", aim=7), **said
        )
        agree_on_goal(goal=goal, person=people[0], said=Said.YES, **said)
        for score in (3, 5):
            score_goal(goal=goal, person=people[0], score=score, **said)
        made.goals.append(goal)
    for number in range(size.actions):
        doer = Doer(person=people[0]) if number % 2 else Doer(worker=worker)
        due = date(at.year, at.month, 1) + timedelta(days=number)
        new = NewAction(f"Stap {number}: samen een kaart maken", doer, due)
        add_action(goal=made.goals[number % size.goals], new=new, **said)
    _beside(made, people, region, said)
    _team(made, owner, size.team, at)
    _looked_at(family, by, size.looks, at)
    progress(f"{name}: {size}")
    return made


def _beside(made: Planned, people: list[Person], region: Region, said: dict[str, Any]) -> None:
    """What stands on every page in use: a question, the circle, what goes well, what a child says."""
    plan, by, at = made.plan, made.actor, said["at"]
    asked = Question("web", "family", WORDS, family=plan.family, asker=people[0])
    ask(question=asked, desk=region.desks[0], by=by, at=at)
    for name in ("Oma Rita", "Buurman Karel"):
        facts = TieFacts(name, "", Ring.NEAR, Strength.USUAL, Nature.HELPS)
        told = {"author": made.worker, "owner": plan.owner, "by": by, "at": at}
        add_tie(family=plan.family, about=people, facts=facts, **told)
    for kind in RemarkKind:
        add_remark(plan=plan, remark=NewRemark(kind, WORDS, tuple(people)), **said)
    for child in people[1:]:
        line = NewChildLine("Ik slaap nu beter.", spoken_alone_on=at.date())
        tell_child_line(plan=plan, child=child, line=line, **said)


def _person(given: str, last: str, age: int, at: datetime) -> Person:
    return Person.objects.create(
        given_name=given,
        family_name=last,
        search_name=f"{given} {last}".lower(),
        birth_date=date(at.year - age, 3, 14),
        created_at=at,
    )


def _team(made: Planned, owner: Organisation, count: int, at: datetime) -> None:
    role = WorkerRole.objects.filter(worker=made.worker).order_by("pk")[0].role
    for number in range(count):
        name, email = f"Helper {number}", f"h{number}-{uuid4().hex[:8]}@example.org"
        account = Account.objects.create(email=email, name=name, created_at=at, password="!")  # noqa: S106
        helper = Worker.objects.create(account=account, name=name, email=email)
        WorkerRole.objects.create(worker=helper, organisation=owner, role=role, starts_at=at)
        join_team(plan=made.plan, worker=helper, because="team.joined", by=made.actor, at=at)


def _looked_at(family: Family, by: Actor, count: int, at: datetime) -> None:
    for number in range(count):
        _look(family=family, by=by, at=at + timedelta(minutes=number))


@action
def _look(*, family: Family, by: Actor, at: datetime) -> None:
    record_read(
        by=by, at=at, page="family_file:family", about=[("family", family.key)], because="anchor"
    )
