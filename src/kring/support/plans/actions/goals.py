"""Goals: adding one, saying it otherwise, agreeing, saying how it goes."""

from datetime import datetime
from uuid import uuid4

from django.db.models import Max, Q

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.chain import Subject
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.registry.people.models import Person
from kring.support.plans.actions.ordering import put_before
from kring.support.plans.domains import DEFAULT_LIST, subject_of
from kring.support.plans.makers import Maker, NewGoal
from kring.support.plans.models import Goal, GoalAgreement, GoalScore, Moment, Plan, Said
from kring.support.plans.rules import (
    check_concerned,
    check_concerns,
    check_domain,
    check_goal_words,
    check_is_active,
    check_may_take_part,
    check_score,
    concerned_by,
)
from kring.support.plans.states import GOAL, PROPOSED
from kring.trust.access.items import class_item
from kring.trust.access.models import Item
from kring.trust.access.told import class_of_told

GOAL_KIND = "goal"


@action
def add_goal(*, plan: Plan, goal: NewGoal, maker: Maker, by: Actor, at: datetime) -> Goal:
    """Put a goal on the plan; the same key twice gives the same goal. Raises ValidationError."""
    known = Goal.objects.filter(key=goal.key, plan=plan).first() if goal.key else None
    if known is not None:
        nothing_changed()
        return known
    check_is_active(plan)
    check_goal_words(goal.words)
    check_concerns(goal.concerns)
    check_may_take_part(goal.concerns, goal.together, at)
    item = class_item(
        kind=GOAL_KIND,
        about=goal.concerns,
        data_class=class_of_told(maker.told_by),
        told_by=maker.told_by,
        domain=subject_of(goal.domain),
        owner=maker.organisation or plan.owner,
        author=maker.worker,
        named=_taking_part(goal, maker),
        at=at,
    )
    last = plan.goals.aggregate(last=Max("position"))["last"] or 0
    made = Goal.objects.create(
        key=goal.key or uuid4(),
        plan=plan,
        item=item,
        words=goal.words.strip(),
        words_language=goal.language,
        domain=goal.domain,
        domain_list=DEFAULT_LIST if goal.domain else "",
        aim=goal.aim,
        position=last + 1,
        starts_at=at,
    )
    record(by=by, at=at, did="goal.added", about=subjects_of(made))
    return made


def _taking_part(goal: NewGoal, maker: Maker) -> list[Person]:
    """Whoever makes a goal takes part in it."""
    own = [maker.person] if maker.person is not None else []
    return list(dict.fromkeys([*goal.together, *own]))


@action
def reword_goal(
    *, goal: Goal, version: int, words: str, by: Actor, at: datetime, language: str = ""
) -> None:
    """Say a goal otherwise, in the language it had or another one.

    Raises StaleRecord when another save came first.
    """
    check_goal_words(words)
    spoken = language or goal.words_language
    goal.save_from(version, words=words.strip(), words_language=spoken)
    record(by=by, at=at, did="goal.reworded", about=subjects_of(goal))


@action
def place_goal(*, goal: Goal, version: int, domain: str, by: Actor, at: datetime) -> None:
    """Say in which life domain of its list a goal lies; empty for none. Raises StaleRecord.

    The goal and what is done for it then lie under the subject of consent that domain belongs to.
    """
    known = goal.domain_list or DEFAULT_LIST
    check_domain(domain, known)
    goal.save_from(version, domain=domain, domain_list=known if domain else "")
    items = Item.objects.filter(Q(goal=goal) | Q(action__goal=goal))
    items.update(domain=subject_of(domain, known))
    record(by=by, at=at, did="goal.placed", about=subjects_of(goal))


@action
def move_goal(*, goal: Goal, before: Goal | None, by: Actor, at: datetime) -> None:
    """Put a goal before another one, or last; every goal keeps a place of its own."""
    put_before(goal, before, goal.plan.goals.all())
    record(by=by, at=at, did="goal.moved", about=subjects_of(goal))


@action
def agree_on_goal(
    *, goal: Goal, person: Person, said: str, maker: Maker, by: Actor, at: datetime
) -> None:
    """Keep what a person whom a goal concerns says of it; the first yes starts the goal."""
    check_concerned(goal, person)
    GoalAgreement.objects.create(goal=goal, person=person, said=said, said_at=at, heard_by=maker.worker)
    if said == Said.YES and goal.state == PROPOSED:
        GOAL.move(goal, "agree")
    about = [("goal", goal.key), ("person", person.key)]
    record(by=by, at=at, did="goal.agreed", about=about, said=said)


@action
def score_goal(
    *,
    goal: Goal,
    person: Person,
    score: int,
    maker: Maker,
    by: Actor,
    at: datetime,
    moment: str = Moment.NOW,
) -> None:
    """Keep how a goal goes for one person, 0 to 10; the first score is that of the start."""
    check_score(score)
    check_concerned(goal, person)
    first = not goal.scores.filter(person=person).exists()
    GoalScore.objects.create(
        goal=goal,
        person=person,
        score=score,
        moment=Moment.START if first else moment,
        said_at=at,
        heard_by=maker.worker,
    )
    record(by=by, at=at, did="goal.scored", about=[("goal", goal.key), ("person", person.key)])


def subjects_of(goal: Goal) -> list[Subject]:
    """Whom an entry about this goal concerns."""
    return [("goal", goal.key), *(("person", person.key) for person in concerned_by(goal.item))]
