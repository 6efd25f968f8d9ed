"""What the journal says of who looked: the words of each look, how many, and by whom how often."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from tests.cast import LONG_AGO, MONDAY, open_journal

from kring.foundation.journal.actor import SYSTEM, Actor, ActorKind
from kring.foundation.journal.recording import deed, record, record_read
from kring.trust.access.looking import (
    Look,
    OwnFamily,
    looks_at_own_part,
    pages_read,
    times_looked,
    who_looked,
)

pytestmark = pytest.mark.django_db
HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)
NELE = Actor(ActorKind.WORKER, uuid4(), "Nele", uuid4(), "Huis van het Kind")
BRAM = Actor(ActorKind.WORKER, uuid4(), "Bram", uuid4(), "CAW")


@pytest.fixture(autouse=True)
def journal() -> None:
    open_journal()


def looks(by: Actor, *about: tuple[str, UUID], at: object = MONDAY, page: str = "family") -> None:
    record_read(by=by, at=at, page=page, about=list(about), because="coach")  # type: ignore[arg-type]


def test_a_look_says_who_for_whom_why_and_where() -> None:
    child = uuid4()
    looks(NELE, ("person", child))
    assert who_looked([child], LONG_AGO) == [
        Look(MONDAY, "Nele", "Huis van het Kind", "coach", "family", NELE.key)
    ]


def test_the_newest_first_and_of_one_moment_the_last_written() -> None:
    child = uuid4()
    for page, at in (("old", MONDAY), ("new", MONDAY + HOUR), ("first", MONDAY), ("last", MONDAY)):
        looks(NELE, ("person", child), at=at, page=page)
    assert [look.page for look in who_looked([child], LONG_AGO)] == ["new", "last", "first", "old"]
    assert [look.page for look in who_looked([child], MONDAY + SECOND)] == ["new"]
    assert len(who_looked([child], LONG_AGO, limit=2)) == 2


def test_a_deed_is_no_look() -> None:
    child = uuid4()
    with deed():
        record(by=NELE, at=MONDAY, did="access.opened", about=[("person", child)])
    family = OwnFamily(1, uuid4(), LONG_AGO, None)
    assert who_looked([child], LONG_AGO) == []
    assert looks_at_own_part(child, [family], LONG_AGO) == []
    assert times_looked([child], LONG_AGO) == (0, 0)
    assert pages_read(NELE.key or child, child, LONG_AGO, MONDAY + HOUR) == 0


@pytest.mark.parametrize("apart", [None, {uuid4(): uuid4()}])
def test_how_many_looks_and_of_how_many(apart: dict[UUID, UUID] | None) -> None:
    family, child = uuid4(), uuid4()
    for by in (NELE, BRAM, NELE):
        looks(by, ("family", family), ("person", child))
    looks(BRAM, ("family", uuid4()))
    looks(Actor(ActorKind.PERSON, uuid4(), "Mila"), ("family", family))
    looks(BRAM, ("family", family), at=MONDAY - HOUR)
    keys = iter([family, child])
    assert times_looked(list(keys), MONDAY, apart=apart) == (3, 2)
    assert times_looked([family], LONG_AGO, apart=apart) == (4, 2)
    assert times_looked([family], LONG_AGO, limit=2, apart=apart)[0] == 2


def test_how_many_leaves_out_what_a_child_asked_alone() -> None:
    own, child, family = uuid4(), uuid4(), uuid4()
    looks(NELE, ("request", own), ("person", child))
    looks(NELE, ("request", uuid4()), ("person", child), ("family", family))
    assert times_looked([child], LONG_AGO, apart={own: child}) == (1, 1)
    assert times_looked([child], LONG_AGO) == (2, 1)


def test_a_page_with_that_question_and_the_family_is_no_look_at_who_asks() -> None:
    """Only a question that is named apart is one: another of the family is told as ever."""
    own, other, child, family = uuid4(), uuid4(), uuid4(), uuid4()
    for question in (own, other):
        looks(NELE, ("request", question), ("person", child), ("family", family))
    looks(BRAM, ("note", own), ("person", child), ("family", family))
    told = who_looked([child], LONG_AGO, apart={own: child})
    assert [look.who for look in told] == ["Bram", "Nele"]


def test_the_own_part_from_the_first_moment_in_the_family() -> None:
    child, key = uuid4(), uuid4()
    since = OwnFamily(1, key, MONDAY, MONDAY + HOUR)
    for at in (MONDAY - SECOND, MONDAY, MONDAY + HOUR - SECOND, MONDAY + HOUR):
        looks(NELE, ("person", child), ("family", key), at=at)
    told = looks_at_own_part(child, [since], LONG_AGO)
    assert [look.at for look in told] == [MONDAY + HOUR - SECOND, MONDAY]
    assert looks_at_own_part(child, [], LONG_AGO) == []
    looks(BRAM, ("person", child))
    assert [look.who for look in looks_at_own_part(child, [], LONG_AGO)] == ["Bram"]
    assert looks_at_own_part(child, [], LONG_AGO, through_family=True) == []


def test_another_thing_with_the_same_key_is_not_the_person() -> None:
    child = uuid4()
    looks(NELE, ("note", child))
    assert looks_at_own_part(child, [], LONG_AGO) == []


def test_how_many_pages_somebody_read_while_it_was_open() -> None:
    family, key = uuid4(), NELE.key
    assert key is not None
    for at in (MONDAY - SECOND, MONDAY, MONDAY + HOUR - SECOND, MONDAY + HOUR):
        looks(NELE, ("family", family), ("person", uuid4()), at=at)
    looks(NELE, ("family", uuid4()))
    looks(BRAM, ("family", family))
    with deed():
        record(by=NELE, at=MONDAY, did="glass.broken", about=[("family", family)])
        record(by=SYSTEM, at=MONDAY, did="glass.broken", about=[("family", family)])
    assert pages_read(key, family, MONDAY, MONDAY + HOUR) == 2
