"""The plan as its person reads it: goals in their own words, how it goes, who does what."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.records.local_text import choice_words
from kring.registry.people.models import Person
from kring.support.plans.attainment import Level, described, level_of
from kring.support.plans.faces import Face, face_of
from kring.support.plans.models import (
    Action,
    ChildLine,
    Goal,
    GoalAgreement,
    GoalScore,
    Remark,
    SafetyAgreement,
    Said,
)
from kring.support.plans.queries import ToldAction, ToldGoal, does, own_plans
from kring.support.plans.states import DONE, DROPPED, ENDED, LEFT
from kring.trust.access.models import Item
from kring.web.mine.receivers import may_answer_for
from kring.web.mine.seen import Seen

LAST_SCORES = 5


@dataclass(frozen=True, slots=True)
class OwnAction:
    """Something that was agreed: who does it, by when; ``mine``: this person does it."""

    action: Action
    who: str
    mine: bool
    done: bool
    late: bool


@dataclass(frozen=True, slots=True)
class Rung:
    """One level of a goal in words; ``now``: it stands there."""

    level: Level
    words: str
    now: bool


@dataclass(frozen=True, slots=True)
class OwnGoal:
    """A goal with what this person said of it, and what they may do with it."""

    goal: Goal
    about: str
    mine: bool
    face: Face | None
    said_at: datetime | None
    history: list[tuple[datetime, Face]]
    ladder: list[Rung]
    climbed: list[tuple[datetime, Level]]
    agreement: str
    actions: list[OwnAction]
    may_say: bool
    may_add: bool
    may_share: bool
    ended: bool


@dataclass(frozen=True, slots=True)
class OwnPlanPage:
    """Everything of the plans this person reads; ``own``: they may put a goal on one of them."""

    own: bool
    goals: list[OwnGoal]
    given: list[OwnAction]
    remarks: list[Remark]
    child_lines: list[ChildLine]
    safety: list[SafetyAgreement]
    review_on: date | None

    @property
    def running(self) -> list[OwnGoal]:
        return [one for one in self.goals if not one.ended]

    @property
    def over(self) -> list[OwnGoal]:
        return [one for one in self.goals if one.ended]

    @property
    def to_do(self) -> list[OwnAction]:
        """What this person does themself and is not done yet, whatever goal it is for."""
        loose = [one for one in self.given if one.mine]
        tied = [one for goal in self.running for one in goal.actions if one.mine]
        return [one for one in [*loose, *tied] if not one.done]


def plan_of(seen: Seen) -> OwnPlanPage:
    """The plan of this person, as the one table lets them read it."""
    found = own_plans(seen.reader, seen.at)
    pages = [one.page for one in found]
    answering = {person.pk for person in may_answer_for(seen)}
    return OwnPlanPage(
        own=any(one.own for one in found),
        goals=[own_goal_of(seen, goal, answering) for page in pages for goal in page.goals],
        given=[_action(seen, one) for page in pages for one in page.given if _shown(one)],
        remarks=[remark for page in pages for remark in page.remarks],
        child_lines=_newest([line for page in pages for line in page.child_lines]),
        safety=[one for page in pages for one in page.safety],
        review_on=next((one.page.plan.review_on for one in found if one.own), None),
    )


def own_goal_of(seen: Seen, told: ToldGoal, answering: set[int]) -> OwnGoal:
    """One goal; scores are those of this person, or of the child they answer for, alone."""
    person = seen.person
    whose = said_for(told.item, person, answering)
    scores = [one for one in told.scores if whose is not None and one.person_id == whose.pk]
    about = _about(told.item)
    mine = person.pk in {one.pk for one in about}
    return OwnGoal(
        goal=told.goal,
        about=", ".join(one.name for one in about if one.pk != person.pk),
        mine=mine,
        face=face_of(scores[-1].score) if scores else None,
        said_at=scores[-1].said_at if scores else None,
        history=_history(scores),
        ladder=_ladder(told.goal),
        climbed=[(one.said_at, level_of(one.level)) for one in reversed(told.levels)],
        agreement=_agreement(told.agreements, whose),
        actions=[_action(seen, one) for one in told.actions if _shown(one)],
        may_say=whose is not None,
        may_add=takes_part(told.item, person, answering),
        may_share=mine and person.pk in answering,
        ended=told.goal.state in {ENDED, DROPPED},
    )


def said_for(item: Item, person: Person, answering: set[int]) -> Person | None:
    """For whom somebody says how a goal goes: themself, else a child they answer for; or nobody."""
    about = sorted(_about(item), key=lambda one: (one.pk != person.pk, one.pk))
    return next((one for one in about if one.pk == person.pk or one.pk in answering), None)


def takes_part(item: Item, person: Person, answering: set[int]) -> bool:
    """Whether somebody adds to a goal: it is about them or their child, or they are named on it."""
    named = {row.person_id for row in item.named.all()}
    return person.pk in named or said_for(item, person, answering) is not None


def _about(item: Item) -> list[Person]:
    return [row.person for row in item.subjects.all() if not row.aside]


def _history(scores: list[GoalScore]) -> list[tuple[datetime, Face]]:
    return [(one.said_at, face_of(one.score)) for one in scores[-LAST_SCORES - 1 : -1]]


def _ladder(goal: Goal) -> list[Rung]:
    """The levels that have words, the highest first."""
    return [
        Rung(level, words, level.number == goal.level) for level, words in described(goal.attainment)
    ]


def _agreement(agreements: list[GoalAgreement], whose: Person | None) -> str:
    said = [one for one in agreements if whose is not None and one.person_id == whose.pk]
    return choice_words(Said, said[-1].said) if said else ""


def _shown(told: ToldAction) -> bool:
    return told.action.state != LEFT


def _action(seen: Seen, told: ToldAction) -> OwnAction:
    action = told.action
    done = action.state == DONE
    late = not done and action.due_on is not None and action.due_on < local_day(seen.at)
    return OwnAction(action, _doer(action, seen.person), does(action, seen.person), done, late)


def _doer(action: Action, person: Person) -> str:
    if action.doer_person_id == person.pk:
        return _("jij")
    who = action.doer_person or action.doer_worker or action.doer_organisation
    return who.name if who is not None else action.doer_words


def _newest(lines: list[ChildLine]) -> list[ChildLine]:
    """The last telling of each child; they come in by child, the newest first."""
    found: dict[int, ChildLine] = {}
    for line in lines:
        found.setdefault(line.child_id, line)
    return list(found.values())
