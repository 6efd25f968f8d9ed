"""The edges of what stands out in a week: when, by whom, where, and how the clock looks again."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.cache import cache
from tests.cast import LONG_AGO, Network, acting, kempen, person

from kring.foundation.deadlines.models import Term
from kring.foundation.journal.actor import Actor, ActorKind
from kring.foundation.journal.recording import record_read
from kring.registry.network.models import Duty, Partnership, PartnershipArea, RoleType, Worker
from kring.registry.people.actions import correct_person
from kring.registry.people.models import Person
from kring.registry.places.models import Municipality
from kring.trust.access import unusual
from kring.trust.access.models import OwnCircle, UnusualLook
from kring.trust.access.unusual import find_unusual, looks_unseen, unusual_of

pytestmark = pytest.mark.django_db
WEEK = date(2026, 11, 2)
BEGIN, END = (datetime(2026, 11, day, 23, 0, tzinfo=UTC) for day in (1, 8))
NOON = datetime(2026, 11, 4, 11, 0, tzinfo=UTC)
LATE, EARLY = (datetime(2026, 11, 4, hour, 30, tzinfo=UTC) for hour in (22, 2))
AFTER = datetime(2026, 11, 11, 6, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.fixture
def network() -> Network:
    cache.clear()
    return kempen()


def looks(who: Worker | Actor, at: datetime, *people: Person, kind: str = "person") -> None:
    by = who if isinstance(who, Actor) else acting(who)
    record_read(by=by, at=at, page="x", about=[(kind, one.key) for one in people], because="coach")


def found() -> dict[tuple[str, str], int]:
    UnusualLook.objects.all().delete()
    return {(row.worker.name, str(row.kind)): row.times for row in unusual_of(WEEK, AFTER)}


def at_address(who: Person, address: str, by: Worker) -> Person:
    correct_person(by=acting(by), at=NOON, person=who, version=who.version, address=address)
    return Person.objects.get(pk=who.pk)


@pytest.mark.parametrize(("at", "times"), [(BEGIN, 1), (BEGIN - SECOND, 0), (END - SECOND, 1), (END, 0)])
def test_the_week_runs_from_monday_to_sunday_here(network: Network, at: datetime, times: int) -> None:
    network.bram.roles.update(role=RoleType.objects.get(code="crisis"))
    looks(network.bram, at, person("Els", "De Smet"))
    assert found() == ({("Bram De Smet", "surname"): 1} if times else {})


def test_only_people_and_only_workers_count(network: Network) -> None:
    els = person("Els", "De Smet")
    looks(network.bram, NOON, els, kind="family")
    looks(Actor(ActorKind.PERSON, network.bram.key, "Bram"), LATE, els)
    looks(network.bram, NOON, person("Els", ""))
    assert found() == {}


def test_each_worker_by_themself(network: Network) -> None:
    looks(network.bram, NOON, person("Els", "De Smet"), person("Piet", "Wouters"))
    looks(network.nele, NOON, person("An", "De Smet"))
    looks(network.nele, LATE, person("Els", "Maes"))
    looks(network.nele, EARLY, person("Els", "Maes"))
    assert found() == {("Bram De Smet", "surname"): 1, ("Nele Wouters", "night"): 2}
    region = UnusualLook.objects.get(worker=network.bram).region
    assert region == network.region


def test_who_works_in_a_crisis_looks_at_night(network: Network) -> None:
    looks(network.bram, LATE, person("Els", "Maes"))
    assert found() == {("Bram De Smet", "night"): 1}
    network.bram.roles.update(role=RoleType.objects.get(code="crisis"))
    assert found() == {}


def test_as_many_as_the_term_is_not_many(network: Network) -> None:
    Term.objects.filter(code="unusual_many_per_week").update(value="2")
    looks(network.bram, NOON, person("A", "Maes"), person("B", "Maes"))
    assert found() == {}
    looks(network.bram, NOON, person("C", "Maes"))
    assert found() == {("Bram De Smet", "many"): 3}


def test_a_protected_one_is_passed_by_and_the_next_counts(network: Network) -> None:
    first, second = person("Els", "Maes"), person("An", "De Smet")
    Person.objects.filter(pk=first.pk).update(protected_address=True)
    looks(network.bram, NOON, first, second)
    assert found() == {("Bram De Smet", "surname"): 1}


@pytest.fixture
def in_mol(network: Network) -> Person:
    """Els lives in a region in which Bram has no work."""
    far = Partnership.objects.create(name="Zuid", search_name="zuid", kind="1g1p")
    mol = Municipality.objects.get(name_nl="Mol", valid_until=None)
    PartnershipArea.objects.create(partnership=far, municipality=mol, starts_at=LONG_AGO)
    els = person("Els", "Maes")
    Person.objects.filter(pk=els.pk).update(municipality=mol)
    return Person.objects.get(pk=els.pk)


def test_the_own_region_is_that_of_the_week(network: Network, in_mol: Person) -> None:
    looks(network.bram, NOON, in_mol)
    outside = {("Bram De Smet", "region"): 1}
    assert found() == outside
    far = PartnershipArea.objects.get(municipality=in_mol.municipality).partnership
    desk = network.outside
    type(desk).objects.filter(pk=desk.pk).update(region=far)
    assert found() == {}
    on_list = Duty.objects.filter(worker=network.bram)
    for starts_at, ends_at, there in (
        (LONG_AGO, BEGIN, False),
        (LONG_AGO, BEGIN + SECOND, True),
        (END - SECOND, None, True),
        (END, None, False),
    ):
        on_list.update(starts_at=starts_at, ends_at=ends_at)
        assert found() == ({} if there else outside)
    network.bram.roles.update(partnership=far)
    assert found() == {}


def test_a_municipality_of_another_kind_of_partnership_is_no_region(
    network: Network, in_mol: Person
) -> None:
    looks(network.bram, NOON, in_mol)
    Partnership.objects.filter(name="Zuid").update(kind="hvhk")
    assert found() == {}


def test_a_region_that_ended_is_none(network: Network, in_mol: Person) -> None:
    looks(network.bram, NOON, in_mol)
    PartnershipArea.objects.filter(municipality=in_mol.municipality).update(ends_at=AFTER)
    assert found() == {}


def test_the_street_is_that_of_the_own_circle_now(network: Network) -> None:
    mother = at_address(person("An", "Claes"), "Molenstraat 3", network.bram)
    neighbour = at_address(person("Els", "Maes"), "Molenstraat 12", network.bram)
    looks(network.bram, NOON, neighbour, person("Zonder", "Adres"))
    looks(network.nele, NOON, neighbour)
    own = OwnCircle.objects.create(worker=network.bram, person=mother, starts_at=LONG_AGO)
    assert found() == {("Bram De Smet", "street"): 1}
    Person.objects.filter(pk=mother.pk).update(protected_address=True)
    assert found() == {}
    Person.objects.filter(pk=mother.pk).update(protected_address=False)
    OwnCircle.objects.filter(pk=own.pk).update(ends_at=AFTER)
    assert found() == {}


def test_who_lives_nowhere_shares_no_street(network: Network) -> None:
    OwnCircle.objects.create(worker=network.bram, person=person("An", "Claes"), starts_at=LONG_AGO)
    looks(network.bram, NOON, person("Els", "Maes"), person("Zonder", "Adres"))
    assert found() == {}


def test_what_was_kept_before_stays(network: Network) -> None:
    looks(network.bram, NOON, person("Els", "De Smet"))
    unusual_of(WEEK, AFTER)
    looks(network.bram, NOON, person("An", "De Smet"))
    unusual_of(WEEK, AFTER)
    assert [row.times for row in UnusualLook.objects.all()] == [1]


def test_the_clock_takes_the_last_whole_week(network: Network) -> None:
    looks(network.bram, NOON, person("Els", "De Smet"))
    wednesday, next_week = AFTER, AFTER + timedelta(days=7)
    assert find_unusual(at=wednesday) == 1
    assert find_unusual(at=wednesday) == 0
    assert find_unusual(at=next_week) == 0
    assert UnusualLook.objects.get().week == WEEK


def test_what_failed_is_tried_again(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    looks(network.bram, NOON, person("Els", "De Smet"))

    def fails(*_given: object) -> list[UnusualLook]:
        raise OSError("no disk")

    with monkeypatch.context() as patch:
        patch.setattr(unusual, "unusual_of", fails)
        with pytest.raises(OSError, match="no disk"):
            find_unusual(at=AFTER)
    assert find_unusual(at=AFTER) == 1


def test_what_no_officer_saw_is_counted(network: Network) -> None:
    looks(network.bram, LATE, person("Els", "De Smet"))
    assert looks_unseen() == 0
    unusual_of(WEEK, AFTER)
    assert looks_unseen() == 2
    first = UnusualLook.objects.all()[0]
    UnusualLook.objects.filter(pk=first.pk).update(seen_at=AFTER, seen_by=network.nele)
    assert looks_unseen() == 1
