"""Who reads their own part asks every route too: all but their own pages answer as to a stranger.

``persons.csv`` says what the own pages answer; every other route answers as to an account of a
family without an own part (``matrix.csv``, column family).
"""

import csv
from pathlib import Path

import pytest

from tests.access.asking import browser, call_of, send, signed_in, undone
from tests.access.downloads import LEAVING, leaves
from tests.access.test_every_route_and_every_reader import ROWS, outcome
from tests.access.world import PERSONS, World

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
OWN = list(csv.DictReader((Path(__file__).parent / "persons.csv").read_text().splitlines()))


def test_only_own_pages_have_a_row() -> None:
    assert {row["route"].partition(":")[0] for row in OWN} == {"mine"}


@pytest.mark.parametrize("person", PERSONS)
def test_every_cell_holds(world: World, person: str) -> None:
    session = signed_in(world)[person]
    own = {(row["route"], row["verb"]): row[person] for row in OWN}
    wrong = []
    for row in ROWS:
        wanted = own.get((row["route"], row["verb"]), row["family"])
        with undone():
            answer = send(browser(session), row["verb"], call_of(row["route"], world))
            found = outcome(answer)
        if found != wanted:
            wrong.append(f"{row['verb']} {row['route']} by {person}: {found}, not {wanted}")
        if leaves(answer) and row["route"] not in LEAVING:
            wrong.append(f"{row['route']} gives a file and stands not in downloads.csv")
    assert wrong == [], "\n".join(wrong)
