"""Of whom somebody reads along, who stands beside them, how they are reached, and their way in."""

from datetime import timedelta

import pytest
from tests.cast import LONG_AGO, MONDAY, kempen, peeters_el_amrani, person

from kring.foundation.accounts.models import Account, AccountKind
from kring.foundation.journal.ledger import Ledger, page_ledger
from kring.registry.people.models import ContactChannel, Person, Relation
from kring.trust.access.models import OwnCircle, PersonAccess
from kring.trust.access.own_part import (
    children_read_along,
    is_safe_address,
    may_open_access,
    own_access_of,
    own_channels,
    people_stood_beside,
    read_own_part,
    ties_to,
    who_may_read_along,
)
from kring.trust.access.readers import NOBODY, Reader
from kring.trust.access.tests.a_glass import reading
from kring.trust.access.tests.households import born, family_of, takes_part, tie

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)
HOUSE = {"mother": 40, "girl": 8, "boy": 14, "grown": 18}


@pytest.fixture
def house() -> dict[str, Person]:
    """A mother of three: one decides herself, one does not yet, one is grown up."""
    found = {name: person(name.title(), "Bos", born(age)) for name, age in HOUSE.items()}
    children = [found["girl"], found["boy"], found["grown"]]
    family_of("Bos", parent=[found["mother"]], child=children)
    return found


def noted(read: object, *given: object) -> tuple[object, set[object]]:
    """What a read gives, and whom the page notes."""
    with page_ledger(Ledger()) as ledger:
        found = read(*given)  # type: ignore[operator]
    assert {kind for kind, _key in ledger.subjects} <= {"person"}
    return found, {key for _kind, key in ledger.subjects}


def test_a_parent_reads_along_for_who_does_not_decide(house: dict[str, Person]) -> None:
    mother, girl = Reader(person=house["mother"]), house["girl"]
    assert noted(children_read_along, mother, MONDAY) == ([girl], {girl.key})
    assert noted(children_read_along, NOBODY, MONDAY) == ([], set())
    assert children_read_along(Reader(person=girl), MONDAY) == []


def test_the_oldest_child_first(house: dict[str, Person]) -> None:
    baby = person("Baby", "Bos", born(1))
    older = person("Ouder", "Bos", born(10))
    family_of("Bos", parent=[house["mother"]], child=[baby, older])
    found = children_read_along(Reader(person=house["mother"]), MONDAY)
    assert found == [older, house["girl"], baby]


def test_the_own_part_is_noted(house: dict[str, Person]) -> None:
    mother = house["mother"]
    assert noted(read_own_part, Reader(person=mother)) == (mother, {mother.key})
    assert noted(read_own_part, NOBODY) == (None, set())


def test_beside_whom_somebody_stands(house: dict[str, Person]) -> None:
    aunt, mother = person("Tante", "Raes"), house["mother"]
    for to in ("boy", "mother"):
        tie(aunt, house[to], "steunfiguur")
    tie(person("Buur", "Claes"), house["grown"], "steunfiguur")
    Relation.objects.filter(to=mother).update(ends_at=MONDAY)
    mine = Reader(person=aunt)
    assert people_stood_beside(mine, MONDAY) == [house["boy"]]
    assert people_stood_beside(mine, MONDAY - SECOND) == [mother, house["boy"]]
    assert people_stood_beside(mine, LONG_AGO) == [mother, house["boy"]]
    assert people_stood_beside(mine, LONG_AGO - SECOND) == []
    assert people_stood_beside(Reader(person=mother), MONDAY) == [house["girl"], house["boy"]]
    assert people_stood_beside(NOBODY, MONDAY) == []


def test_who_is_something_to_somebody(house: dict[str, Person]) -> None:
    boy, aunt, zoe = house["boy"], person("Tante", "Raes"), person("Anna", "Raes")
    for who in (aunt, zoe):
        tie(who, boy, "steunfiguur")
    tie(boy, aunt, "steunfiguur")
    found, keys = noted(ties_to, boy, MONDAY)
    assert [row.person for row in found] == [zoe, aunt]  # type: ignore[attr-defined]
    assert keys == {aunt.key, zoe.key}
    Relation.objects.filter(person=aunt, to=boy).update(ends_at=MONDAY)
    assert [row.person for row in ties_to(boy, MONDAY)] == [zoe]
    assert [row.person for row in ties_to(boy, MONDAY - SECOND)] == [zoe, aunt]
    assert ties_to(boy, LONG_AGO - SECOND) == []


def test_parents_and_trusted_persons_may_be_let_in(house: dict[str, Person]) -> None:
    boy, mother = house["boy"], house["mother"]
    trusted, aunt = person("Anna", "Raes"), person("Tante", "Raes")
    tie(trusted, boy, "vertrouwenspersoon")
    tie(trusted, mother, "vertrouwenspersoon")
    tie(aunt, boy, "steunfiguur")
    both = ([trusted, mother], {trusted.key, mother.key})
    assert noted(who_may_read_along, boy, MONDAY) == both
    Relation.objects.filter(person=trusted, to=boy).update(ends_at=MONDAY)
    assert who_may_read_along(boy, MONDAY) == [mother]
    assert who_may_read_along(boy, MONDAY - SECOND) == [trusted, mother]
    assert who_may_read_along(boy, LONG_AGO - SECOND) == []


def channel(who: Person, value: str, **more: object) -> ContactChannel:
    given = {"kind": "sms", "value": value, "safe": True} | more
    return ContactChannel.objects.create(person=who, **given)


def test_only_safe_ways_the_preferred_one_first(house: dict[str, Person]) -> None:
    boy = house["boy"]
    first = channel(boy, "1")
    channel(boy, "2", safe=False)
    best = channel(boy, "3", preferred=True)
    over = channel(boy, "4", ends_at=MONDAY)
    channel(house["girl"], "5")
    assert own_channels(boy, MONDAY) == [best, first]
    assert own_channels(boy, MONDAY - SECOND) == [best, first, over]


def account(name: str, kind: str = AccountKind.FAMILY) -> Account:
    return Account.objects.create_user(
        f"{name}@example.org", "", name=name, kind=kind, created_at=LONG_AGO
    )


def lets_in(who: Person, by: Account) -> PersonAccess:
    return PersonAccess.objects.create(person=who, account=by, starts_at=LONG_AGO)


def test_letters_go_to_an_address_that_is_safe_now(house: dict[str, Person]) -> None:
    boy, own = house["boy"], account("boy")
    assert is_safe_address(own, MONDAY)
    lets_in(boy, own)
    assert not is_safe_address(own, MONDAY)
    channel(house["girl"], own.email)
    channel(boy, "iemand@example.org")
    unsafe = channel(boy, own.email, safe=False)
    assert not is_safe_address(own, MONDAY)
    ContactChannel.objects.filter(pk=unsafe.pk).update(
        safe=True, value=own.email.upper(), ends_at=MONDAY
    )
    assert is_safe_address(own, MONDAY - SECOND)
    assert not is_safe_address(own, MONDAY)
    ContactChannel.objects.filter(pk=unsafe.pk).update(ends_at=None)
    assert is_safe_address(own, MONDAY)


def test_a_worker_is_reached_at_work(house: dict[str, Person]) -> None:
    own = account("nele", AccountKind.WORKER)
    lets_in(house["boy"], own)
    assert is_safe_address(own, MONDAY)


def test_the_own_way_in_runs(house: dict[str, Person]) -> None:
    boy = house["boy"]
    assert own_access_of(boy, MONDAY) is None
    access = lets_in(boy, account("boy"))
    lets_in(house["girl"], account("girl"))
    assert own_access_of(boy, MONDAY) == access
    PersonAccess.objects.filter(pk=access.pk).update(ends_at=MONDAY)
    assert own_access_of(boy, MONDAY) is None


@pytest.mark.parametrize(
    ("role", "may"), [("holder", True), ("anchor", True), ("team", False), ("mediator", False)]
)
def test_who_keeps_somebody_may_invite_them(role: str, may: object) -> None:
    network, home = kempen(), peeters_el_amrani()
    nele = reading(network.nele)
    assert not may_open_access(nele, home.noor, MONDAY)
    takes_part(network.nele, home.family, role)
    assert may_open_access(nele, home.noor, MONDAY) is may


def test_nobody_of_the_own_circle_is_invited() -> None:
    network, home = kempen(), peeters_el_amrani()
    takes_part(network.nele, home.family, "anchor")
    OwnCircle.objects.create(worker=network.nele, person=home.noor, starts_at=LONG_AGO)
    assert not may_open_access(reading(network.nele), home.noor, MONDAY)
