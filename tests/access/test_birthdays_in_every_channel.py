"""The day before 12, 18, 25 and 35 and the day after, page, copy and calendar say what the file says."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.test import Client

from kring.foundation.accounts.models import Account, AccountKind
from kring.support.meetings.models import Meeting
from kring.support.notes.models import Note
from kring.trust.access.models import PersonAccess
from tests.access.asking import undone
from tests.access.cell_feeds import AHEAD, fed, invited, opened
from tests.access.cells import Cell
from tests.access.test_birthdays_turn_the_table import (
    AGES,
    MOMENTS,
    READERS,
    Twins,
    birthday,
    build,
    kinds_at,
    turned,
    wanted,
)
from tests.cast import LONG_AGO, PASSWORD, kempen

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
DAYS = ("a day before", "a day after")


@dataclass
class Channels:
    """What one reader reads by: an account, the address of a calendar, and what may stand in it."""

    account: Account
    calendar: str
    meetings: dict[Cell, Meeting]


@dataclass
class Home:
    """The twins, and by what each reader reads."""

    twins: Twins
    channels: dict[str, Channels]


@pytest.fixture(scope="module")
def home(django_db_setup: Any, django_db_blocker: Any) -> Iterator[Home]:
    with django_db_blocker.unblock(), transaction.atomic():
        twins, house = build(), kempen().counter.organisation
        for (reader, cell), note in twins.notes.items():
            note.words = reader + cell.token
        Note.objects.bulk_update(twins.notes.values(), ["words"])
        found = {}
        for reader, person in twins.readers.items():
            account = Account.objects.create_user(
                f"{reader}@example.org",
                PASSWORD,
                name=reader,
                kind=AccountKind.FAMILY,
                created_at=LONG_AGO,
            )
            PersonAccess.objects.create(person=person, account=account, starts_at=LONG_AGO)
            notes = {cell: note for (who, cell), note in twins.notes.items() if who == reader}
            meetings = invited(notes, person, house, LONG_AGO)
            found[reader] = Channels(account, opened(account, f"kalender-{reader}"), meetings)
        yield Home(twins, found)
        transaction.set_rollback(True)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("age", AGES)
@pytest.mark.parametrize("reader", READERS)
def test_the_day_counts_in_every_channel(home: Home, reader: str, age: int, day: str) -> None:
    at = birthday(age) + MOMENTS[day]
    kinds = kinds_at(reader, age, turned=turned(day))
    expected = wanted(home.twins, reader, kinds, agreed=False)
    with undone(), time_machine.travel(at, tick=False):
        shown = in_channels(reader, home.channels[reader], at)
    assert shown == dict.fromkeys(shown, expected)


def in_channels(reader: str, channels: Channels, at: datetime) -> dict[str, set[Cell]]:
    """The cells that each channel shows of what was written."""
    Meeting.objects.update(starts_at=at + AHEAD, ends_at=at + AHEAD + AHEAD)
    client = Client()
    client.force_login(channels.account)
    page = client.get("/mijn/bewaard/")
    copy = client.post("/mijn/kopie/", {"vorm": "data"})
    assert (page.status_code, copy.status_code) == (200, 200)
    told = {"page": page.text, "copy": copy.text}
    cells = channels.meetings
    shown = {
        name: {cell for cell in cells if reader + cell.token in text} for name, text in told.items()
    }
    return shown | {"calendar": fed(channels.calendar, cells)}
