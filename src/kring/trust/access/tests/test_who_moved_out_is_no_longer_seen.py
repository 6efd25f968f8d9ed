"""Who no longer belongs to a family is seen by nobody for the sake of that family."""

from datetime import timedelta

import pytest
from tests.cast import MONDAY, kempen, peeters_el_amrani

from kring.foundation.journal.actor import SYSTEM
from kring.registry.people.actions import end_membership
from kring.trust.access.queries import desk_knows, persons_by_id, persons_visible_to
from kring.trust.access.tests.a_glass import broken, kept_by, reading

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("opened", [kept_by, broken])
def test_who_moved_out_is_seen_no_longer_from_that_moment_on(opened) -> None:
    network, home = kempen(), peeters_el_amrani()
    opened(home, network.lotte)
    reader = reading(network.lotte)
    later = MONDAY + timedelta(hours=1)
    end_membership(membership=home.younes.memberships.get(), by=SYSTEM, at=MONDAY, ends_at=later)
    everybody = [home.sofia.pk, home.younes.pk, home.noor.pk]
    just_before = later - timedelta(microseconds=1)
    assert set(persons_by_id(reader, everybody, just_before)) == set(everybody)
    assert set(persons_by_id(reader, everybody, later)) == {home.sofia.pk, home.noor.pk}
    assert home.younes not in persons_visible_to(reader, later)


def test_a_desk_that_helps_a_family_does_not_know_who_moved_out() -> None:
    network, home = kempen(), peeters_el_amrani()
    kept_by(home, network.counter)
    assert desk_knows(network.counter, home.younes, MONDAY)
    end_membership(membership=home.younes.memberships.get(), by=SYSTEM, at=MONDAY)
    assert not desk_knows(network.counter, home.younes, MONDAY)
    assert desk_knows(network.counter, home.noor, MONDAY)
