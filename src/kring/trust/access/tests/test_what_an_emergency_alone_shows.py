"""Whom a page shows by an emergency alone is told apart from whom the reader sees otherwise."""

from uuid import uuid4

import pytest
from tests.cast import LONG_AGO, MONDAY, Network, PeetersElAmrani, kempen, peeters_el_amrani, person

from kring.foundation.journal.ledger import Ledger, page_ledger, saw_all
from kring.registry.people.models import Family, FamilyMembership, Person
from kring.trust.access.actions import involve
from kring.trust.access.behind_glass import tell_glass_apart
from kring.trust.access.readers import Reader
from kring.trust.access.tests.a_glass import broken, kept_by, reading

pytestmark = pytest.mark.django_db


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home(network: Network) -> PeetersElAmrani:
    return peeters_el_amrani()


@pytest.fixture
def maes(network: Network) -> Family:
    """A family that Bram helps, with Els Maes."""
    family = Family.objects.create(name="Maes", search_name="maes", created_at=LONG_AGO)
    els = person("Els", "Maes")
    FamilyMembership.objects.create(family=family, person=els, role="parent", starts_at=LONG_AGO)
    involve(
        at=MONDAY, about=family, who=network.bram, role="team", because="request", because_key=uuid4()
    )
    return family


def glass_among(network: Network, shown: list[Person | Family]) -> set[object]:
    """Of what a page of Bram showed, what is told of as an emergency."""
    with page_ledger(Ledger()) as ledger:
        saw_all("person", (one.key for one in shown if isinstance(one, Person)))
        saw_all("family", (one.key for one in shown if isinstance(one, Family)))
        tell_glass_apart(reading(network.bram), MONDAY)
    return {key for (_kind, key) in ledger.by_reason("team").get("glass", set())}


def test_the_members_too_and_nobody_seen_otherwise(
    network: Network, home: PeetersElAmrani, maes: Family
) -> None:
    FamilyMembership.objects.create(family=maes, person=home.noor, role="child", starts_at=LONG_AGO)
    broken(home, network.bram)
    (els,) = Person.objects.filter(given_name="Els")
    everybody = [els, home.noor, home.sofia, home.younes]
    assert glass_among(network, everybody) == {home.sofia.key, home.younes.key}
    assert glass_among(network, [*everybody, home.family]) == {
        home.family.key,
        home.noor.key,
        home.sofia.key,
        home.younes.key,
    }


def test_nobody_without_a_glass_of_their_own(network: Network, home: PeetersElAmrani) -> None:
    broken(home, network.nele)
    assert glass_among(network, [home.sofia, home.family]) == set()


def test_nobody_who_moved_out(network: Network, home: PeetersElAmrani) -> None:
    broken(home, network.bram)
    FamilyMembership.objects.filter(person=home.younes).update(ends_at=MONDAY)
    assert glass_among(network, [home.sofia, home.younes]) == {home.sofia.key}


def test_an_own_circle_at_work_hides_no_emergency(network: Network, home: PeetersElAmrani) -> None:
    """Who stands on the page is told of, whatever was declared since."""
    broken(home, network.bram)
    lone = person("Piet", "Claes")
    assert glass_among(network, [home.sofia, lone, home.family]) == {home.sofia.key, home.family.key}


def test_of_two_opened_families_each_stands_by_itself(
    network: Network, home: PeetersElAmrani, maes: Family
) -> None:
    """What Bram does not help counts, though another family he opened is one he helps."""
    other = Family.objects.create(name="Bos", search_name="bos", created_at=LONG_AGO)
    lives_there = person("Mila", "Bos")
    FamilyMembership.objects.create(family=other, person=lives_there, role="child", starts_at=LONG_AGO)
    broken(home, network.bram)
    assert glass_among(network, [maes, other, lives_there, home.family]) == {home.family.key}


def test_who_may_not_write_opens_nothing(network: Network, home: PeetersElAmrani) -> None:
    broken(home, network.bram)
    with page_ledger(Ledger()) as ledger:
        saw_all("family", [home.family.key])
        tell_glass_apart(reading(network.bram, deed=True), MONDAY)
        tell_glass_apart(Reader(glass=True), MONDAY)
    assert ledger.apart == {}


def test_who_came_to_help_since_reads_for_their_role(network: Network, home: PeetersElAmrani) -> None:
    broken(home, network.bram)
    everybody = [home.family, home.sofia, home.noor]
    assert len(glass_among(network, everybody)) == len(everybody)
    kept_by(home, network.bram, "team")
    assert glass_among(network, everybody) == set()
