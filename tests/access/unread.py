"""What a reader of the table may not read: an item for each cell, in every room that keeps items."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Model

from kring.foundation.files.models import StoredFile
from kring.support.circles.models import Tie
from kring.support.deployments.models import Deployment
from kring.support.documents.models import Document
from kring.support.meetings.models import Meeting
from kring.support.messages.models import FamilyMessage
from kring.support.notes.models import Note
from kring.support.plans.models import Action, ChildLine, Goal, Remark, SafetyAgreement
from kring.trust.access.models import Item, ItemNamed, ItemSubject
from tests.access.cells import Cell, Household, cells, expected, people_of
from tests.access.seats import is_of_age
from tests.access.world import World
from tests.cast import MONDAY

WORDS = "zzongelezenzz"
SOON = MONDAY + timedelta(days=3)


def cells_of(house: Household, *, read: bool) -> list[Cell]:
    """The cells that the file lets this reader read, or not; about themself only who has an age there.

    Nobody agreed to anything: what needs consent is not read. Of a class that stays shut even to who
    is named on it, it is named here; of what a name opens, it is not.
    """
    asked = (cell for cell in cells() if cell.about != "self" or is_of_age(house.kind))
    found = [cell for cell in asked if expected(house.kind, cell, agreed=False) is read]
    named = {(cell.data_class, cell.about) for cell in found if cell.named}
    return [cell for cell in found if cell.named or (cell.data_class, cell.about) not in named]


def write_everywhere(world: World, house: Household, chosen: list[Cell]) -> None:
    """For each of these cells a note, a goal, an action, a document and what else holds an item."""
    for kind, room in ROOMS.items():
        items = Item.objects.bulk_create([_item(house, kind, cell) for cell in chosen])
        pairs = list(zip(items, chosen, strict=True))
        ItemSubject.objects.bulk_create(row for item, cell in pairs for row in _about(house, item, cell))
        ItemNamed.objects.bulk_create(_named(house, item) for item, cell in pairs if cell.named)
        made = [room(world, house, item, cell) for item, cell in pairs]
        type(made[0])._default_manager.bulk_create(made)


def _item(house: Household, kind: str, cell: Cell) -> Item:
    return Item(
        kind=kind,
        data_class=cell.data_class,
        told_by="family",
        owner=house.owner,
        author=house.author,
        between=kind == "family_message",
        made_at=MONDAY,
    )


def _about(house: Household, item: Item, cell: Cell) -> Iterator[ItemSubject]:
    about, beside = people_of(house, cell.about)
    for one in about:
        yield ItemSubject(item=item, person=one)
    for one in beside:
        yield ItemSubject(item=item, person=one, aside=True)


def _named(house: Household, item: Item) -> ItemNamed:
    under = house.under.pk if house.under is not None else None
    return ItemNamed(item=item, person=house.someone, worker=house.helper, under_id=under)


def _note(_world: World, _house: Household, item: Item, _cell: Cell) -> Model:
    return Note(item=item, words=WORDS, written_at=MONDAY)


def _goal(world: World, _house: Household, item: Item, _cell: Cell) -> Model:
    return Goal(plan=world.goal.plan, item=item, words=WORDS, starts_at=MONDAY)


def _action(world: World, house: Household, item: Item, _cell: Cell) -> Model:
    return Action(goal=world.goal, item=item, words=WORDS, doer_words="Iemand", due_on=date(2026, 11, 9))


def _remark(world: World, _house: Household, item: Item, _cell: Cell) -> Model:
    return Remark(plan=world.goal.plan, item=item, kind="worry", words=WORDS, said_at=MONDAY)


def _child_line(world: World, house: Household, item: Item, _cell: Cell) -> Model:
    return ChildLine(
        plan=world.goal.plan,
        item=item,
        child=house.children[0],
        words=WORDS,
        spoken_alone_on=date(2026, 10, 30),
        told_at=MONDAY,
    )


def _safety(world: World, _house: Household, item: Item, _cell: Cell) -> Model:
    return SafetyAgreement(plan=world.goal.plan, item=item, calls=WORDS, agreed_at=MONDAY)


def _tie(world: World, _house: Household, item: Item, _cell: Cell) -> Model:
    return Tie(family=world.home.family, item=item, name=WORDS, starts_at=MONDAY)


def _meeting(world: World, _house: Household, item: Item, _cell: Cell) -> Model:
    ends = SOON + timedelta(hours=1)
    return Meeting(
        plan=world.goal.plan,
        item=item,
        kind="conversation",
        starts_at=SOON,
        ends_at=ends,
        where="remote",
        about_words=WORDS,
        planned_at=MONDAY,
    )


def _document(_world: World, _house: Household, item: Item, _cell: Cell) -> Model:
    """Its content is not on the disk: who may not read it asks for none."""
    file = StoredFile.objects.create(
        place=str(item.key), sealed_key="-", size=9, sha256="0" * 64, stored_at=MONDAY
    )
    return Document(
        item=item,
        file=file,
        title=WORDS,
        kind="letter",
        content_type="application/pdf",
        added_at=MONDAY,
    )


def _message(_world: World, house: Household, item: Item, cell: Cell) -> Model:
    writer = next(one for part in people_of(house, cell.about) for one in part)
    return FamilyMessage(person=writer, item=item, words=WORDS, sent_at=MONDAY)


def _help(world: World, house: Household, item: Item, _cell: Cell) -> Model:
    return Deployment(
        family=world.home.family,
        plan=world.goal.plan,
        organisation=house.owner,
        item=item,
        what=WORDS,
        planned_from=date(2026, 11, 9),
        planned_at=MONDAY,
    )


ROOMS: dict[str, Callable[[World, Household, Item, Cell], Any]] = {
    "note": _note,
    "goal": _goal,
    "action": _action,
    "remark": _remark,
    "child_line": _child_line,
    "safety_agreement": _safety,
    "tie": _tie,
    "meeting": _meeting,
    "document": _document,
    "family_message": _message,
    "deployment": _help,
}
"""By kind of item, the row that hangs on it."""
