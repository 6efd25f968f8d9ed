"""A plan stands still for a while, ends, or gives way to a new one."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

import isodate
from django.db.models import Q

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.deadlines.queries import term_at
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.chain import Subject
from kring.foundation.journal.recording import action, record
from kring.foundation.outbox.actions import Recipient, post
from kring.registry.network.models import Organisation, Worker
from kring.registry.people.models import Person
from kring.registry.people.queries import safe_channels
from kring.support.plans.actions.evaluating import keep_evaluation
from kring.support.plans.actions.freezing import freeze
from kring.support.plans.actions.opening import open_plan
from kring.support.plans.actions.reaching import end_goal
from kring.support.plans.actions.standing import hold_still
from kring.support.plans.actions.team import join_team, let_out
from kring.support.plans.makers import Result
from kring.support.plans.models import (
    Action,
    AfterCare,
    Decision,
    Evaluation,
    FrozenBecause,
    Goal,
    LeftBecause,
    Plan,
    PlanEnd,
    SafetyAgreement,
    TeamMember,
)
from kring.support.plans.rules import (
    check_end,
    check_every_child_heard,
    check_is_current,
    check_results,
)
from kring.support.plans.states import ACTION, PLAN, PROPOSED, RUNNING, STARTED, TO_DO
from kring.support.plans.texts import COPY_PAGE, KEPT
from kring.trust.access.items import sifted
from kring.trust.access.models import Item, ItemSubject
from kring.trust.access.readers import Reader
from kring.trust.consent.queries import able_among

LOOKS_BACK = (PlanEnd.REACHED, PlanEnd.PARTLY, PlanEnd.OTHER_HELP)
"""After these ends somebody asks how it goes; who stopped or went elsewhere is left in peace."""
AFTER_CARE = ("after_care_first", "after_care_second", "after_care_third")
"""Terms that say how long after the end; the value is an ISO 8601 duration of months."""


@action
def pause_plan(*, plan: Plan, by: Actor, at: datetime) -> None:
    """Let a plan stand still: it is read, and nothing in it changes. Raises CannotMove."""
    PLAN.move(plan, "pause")
    record(by=by, at=at, did="plan.paused", about=_subjects(plan))


@action
def resume_plan(*, plan: Plan, by: Actor, at: datetime) -> None:
    """Go on with a plan that stood still. Raises CannotMove."""
    PLAN.move(plan, "resume")
    record(by=by, at=at, did="plan.resumed", about=_subjects(plan))


@action
def close_plan(
    *,
    plan: Plan,
    because: str,
    words: str,
    results: Mapping[UUID, Result],
    present: Iterable[Worker | Person],
    worker: Worker,
    by: Actor,
    at: datetime,
    reader: Reader | None = None,
) -> None:
    """End a plan with why, and with what came of each goal that is still open.

    With a ``reader`` only of goals they may read: the others end as not said.

    The end evaluation is held with it, unless the last one decided to stop: so every child is heard.
    What is still to do is left, the team leaves, and each person is told how long the file is kept.
    Where it makes sense somebody looks back later, and the anchor person stays until then.
    Raises ValidationError.
    """
    hold_still(plan)
    check_is_current(plan)
    check_end(because, words)
    goals = plan.goals.filter(state__in=(PROPOSED, STARTED)).select_related("item")
    still_open = list(goals.order_by("position", "pk"))
    came = check_results(still_open, results, _read_by(reader, still_open, at))
    evaluated = _decided_to_stop(plan)
    if not evaluated:
        check_every_child_heard(plan, at)
    for goal in still_open:
        result = came[goal.key]
        end_goal(goal=goal, outcome=result.outcome, words=result.words, by=by, at=at)
    for one in Action.objects.filter(goal__plan=plan, state__in=(TO_DO, RUNNING)).order_by("pk"):
        ACTION.move(one, "leave")
    if evaluated:
        freeze(plan=plan, because=FrozenBecause.CLOSING, worker=worker, by=by, at=at)
    else:
        _hold_the_last(plan, present=present, worker=worker, by=by, at=at)
    PLAN.move(
        plan, "close", ends_at=at, ended_because=because, ended_words=words.strip(), review_on=None
    )
    looks_back = because in LOOKS_BACK
    if looks_back:
        _plan_after_care(plan, at)
    _team_leaves(plan, but_the_anchor=looks_back, at=at)
    _tell_how_long_it_is_kept(plan, by=by, at=at)
    record(by=by, at=at, did="plan.closed", about=_subjects(plan), why=because)


def _read_by(reader: Reader | None, goals: list[Goal], at: datetime) -> set[int]:
    """The items of those of these goals that whoever closes is asked about."""
    items = {goal.item_id for goal in goals}
    return items if reader is None else set(sifted(reader, Item.objects.filter(pk__in=items), at))


def _hold_the_last(
    plan: Plan, *, present: Iterable[Worker | Person], worker: Worker, by: Actor, at: datetime
) -> None:
    keep_evaluation(
        plan=plan,
        decided=Decision.CLOSE,
        present=present,
        worker=worker,
        by=by,
        at=at,
        because=FrozenBecause.CLOSING,
    )


def _decided_to_stop(plan: Plan) -> bool:
    held = Evaluation.objects.filter(plan=plan, held_at__isnull=False).order_by("-held_at")
    return held.values_list("decided", flat=True).first() == Decision.CLOSE


def _plan_after_care(plan: Plan, at: datetime) -> None:
    day = local_day(at)
    durations = [isodate.parse_duration(term_at(code, at)) for code in AFTER_CARE]
    AfterCare.objects.bulk_create(
        AfterCare(plan=plan, months=int(length.months + 12 * length.years), due_on=day + length)
        for length in durations
    )


def _team_leaves(plan: Plan, *, but_the_anchor: bool, at: datetime) -> None:
    for member in TeamMember.objects.filter(plan=plan, ends_at__isnull=True).order_by("pk"):
        if not (member.anchor and but_the_anchor):
            let_out(member, because=LeftBecause.PLAN_ENDED, words="", at=at)


def _tell_how_long_it_is_kept(plan: Plan, *, by: Actor, at: datetime) -> None:
    """Who decides for themself, stands in the plan and has a safe channel; it says nothing of it."""
    items = Item.objects.filter(Q(goal__plan=plan) | Q(action__goal__plan=plan))
    about = ItemSubject.objects.filter(item__in=items, aside=False).values("person")
    people = list(Person.objects.filter(pk__in=about).order_by("pk"))
    able, reached = able_among(people, at), safe_channels([person.pk for person in people], at)
    for person in people:
        if person.pk in able and person.pk in reached:
            to = Recipient("person", person.key)
            post(by=by, at=at, to=to, text=KEPT, link=COPY_PAGE, once=f"{KEPT}:{plan.key}:{person.key}")


@action
def supersede_plan(
    *, plan: Plan, owner: Organisation, anchor: Worker, words: str, by: Actor, at: datetime
) -> Plan:
    """Begin anew: a new plan follows this one, which stays as it was frozen.

    Open goals and running safety agreements go along with everything on them, and the helpers with
    them; what was reached, let go, remarked or told stays with the old plan.
    """
    hold_still(plan)
    check_is_current(plan)
    freeze(plan=plan, because=FrozenBecause.CLOSING, worker=anchor, by=by, at=at)
    running = TeamMember.objects.filter(plan=plan, ends_at__isnull=True)
    helpers = list(running.select_related("worker", "person").order_by("pk"))
    PLAN.move(plan, "supersede", ends_at=at, ended_words=words.strip(), review_on=None)
    _team_leaves(plan, but_the_anchor=False, at=at)
    made = open_plan(family=plan.family, owner=owner, anchor=anchor, by=by, at=at)
    Plan.objects.filter(pk=made.pk).update(follows=plan)
    made.follows = plan
    plan.goals.filter(ends_at__isnull=True).update(plan=made)
    SafetyAgreement.objects.filter(plan=plan, ends_at__isnull=True).update(plan=made)
    Evaluation.objects.filter(plan=plan, held_at__isnull=True).update(plan=made)
    for member in helpers:
        join_team(
            plan=made,
            worker=member.worker,
            person=member.person,
            does=member.does,
            because="plan.superseded",
            by=by,
            at=at,
        )
    record(by=by, at=at, did="plan.superseded", about=_subjects(plan))
    return made


def _subjects(plan: Plan) -> list[Subject]:
    return [("plan", plan.key), ("family", plan.family.key)]
