"""The access matrix: every route, verb and reader has an expected answer, and is asked for real.

``matrix.csv`` says what must be: a status, or ``login`` for who is sent to the door.
"""

import csv
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.http import HttpResponse
from django.urls import reverse_lazy

from tests.access.asking import browser, call_of, route_names, send, signed_in, undone
from tests.access.downloads import LEAVING, leaves
from tests.access.world import READERS, World

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
VERBS = ("GET", "POST")
ROWS = list(csv.DictReader((Path(__file__).parent / "matrix.csv").read_text().splitlines()))


DOOR = reverse_lazy("account_login")


def room_of(route: str) -> str:
    """The room a route belongs to; the door has routes without a prefix."""
    return route.partition(":")[0] if ":" in route else "door"


def outcome(answer: HttpResponse) -> str:
    """The status, or for a redirect to the door that word."""
    if answer.status_code in (301, 302) and urlsplit(answer["Location"]).path == DOOR:
        return "login"
    return str(answer.status_code)


def test_every_route_has_its_rows() -> None:
    listed = {(row["route"], row["verb"]) for row in ROWS}
    wanted = {(route, verb) for route in route_names() for verb in VERBS}
    assert sorted(wanted - listed) == [], "give these routes a row in tests/access/matrix.csv"
    assert sorted(listed - wanted) == [], "these routes are gone"


@pytest.mark.parametrize("room", sorted({room_of(row["route"]) for row in ROWS}))
def test_every_cell_holds(world: World, room: str) -> None:
    sessions = signed_in(world)
    wrong = []
    for row in (row for row in ROWS if room_of(row["route"]) == room):
        call = call_of(row["route"], world)
        for reader in READERS:
            with undone():
                answer = send(browser(sessions.get(reader)), row["verb"], call)
                found = outcome(answer)
            if found != row[reader]:
                wrong.append(f"{row['verb']} {row['route']} by {reader}: {found}, not {row[reader]}")
            if leaves(answer) and row["route"] not in LEAVING:
                wrong.append(f"{row['route']} gives a file and stands not in downloads.csv")
    assert wrong == [], "\n".join(wrong)


@pytest.mark.parametrize("verb", ["PUT", "PATCH", "DELETE"])
def test_other_verbs_never_succeed(world: World, verb: str) -> None:
    sessions = signed_in(world)
    done = []
    for route in sorted(set(route_names())):
        call = call_of(route, world)
        for reader in ("visitor", "intake"):
            with undone():
                found = outcome(send(browser(sessions.get(reader)), verb, call))
            if found != "405":
                done.append(f"{verb} {route} by {reader}: {found}")
    assert done == []
