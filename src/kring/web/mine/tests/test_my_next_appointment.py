"""The next appointment stands first; where it is, only behind a tap; and it goes into a calendar."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from tests.cast import MONDAY

from kring.support.meetings.tests.sitting import Table, at_table
from kring.web.mine.tests.at_home import client_of

pytestmark = pytest.mark.django_db
WHERE = "Huis van het Kind Geel"


@pytest.fixture
def table() -> Iterator[Table]:
    with time_machine.travel(MONDAY + timedelta(hours=3), tick=False):
        yield at_table()


def test_who_is_invited_reads_when(table: Table) -> None:
    meeting = table.meet()
    client = client_of(table.cast.sofia, table.network)
    page = client.get("/mijn/").content.decode()
    assert "Volgende afspraak" in page
    assert "vrijdag 13 november, 15 uur" in page
    folded = page.split('<details class="fold"')[1].split("</details>")[0]
    assert WHERE in folded
    answer = client.get(f"/mijn/afspraken/{meeting.key}/agenda.ics")
    assert answer["Content-Type"].startswith("text/calendar")
    assert b"Sofia" not in answer.content


def test_who_is_not_invited_reads_nothing_of_it(table: Table) -> None:
    meeting = table.meet()
    client = client_of(table.cast.younes, table.network)
    assert "Volgende afspraak" not in client.get("/mijn/").content.decode()
    assert client.get(f"/mijn/afspraken/{meeting.key}/agenda.ics").status_code == 404
