"""Who can see a family, what a desk knows, and whom a protected address covers."""

from datetime import timedelta
from uuid import uuid4

import pytest
from tests.cast import LONG_AGO, MONDAY, kempen, peeters_el_amrani, person

from kring.registry.people.models import FamilyMembership, Person
from kring.trust.access.actions import involve
from kring.trust.access.models import Involvement
from kring.trust.access.queries import (
    desk_knows,
    families_visible_to,
    is_protected,
    persons_visible_to,
    who_can_see,
)
from kring.trust.access.readers import NOBODY
from kring.trust.access.tests.a_glass import reading
from kring.trust.access.tests.households import family_of

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


def test_who_can_see_a_family_the_longest_first_while_it_runs() -> None:
    network, home = kempen(), peeters_el_amrani()
    other = family_of("Maes", parent=[person("Els", "Maes")])

    def takes_part(about, who, at) -> Involvement:
        return involve(at=at, about=about, who=who, role="team", because="x", because_key=uuid4())

    later = takes_part(home.family, network.bram, MONDAY)
    first = takes_part(home.family, network.nele, LONG_AGO)
    second = takes_part(home.family, network.counter, LONG_AGO)
    takes_part(other, network.lotte, LONG_AGO)
    takes_part(home.noor, network.lotte, LONG_AGO)
    assert who_can_see(home.family, MONDAY) == [first, second, later]
    assert who_can_see(home.family, MONDAY - SECOND) == [first, second]
    Involvement.objects.filter(pk=first.pk).update(ends_at=MONDAY)
    assert who_can_see(home.family, MONDAY) == [second, later]


def test_a_desk_knows_who_lies_on_it_alone_or_with_a_family() -> None:
    network, home = kempen(), peeters_el_amrani()
    lonely, stranger = person("Els", "Maes"), person("Bart", "Maes")
    for about in (home.family, lonely):
        involve(
            at=MONDAY, about=about, who=network.counter, role="holder", because="x", because_key=uuid4()
        )
    involve(at=MONDAY, about=stranger, who=network.team, role="holder", because="x", because_key=uuid4())
    known = [desk_knows(network.counter, who, MONDAY) for who in (home.noor, lonely, stranger)]
    assert known == [True, True, False]
    assert not desk_knows(network.team, lonely, MONDAY)
    assert not desk_knows(network.counter, lonely, MONDAY - SECOND)
    assert not desk_knows(network.counter, home.noor, MONDAY - SECOND)


def test_a_protected_address_covers_all_who_share_a_family() -> None:
    home = peeters_el_amrani()
    other = person("Els", "Maes")
    family_of("Maes", parent=[other])
    lonely = person("Bart", "Maes")
    people = (home.sofia, home.noor, other, lonely)
    assert [is_protected(one, MONDAY) for one in people] == [False] * 4
    Person.objects.filter(pk__in=[home.noor.pk, lonely.pk]).update(protected_address=True)
    for one in people:
        one.refresh_from_db()
    assert [is_protected(one, MONDAY) for one in people] == [True, True, False, True]
    FamilyMembership.objects.filter(person=home.sofia).update(ends_at=MONDAY)
    assert is_protected(home.sofia, MONDAY - SECOND)
    assert not is_protected(home.sofia, MONDAY)


def test_who_is_seen_by_a_worker_by_a_desk_and_by_the_intake() -> None:
    network, home = kempen(), peeters_el_amrani()
    lonely = person("Els", "Maes")
    assert not persons_visible_to(NOBODY, MONDAY).exists()
    assert not families_visible_to(NOBODY, MONDAY).exists()
    involve(
        at=MONDAY, about=lonely, who=network.counter, role="holder", because="x", because_key=uuid4()
    )
    involve(
        at=MONDAY, about=home.family, who=network.bram, role="team", because="x", because_key=uuid4()
    )
    seen = {
        network.nele: ({lonely.pk}, set()),
        network.bram: ({home.sofia.pk, home.younes.pk, home.noor.pk}, {home.family.pk}),
        network.lotte: (set(), set()),
    }
    for who, (persons, families) in seen.items():
        reader = reading(who)
        assert set(persons_visible_to(reader, MONDAY).values_list("pk", flat=True)) == persons
        assert set(families_visible_to(reader, MONDAY).values_list("pk", flat=True)) == families
        assert not persons_visible_to(reader, MONDAY - SECOND).exists()
    leading = reading(network.lotte)
    intake = type(leading)(worker_id=leading.worker_id, intake_desk_ids=frozenset({network.counter.pk}))
    assert list(persons_visible_to(intake, MONDAY)) == [lonely]
