"""Actions towards a goal: giving one to somebody, and saying that it is done."""

from datetime import datetime
from uuid import uuid4

from django.db.models import Max

from kring.foundation.classes.facts import DataClass
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.chain import Subject
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.registry.network.models import Organisation, Worker
from kring.registry.people.models import Person
from kring.support.plans.actions.ordering import put_before
from kring.support.plans.makers import ActionChange, Maker, NewAction
from kring.support.plans.models import Action, Goal
from kring.support.plans.rules import check_action_words, check_doer, check_is_active, concerned_by
from kring.support.plans.states import ACTION, DONE, RUNNING
from kring.trust.access.items import class_item, hand_over, take_back

ACTION_KIND = "action"


@action
def add_action(*, goal: Goal, new: NewAction, maker: Maker, by: Actor, at: datetime) -> Action:
    """Give somebody something to do; they read this action. The same key twice is one action.

    It is about whom the goal concerns, and those who take part in the goal take part in it.
    """
    known = Action.objects.filter(key=new.key, goal=goal).first() if new.key else None
    if known is not None:
        nothing_changed()
        return known
    check_is_active(goal.plan)
    check_action_words(new.words)
    check_doer(new.doer, at)
    readers = dict.fromkeys(one for one in (*_taking_part(goal), new.doer.reader) if one is not None)
    item = class_item(
        kind=ACTION_KIND,
        about=concerned_by(goal.item),
        data_class=DataClass(goal.item.data_class),
        told_by=maker.told_by,
        domain=goal.item.domain,
        owner=maker.organisation or goal.plan.owner,
        author=maker.worker,
        named=readers,
        hidden_from=_kept_from(goal),
        at=at,
    )
    last = goal.actions.aggregate(last=Max("position"))["last"] or 0
    made = Action.objects.create(
        key=new.key or uuid4(),
        goal=goal,
        item=item,
        words=new.words.strip(),
        words_language=new.language,
        doer_person=new.doer.person,
        doer_worker=new.doer.worker,
        doer_organisation=new.doer.organisation,
        doer_words=new.doer.words.strip(),
        service_key=new.service,
        due_on=new.due_on,
        position=last + 1,
    )
    record(by=by, at=at, did="action.added", about=subjects_of(made))
    return made


@action
def finish_action(*, done: Action, by: Actor, at: datetime) -> None:
    """Say that an action is done; said twice, it is done once."""
    if done.state == DONE:
        nothing_changed()
        return
    ACTION.move(done, "finish", done_at=at)
    record(by=by, at=at, did="action.done", about=subjects_of(done))


@action
def reopen_action(*, again: Action, by: Actor, at: datetime) -> None:
    """Say that an action is still to do."""
    ACTION.move(again, "reopen", done_at=None)
    record(by=by, at=at, did="action.reopened", about=subjects_of(again))


@action
def move_action(*, moved: Action, before: Action | None, by: Actor, at: datetime) -> None:
    """Put an action before another one of its goal, or last."""
    put_before(moved, before, moved.goal.actions.all())
    record(by=by, at=at, did="action.moved", about=subjects_of(moved))


@action
def start_action(*, started: Action, by: Actor, at: datetime) -> None:
    """Say that somebody began; said twice, it began once."""
    if started.state == RUNNING:
        nothing_changed()
        return
    ACTION.move(started, "start")
    record(by=by, at=at, did="action.started", about=subjects_of(started))


@action
def leave_action(*, left: Action, by: Actor, at: datetime) -> None:
    """Say that an action will not be done; it stays on the plan as left."""
    ACTION.move(left, "leave")
    record(by=by, at=at, did="action.left", about=subjects_of(left))


@action
def change_action(*, changed: Action, version: int, to: ActionChange, by: Actor, at: datetime) -> None:
    """Change words, doer or day. Raises StaleRecord when another save came first.

    Who does it no longer reads it no longer, unless they take part in the goal; who does it now does.
    """
    check_is_active(changed.goal.plan)
    check_action_words(to.words)
    check_doer(to.doer, at)
    former = changed.doer_person or changed.doer_worker or changed.doer_organisation
    changed.save_from(
        version,
        words=to.words.strip(),
        doer_person=to.doer.person,
        doer_worker=to.doer.worker,
        doer_organisation=to.doer.organisation,
        doer_words=to.doer.words.strip(),
        due_on=to.due_on,
    )
    if former is not None and former != to.doer.reader and former not in _taking_part(changed.goal):
        take_back(changed.item, former)
    if to.doer.reader is not None:
        hand_over(changed.item, to.doer.reader)
    record(by=by, at=at, did="action.changed", about=subjects_of(changed))


def _kept_from(goal: Goal) -> list[Person]:
    """From whom a goal is hidden, what is done for it is hidden too."""
    return [row.person for row in goal.item.hidden.select_related("person").order_by("pk")]


def subjects_of(done: Action) -> list[Subject]:
    """Whom an entry about this action concerns."""
    return [("action", done.key), *(("person", person.key) for person in concerned_by(done.goal.item))]


def _taking_part(goal: Goal) -> list[Person | Worker | Organisation]:
    rows = goal.item.named.select_related("person", "worker", "organisation").order_by("pk")
    named = (row.person or row.worker or row.organisation for row in rows)
    return [one for one in named if one is not None]
