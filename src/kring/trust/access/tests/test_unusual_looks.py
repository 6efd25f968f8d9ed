"""Once a week the journal is asked what stands out; the officer sees why, and nobody looked at."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from tests.cast import LONG_AGO, Network, acting, kempen, person

from kring.foundation.deadlines.models import Term
from kring.foundation.journal.recording import record_read
from kring.registry.network.models import Partnership, PartnershipArea, Worker
from kring.registry.people.actions import correct_person
from kring.registry.people.models import Person
from kring.registry.places.models import Municipality
from kring.trust.access.actions import mark_look_seen
from kring.trust.access.models import OwnCircle, UnusualLook
from kring.trust.access.tests.a_glass import officer
from kring.trust.access.unusual import find_unusual, unusual_of

pytestmark = pytest.mark.django_db
WEEK = date(2026, 11, 2)
NOON = datetime(2026, 11, 4, 11, 0, tzinfo=UTC)
NIGHT = datetime(2026, 11, 4, 23, 30, tzinfo=UTC)
AFTER = datetime(2026, 11, 9, 6, 0, tzinfo=UTC)


@pytest.fixture
def network() -> Network:
    return kempen()


def looks(who: Worker, at: datetime, *people: Person) -> None:
    about = [("person", one.key) for one in people]
    record_read(by=acting(who), at=at, page="family_file:family", about=about, because="coach")


def found() -> dict[tuple[str, str], int]:
    rows = unusual_of(WEEK, AFTER)
    return {(row.worker.name, str(row.kind)): row.times for row in rows}


def test_an_ordinary_look_does_not_stand_out(network: Network) -> None:
    looks(network.bram, NOON, person("Sofia", "El Amrani"))
    assert found() == {}


def test_the_same_surname(network: Network) -> None:
    for _ in range(2):
        looks(network.bram, NOON, person("Els", "de smet"))
    assert found() == {("Bram De Smet", "surname"): 2}


def test_at_night_by_the_local_clock(network: Network) -> None:
    sofia = person("Sofia", "El Amrani")
    looks(network.bram, NIGHT, sofia)
    looks(network.bram, datetime(2026, 11, 4, 21, 59, tzinfo=UTC), sofia)
    looks(network.bram, datetime(2026, 11, 4, 4, 59, tzinfo=UTC), sofia)
    assert found() == {("Bram De Smet", "night"): 2}


def test_outside_the_own_region_and_never_of_a_protected_one(network: Network) -> None:
    far = Partnership.objects.create(name="Zuid", search_name="zuid", kind="1g1p")
    mol = Municipality.objects.get(name_nl="Mol", valid_until=None)
    PartnershipArea.objects.create(partnership=far, municipality=mol, starts_at=LONG_AGO)
    els = person("Els", "Maes")
    Person.objects.filter(pk=els.pk).update(municipality=mol)
    looks(network.bram, NOON, els)
    assert found() == {("Bram De Smet", "region"): 1}
    UnusualLook.objects.all().delete()
    Person.objects.filter(pk=els.pk).update(protected_address=True)
    assert found() == {}


def test_the_street_of_the_own_circle(network: Network) -> None:
    mother, neighbour = person("An", "Claes"), person("Els", "Maes")
    for one, address in ((mother, "Molenstraat 3"), (neighbour, "Molenstraat 12 bus 1")):
        correct_person(
            by=acting(network.bram), at=NOON, person=one, version=one.version, address=address
        )
    OwnCircle.objects.create(worker=network.bram, person=mother, starts_at=LONG_AGO)
    looks(network.bram, NOON, Person.objects.get(pk=neighbour.pk))
    assert found() == {("Bram De Smet", "street"): 1}


def test_many(network: Network) -> None:
    Term.objects.filter(code="unusual_many_per_week").update(value="2")
    looks(network.bram, NOON, person("A", "Maes"), person("B", "Maes"), person("C", "Maes"))
    assert found() == {("Bram De Smet", "many"): 3}


def test_another_week_counts_for_itself(network: Network) -> None:
    looks(network.bram, NOON - timedelta(days=7), person("Els", "De Smet"))
    looks(network.bram, NOON + timedelta(days=7), person("Els", "De Smet"))
    assert found() == {}


def test_the_clock_looks_once_a_week(network: Network) -> None:
    looks(network.bram, NIGHT, person("Els", "De Smet"))
    assert find_unusual(at=AFTER) == 2
    assert find_unusual(at=AFTER + timedelta(minutes=1)) == 0
    assert UnusualLook.objects.count() == 2


def test_the_officer_reads_why_and_marks_it_seen(network: Network) -> None:
    greet = officer(network)
    looks(network.bram, NOON, person("Els", "De Smet"))
    looks(greet, NIGHT, person("Els", "Maes"))
    unusual_of(WEEK, AFTER)
    client = Client()
    with time_machine.travel(AFTER, tick=False):
        _marks(client, greet, network)
    own = UnusualLook.objects.get(worker=greet)
    mark_look_seen(look=own, officer=greet, by=acting(greet), at=AFTER)
    own.refresh_from_db()
    assert own.seen_at is None


def _marks(client: Client, greet: Worker, network: Network) -> None:
    assert greet.account is not None
    client.force_login(greet.account)
    page = client.get("/toezicht/opvallend/").text
    assert "dezelfde familienaam" in page
    assert "Els" not in page
    look = UnusualLook.objects.get(worker=network.bram)
    client.post(f"/toezicht/opvallend/{look.key}/gezien/")
    look.refresh_from_db()
    assert look.seen_by == greet
