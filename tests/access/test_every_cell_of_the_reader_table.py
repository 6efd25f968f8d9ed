"""Every cell of the reader table, as real rows: asked of the rule, the pages, the copy, the calendar.

The world is built once; what is agreed in it is taken back. Each cell is asked four times: with and
without the reader named on the item, with and without the consent of everybody.
"""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.db import connection, transaction
from django.test import Client

from kring.foundation.records.counting import count_rows
from kring.trust.access.items import readable_items
from kring.trust.access.models import Item
from kring.web.family_file import panels, story
from tests.access.asking import undone
from tests.access.cell_feeds import fed
from tests.access.cells import (
    ABOUTS,
    AT_WORK,
    CLASSES,
    KINDS,
    Cell,
    Household,
    build,
    cells,
    everybody_agrees,
    expected,
    says,
)
from tests.cast import MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
type Answer = tuple[set[int], list[str], set[Cell]]
type Told = dict[tuple[str, bool], Answer]
"""By reader and consent: the items that the rule gives, what each channel shows, and the calendar."""
COPY = {"vorm": "data"}


@pytest.fixture(scope="module")
def houses(django_db_setup: Any, django_db_blocker: Any) -> Iterator[dict[str, Household]]:
    """A household for every reader of the table."""
    with django_db_blocker.unblock(), transaction.atomic(), time_machine.travel(MONDAY, tick=False):
        made = {kind: build(kind) for kind in KINDS}
        if connection.vendor == "postgresql":
            count_rows()
        yield made
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def told(houses: dict[str, Household]) -> Iterator[Told]:
    """What each reader is told, asked once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(panels, "LAST_NOTES", 1000)
        patch.setattr(story, "ON_A_PAGE", 1000)
        found: Told = {}
        for kind, house in houses.items():
            found[kind, False] = asked(house)
            with undone():
                everybody_agrees(house)
                found[kind, True] = asked(house)
        yield found


def asked(house: Household) -> Answer:
    """The items of this household that its reader gets, and what stands in each channel.

    For a worker the family file and the story; for a person the own page and the copy. For both the
    calendar, which no emergency opens. A letter holds nothing: ``test_canaries_in_letters``.
    """
    notes = [*house.notes.values(), house.working]
    assert house.reader is not None
    assert house.account is not None
    items = Item.objects.filter(pk__in=[note.item_id for note in notes if note is not None])
    readable = set(readable_items(house.reader, items, MONDAY))
    client = Client()
    client.force_login(house.account)
    there = f"/gezinnen/{house.family.key}/"
    with undone():
        if house.helper is not None:
            pages = [client.get(there), client.get(f"{there}verhaal/")]
        else:
            pages = [client.get("/mijn/bewaard/"), client.post("/mijn/kopie/", COPY)]
    assert [page.status_code for page in pages] == [200, 200], house.kind
    with undone():
        calendar = fed(house.calendar, house.meetings)
    return readable, [page.text for page in pages], calendar


@pytest.mark.parametrize("about", ABOUTS)
@pytest.mark.parametrize("data_class", CLASSES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_cell_is_what_the_file_says(
    houses: dict[str, Household], told: Told, kind: str, data_class: str, about: str
) -> None:
    house = houses[kind]
    if about == "self" and kind not in {"child_below", "child_able", "young_adult", "adult"}:
        return check_self(house, told, data_class)
    for cell in (cell for cell in cells() if (cell.data_class, cell.about) == (data_class, about)):
        for agreed in (False, True):
            check(house, cell, told[kind, agreed], wanted=expected(kind, cell, agreed=agreed))
    return None


def check(house: Household, cell: Cell, answer: Answer, *, wanted: bool) -> None:
    """The rule and every channel say the same."""
    readable, channels, calendar = answer
    assert (cell in calendar) is (wanted and house.kind != "glass"), cell
    assert (house.notes[cell].item_id in readable) is wanted, cell
    assert [cell.token in shown for shown in channels] == [wanted] * len(channels), cell


def check_self(house: Household, told: Told, data_class: str) -> None:
    """About themself somebody reads as a person of their age, and not as what they are to others.

    A worker is never whom an item is about.
    """
    assert says(house.kind, data_class, "self") == "no"
    if house.helper is not None:
        assert not any(cell.about == "self" for cell in house.notes)
        return
    for cell in (cell for cell in house.notes if (cell.data_class, cell.about) == (data_class, "self")):
        check(house, cell, told[house.kind, False], wanted=expected("adult", cell, agreed=False))


@pytest.mark.parametrize("kind", KINDS)
def test_a_working_note_of_another_is_read_by_nobody(
    houses: dict[str, Household], told: Told, kind: str
) -> None:
    note = houses[kind].working
    assert note is not None
    for agreed in (False, True):
        readable, channels, _calendar = told[kind, agreed]
        assert note.item_id not in readable
        assert not any("zzworkingzz" in shown for shown in channels)


def test_all_readers_of_the_file_stand_in_a_household() -> None:
    assert len(KINDS) == 20
    assert len(AT_WORK) == 10
