"""A page that a broken glass opened is told of as such, for as long as it runs, and no other page."""

from datetime import timedelta

import pytest
from tests.cast import LONG_AGO, MONDAY, Network, kempen, peeters_el_amrani, person

from kring.foundation.journal.ledger import Ledger, page_ledger
from kring.registry.people.models import Family, FamilyMembership, Person
from kring.trust.access.actions import involve
from kring.trust.access.queries import family_for, person_for
from kring.trust.access.tests.a_glass import broken, kept_by, reading

pytestmark = pytest.mark.django_db
HOURS = timedelta(hours=3)


def because(network: Network, about: Family | Person, at: object = MONDAY, *, deed: bool = False) -> str:
    with page_ledger(Ledger()) as ledger:
        reader = reading(network.bram, at, deed=deed)
        found = (family_for if isinstance(about, Family) else person_for)(reader, about.key, at)  # type: ignore[arg-type]
    assert found == about
    return ledger.because


def test_the_family_and_each_of_its_members() -> None:
    network, home = kempen(), peeters_el_amrani()
    kept_by(home, network.bram)
    other = person("Els", "Maes")
    maes = Family.objects.create(name="Maes", search_name="maes", created_at=LONG_AGO)
    FamilyMembership.objects.create(family=maes, person=other, role="parent", starts_at=LONG_AGO)
    involve(at=MONDAY, about=maes, who=network.bram, role="team", because="x", because_key=maes.key)
    every = (home.family, home.noor, maes, other)
    assert [because(network, about) for about in every] == ["", "", "", ""]
    broken(home, network.nele)
    assert [because(network, about) for about in every] == ["", "", "", ""]
    broken(home, network.bram)
    assert [because(network, about) for about in every] == ["glass", "glass", "", ""]
    assert [because(network, about, deed=True) for about in every] == ["", "", "", ""]
    over = MONDAY + HOURS
    assert [because(network, about, over) for about in every] == ["", "", "", ""]
