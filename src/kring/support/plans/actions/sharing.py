"""Sharing a goal with somebody, and no longer."""

from datetime import datetime

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, record
from kring.registry.network.models import Organisation, Worker
from kring.registry.people.models import Person
from kring.support.notes.rules import check_table_lets
from kring.support.plans.actions.goals import subjects_of
from kring.support.plans.makers import Maker
from kring.support.plans.models import Action, Goal
from kring.support.plans.rules import check_may_hide, check_may_share
from kring.trust.access.items import hand_over, sifted, take_back
from kring.trust.access.models import Item, ItemHidden
from kring.trust.access.readers import Reader


@action
def share_goal(
    *, goal: Goal, to: Person | Worker | Organisation, maker: Maker, by: Actor, at: datetime
) -> None:
    """Let somebody take part in a goal and what is done for it, so that they read both.

    ValidationError without the yes of everybody it concerns, for a second parent who is not safe,
    and for a person whom the reader table lets read nothing of it.
    """
    check_may_share(goal, to, maker, at)
    for item in _items(goal):
        if isinstance(to, Person):
            ItemHidden.objects.filter(item=item, person=to).delete()
        hand_over(item, to)
    if isinstance(to, Person):
        check_table_lets(reads=bool(sifted(Reader(person=to), Item.objects.filter(goal=goal), at)))
    record(by=by, at=at, did="goal.shared", about=subjects_of(goal), to=str(to.key))


@action
def unshare_goal(*, goal: Goal, reader: Person | Worker | Organisation, by: Actor, at: datetime) -> None:
    """Let somebody take part no longer; they read at the next request no more than what they do."""
    take_back(goal.item, reader)
    for one in goal.actions.select_related("item").order_by("pk"):
        if not _does(one, reader):
            take_back(one.item, reader)
    record(by=by, at=at, did="goal.unshared", about=subjects_of(goal), of=str(reader.key))


@action
def hide_goal(*, goal: Goal, reader: Person, maker: Maker, by: Actor, at: datetime) -> None:
    """Keep a goal from somebody altogether: their yes to everything opens this one no more.

    Whom it is about does so with their own hand, once they decide themselves; else ValidationError.
    What was given to the reader to do stays theirs to read.
    """
    check_may_hide(goal, reader, maker, at)
    take_back(goal.item, reader)
    ItemHidden.objects.get_or_create(item=goal.item, person=reader)
    for one in goal.actions.select_related("item").order_by("pk"):
        if not _does(one, reader):
            take_back(one.item, reader)
            ItemHidden.objects.get_or_create(item=one.item, person=reader)
    record(by=by, at=at, did="goal.unshared", about=subjects_of(goal), of=str(reader.key))


def _items(goal: Goal) -> list[Item]:
    rows = goal.actions.select_related("item").order_by("pk")
    return [goal.item, *(one.item for one in rows)]


def _does(one: Action, reader: Person | Worker | Organisation) -> bool:
    return reader in (one.doer_person, one.doer_worker, one.doer_organisation)
