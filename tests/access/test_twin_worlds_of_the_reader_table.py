"""For each of the twenty readers of the table: what the table keeps from them changes no answer.

Two worlds that differ in an item of every kind in every cell that the table does not let this reader
read, in what a girl of the family asked alone and the access she has, and in where the one lives whose
address is protected. The ordinary run asks at work the pages about people and at home
the own pages, each kind every second one; ``KRING_FULL=1`` every route and the lists turned.
"""

import os
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import timedelta
from functools import cache, partial
from typing import Any

import pytest
import time_machine

from kring.trust.access.actions import open_access
from tests.access.asking import undone
from tests.access.cells import AT_WORK, KINDS, Household
from tests.access.seats import Seats, seated
from tests.access.test_twin_worlds_of_persons import (
    asks_alone,
    nothing,
    protected,
    protected_elsewhere,
    reachable,
)
from tests.access.twins import Twins, fixed_chance, own_routes, routes_about_people
from tests.access.unread import cells_of, write_everywhere
from tests.access.world import NOW, World
from tests.cast import acting

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.above_the_database]
FULL = os.environ.get("KRING_FULL") == "1"
AT_A_GLANCE = {"work": ["family_file:family", "plan:plan"], "home": ["mine:plan", "mine:kept"]}
POSTS = {"home": {"mine:copy": [{"vorm": "data"}], "mine:plan_paper": [{}]}}


@pytest.fixture(scope="module")
def seats(built: World, django_db_blocker: Any) -> Iterator[tuple[World, Seats]]:
    """The world with a seat for everybody of the table."""
    with django_db_blocker.unblock(), undone():
        world = deepcopy(built)
        with time_machine.travel(NOW, tick=False), fixed_chance(seed=3):
            made = seated(world)
            reachable(world.persons["mila"])
        yield world, made


@pytest.fixture(scope="module")
def twins(seats: tuple[World, Seats]) -> Callable[[str], Twins]:
    """What a worker and what a person of this kind asks."""
    world, _made = seats
    plan = {"paper:plan": [{"voor": str(world.home.sofia.key)}], "carry:copy": [{"kopieer": "plan.csv"}]}
    posts = POSTS | {"work": plan | {"shell:search": [{"q": "Mila"}]}}

    @cache
    def asking(side: str, half: int) -> Twins:
        routes = {"work": routes_about_people(), "home": own_routes()}[side]
        return Twins(world, posts[side], routes=None if FULL else routes[half::2])

    return lambda kind: asking(side_of(kind), KINDS.index(kind) % 2)


@pytest.fixture(scope="module")
def at_a_glance(seats: tuple[World, Seats]) -> dict[str, Twins]:
    """Two pages, on which what somebody may read is seen."""
    world, _made = seats
    return {side: Twins(world, {}, routes=routes) for side, routes in AT_A_GLANCE.items()}


def side_of(kind: str) -> str:
    """Where this reader reads: at work, or at home."""
    return "work" if kind in AT_WORK else "home"


def kept_from_them(house: Household, world: World) -> None:
    """All that the table does not let them read, with what Mila does alone and where Noor lives."""
    protected_elsewhere(world)
    write_everywhere(world, house, cells_of(house, read=False))
    mila, nele = world.persons["mila"], world.network.nele
    asks_alone(world, mila)
    open_access(person=mila, opened_by=nele, by=acting(nele), at=NOW - timedelta(hours=2))


def theirs_to_read(house: Household, world: World) -> None:
    """All that the table does let them read."""
    write_everywhere(world, house, cells_of(house, read=True))


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_table_keeps_from_them_changes_nothing(
    twins: Callable[[str], Twins], seats: tuple[World, Seats], kind: str
) -> None:
    secret = partial(kept_from_them, seats[1][kind])
    found = twins(kind).differences(protected, secret, [kind])
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "agency"])
def test_what_the_table_lets_them_read_does(
    at_a_glance: dict[str, Twins], seats: tuple[World, Seats], kind: str
) -> None:
    """So that what is alike above is not alike because nothing is ever told."""
    told = partial(theirs_to_read, seats[1][kind])
    assert at_a_glance[side_of(kind)].differences(nothing, told, [kind]) != []


def test_the_agency_has_nothing_to_read(seats: tuple[World, Seats]) -> None:
    assert cells_of(seats[1]["agency"], read=True) == []
