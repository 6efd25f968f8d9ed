"""Persons, families and questions go when their term is over, and never before."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from pytest_django import Settings
from tests.cast import MONDAY, Network, kempen

from kring.foundation.journal.actor import SYSTEM
from kring.foundation.journal.models import JournalSubject
from kring.foundation.journal.verifying import faults
from kring.foundation.retention.actions import place_hold
from kring.foundation.retention.models import DestructionReport
from kring.foundation.retention.running import run
from kring.registry.people.actions import add_member, register_family, register_person
from kring.registry.people.models import Family, FamilyMembership, Person
from kring.support.requests.actions import close_as_not_possible, withdraw
from kring.support.requests.models import LightContact, Request
from kring.support.requests.tests.a_question import asked
from kring.support.unmet.models import UnmetNeed

pytestmark = pytest.mark.django_db
Role = FamilyMembership.Role
NOON = 12


@pytest.fixture(autouse=True)
def _ledger(settings: Settings, tmp_path: Path) -> None:
    settings.ANCHOR_DIR = tmp_path


@pytest.fixture
def network() -> Network:
    return kempen()


def on(year: int, month: int = 6, day: int = 1) -> datetime:
    return datetime(year, month, day, NOON, tzinfo=UTC)


def somebody(name: str, born: date | None) -> Person:
    return register_person(by=SYSTEM, at=MONDAY, given_name=name, birth_date=born)


@pytest.fixture
def family() -> Family:
    """A mother, a child of 2010 and a child of 2015."""
    made = register_family(by=SYSTEM, at=MONDAY, name="Peeters")
    members = {
        somebody("Lies", date(1985, 3, 1)): Role.PARENT,
        somebody("Noor", date(2010, 3, 1)): Role.CHILD,
        somebody("Bas", date(2015, 3, 1)): Role.CHILD,
    }
    for person, role in members.items():
        add_member(by=SYSTEM, at=MONDAY, family=made, person=person, role=role)
    return made


def names() -> set[str]:
    return set(Person.objects.values_list("given_name", flat=True))


def test_each_child_goes_at_35_and_the_family_with_the_youngest(family: Family) -> None:
    run(at=on(2045, 2, 27))
    assert names() == {"Lies", "Noor", "Bas"}
    run(at=on(2045, 3, 1))
    assert names() == {"Lies", "Bas"}
    assert Family.objects.exists()
    run(at=on(2050, 2, 27))
    assert names() == {"Lies", "Bas"}
    report = run(at=on(2050, 3, 1))
    assert names() == set()
    assert not Family.objects.exists()
    assert report.failed == 0


def test_a_parent_with_a_younger_family_elsewhere_stays(family: Family) -> None:
    other = register_family(by=SYSTEM, at=MONDAY, name="Janssens")
    lies = Person.objects.get(given_name="Lies")
    add_member(by=SYSTEM, at=MONDAY, family=other, person=lies, role=Role.PARENT)
    baby = somebody("Mila", date(2026, 1, 1))
    add_member(by=SYSTEM, at=MONDAY, family=other, person=baby, role=Role.CHILD)
    run(at=on(2050, 3, 1))
    assert names() == {"Lies", "Mila"}
    assert list(Family.objects.all()) == [other]


def test_the_questions_and_the_journal_go_with_the_family(family: Family, network: Network) -> None:
    lies = Person.objects.get(given_name="Lies")
    request = asked(network, asker=lies, family=family)
    withdraw(request=request, words="", by=SYSTEM, at=MONDAY)
    gone = [family.key, lies.key, request.key]
    report = run(at=on(2050, 3, 1))
    assert report.failed == 0
    assert not Request.objects.exists()
    assert not JournalSubject.objects.filter(subject_key__in=gone).exists()
    assert not any(str(key) in str(DestructionReport.objects.values()) for key in gone)
    assert list(faults()) == []


def test_an_open_question_keeps_its_family(family: Family, network: Network) -> None:
    asked(network, family=family)
    assert run(at=on(2050, 3, 1)).failed > 0
    assert Family.objects.exists()
    assert Request.objects.exists()


def test_a_hold_on_one_child_keeps_the_family_around_it(family: Family) -> None:
    bas = Person.objects.get(given_name="Bas")
    place_hold(by=SYSTEM, at=MONDAY, kind="person", key=bas.key, reason="court")
    assert run(at=on(2055)).held_back == 4
    assert names() == {"Lies", "Noor", "Bas"}


def test_a_nameless_question_goes_a_year_after_it_was_closed(network: Network) -> None:
    closed, still_open = asked(network), asked(network)
    withdraw(request=closed, words="", by=SYSTEM, at=MONDAY)
    run(at=MONDAY + timedelta(days=364))
    assert Request.objects.count() == 2
    run(at=MONDAY + timedelta(days=367))
    assert list(Request.objects.all()) == [still_open]


def test_the_register_of_unmet_need_keeps_its_count(network: Network) -> None:
    request = asked(network)
    close_as_not_possible(
        request=request,
        reason="no_free_place",
        words="Niets vrij.",
        instead="",
        by=SYSTEM,
        at=MONDAY,
    )
    run(at=MONDAY + timedelta(days=400))
    need = UnmetNeed.objects.get()
    assert need.words == ""
    assert need.request_key != request.key


def test_a_light_contact_goes_after_two_years(network: Network) -> None:
    LightContact.objects.create(desk=network.counter, at=MONDAY)
    run(at=MONDAY + timedelta(days=700))
    assert LightContact.objects.exists()
    run(at=MONDAY + timedelta(days=740))
    assert not LightContact.objects.exists()
