"""Whom somebody's own pages name: who helps them now or helped them while they belonged there."""

from datetime import timedelta
from uuid import uuid4

import pytest
from tests.cast import LONG_AGO, MONDAY, Network, PeetersElAmrani, kempen, peeters_el_amrani, person

from kring.registry.network.models import Desk, Organisation, Worker
from kring.registry.people.models import Family, FamilyMembership, Person
from kring.trust.access.models import Involvement
from kring.trust.access.own_part import (
    OwnHelpers,
    own_families,
    own_helpers,
    present_families,
    see_family_through,
    who_sees,
)

pytestmark = pytest.mark.django_db
DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
BEFORE, AFTER = MONDAY - DAY, MONDAY + DAY


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home(network: Network) -> PeetersElAmrani:
    return peeters_el_amrani()


def helps(
    who: Worker | Desk | Organisation,
    about: Family | Person,
    since: object = LONG_AGO,
    until: object = None,
    because: object = None,
) -> Involvement:
    return Involvement.objects.create(
        family=about if isinstance(about, Family) else None,
        person=about if isinstance(about, Person) else None,
        worker=who if isinstance(who, Worker) else None,
        desk=who if isinstance(who, Desk) else None,
        organisation=who if isinstance(who, Organisation) else None,
        role="team",
        because="request",
        because_key=because or uuid4(),
        starts_at=since,
        ends_at=until,
    )


def left(who: Person, at: object) -> None:
    FamilyMembership.objects.filter(person=who).update(ends_at=at)


def test_who_takes_part_now_alone_or_in_the_family(network: Network, home: PeetersElAmrani) -> None:
    family = helps(network.nele, home.family)
    alone = helps(network.counter, home.sofia, MONDAY)
    helps(network.bram, home.younes)
    helps(network.lotte, home.family, LONG_AGO, MONDAY)
    assert who_sees(home.sofia, MONDAY) == [family, alone]
    assert who_sees(home.sofia, MONDAY - SECOND)[-1] != alone
    left(home.sofia, MONDAY)
    assert who_sees(home.sofia, MONDAY) == [alone]
    assert alone in who_sees(home.sofia, AFTER)


def test_present_is_from_the_first_moment_until_the_last(home: PeetersElAmrani) -> None:
    FamilyMembership.objects.filter(person=home.sofia).update(starts_at=BEFORE, ends_at=MONDAY)
    moments = (BEFORE - SECOND, BEFORE, MONDAY - SECOND, MONDAY)
    assert [len(present_families(home.sofia, at)) for at in moments] == [0, 1, 1, 0]
    (whole,) = own_families(home.sofia, AFTER)
    assert (whole.pk, whole.key) == (home.family.pk, home.family.key)
    assert (whole.since, whole.until) == (BEFORE, MONDAY)


def test_who_helped_while_they_belonged_there(network: Network, home: PeetersElAmrani) -> None:
    FamilyMembership.objects.filter(person=home.sofia).update(starts_at=BEFORE, ends_at=MONDAY)
    helps(network.nele, home.family, LONG_AGO, BEFORE)
    helps(network.lotte, home.family, MONDAY)
    assert own_helpers(home.sofia, AFTER) == OwnHelpers(frozenset(), frozenset())
    helps(network.bram, home.family, LONG_AGO, BEFORE + SECOND)
    there = frozenset({network.outside.organisation_id})
    assert own_helpers(home.sofia, AFTER) == OwnHelpers(frozenset({network.bram.pk}), there)
    helps(network.lotte, home.family, MONDAY - SECOND)
    assert network.lotte.pk in own_helpers(home.sofia, AFTER).workers


def test_who_helps_alone_and_not_before_it_began(network: Network, home: PeetersElAmrani) -> None:
    helps(network.bram, home.younes)
    helps(network.nele, home.sofia, AFTER)
    assert own_helpers(home.sofia, MONDAY) == OwnHelpers(frozenset(), frozenset())
    assert own_helpers(home.sofia, AFTER).workers == {network.nele.pk}


def test_a_desk_stands_for_who_is_on_its_list_and_its_organisation(
    network: Network, home: PeetersElAmrani
) -> None:
    helps(network.counter, home.family)
    helps(network.outside.organisation, home.family)
    both = frozenset({network.counter.organisation_id, network.outside.organisation_id})
    assert own_helpers(home.sofia, MONDAY) == OwnHelpers(frozenset({network.nele.pk}), both)


@pytest.mark.parametrize(
    ("author", "owner", "own"),
    [(1, None, True), (2, None, False), (2, 7, False), (None, 7, True), (None, 8, False)],
)
def test_an_author_says_more_than_whose_file_it_is(
    author: int | None, owner: int | None, own: object
) -> None:
    assert OwnHelpers(frozenset({1}), frozenset({7})).wrote(author, owner) is own


def test_the_second_parent_has_no_helpers_of_the_first(network: Network, home: PeetersElAmrani) -> None:
    jan = person("Jan", "Peeters")
    FamilyMembership.objects.create(family=home.family, person=jan, role="parent", starts_at=MONDAY)
    helps(network.nele, home.family)
    assert own_families(jan, AFTER) == []
    assert own_helpers(jan, AFTER).workers == frozenset()
    elsewhere = Family.objects.create(name="Peeters", search_name="peeters", created_at=LONG_AGO)
    FamilyMembership.objects.create(family=elsewhere, person=jan, role="parent", starts_at=MONDAY)
    assert [one.pk for one in own_families(jan, AFTER)] == [elsewhere.pk]
    assert [one.pk for one in own_families(home.sofia, AFTER)] == [home.family.pk]


def test_what_is_so_in_another_house_changes_nothing(home: PeetersElAmrani) -> None:
    """There Sofia's sister is a second parent; here Sofia is the first."""
    sister, first, child = (person(name, "Bos", MONDAY.date()) for name in ("An", "Jan", "Mila"))
    elsewhere = Family.objects.create(name="Bos", search_name="bos", created_at=LONG_AGO)
    for who, role, since in (
        (first, "parent", LONG_AGO),
        (sister, "parent", MONDAY),
        (child, "child", LONG_AGO),
    ):
        FamilyMembership.objects.create(family=elsewhere, person=who, role=role, starts_at=since)
    FamilyMembership.objects.create(family=elsewhere, person=home.sofia, role="other", starts_at=MONDAY)
    assert own_families(sister, AFTER) == []
    assert {one.pk for one in own_families(home.sofia, AFTER)} == {home.family.pk, elsewhere.pk}


def test_where_no_child_is_minor_nobody_is_second(network: Network, home: PeetersElAmrani) -> None:
    jan = person("Jan", "Peeters")
    FamilyMembership.objects.create(family=home.family, person=jan, role="other", starts_at=MONDAY)
    assert len(own_families(jan, AFTER)) == 1
    FamilyMembership.objects.filter(family=home.family, role="child").delete()
    FamilyMembership.objects.filter(person=jan).update(role="parent")
    assert len(own_families(jan, AFTER)) == 1


def test_who_sees_a_family_through_a_question_of_ones_own(
    network: Network, home: PeetersElAmrani
) -> None:
    own, other = uuid4(), uuid4()
    first = helps(network.nele, home.family, because=own)
    second = helps(network.counter, home.family, because=own)
    helps(network.bram, home.family, because=other)
    helps(network.bram, home.sofia, because=own)
    helps(network.lotte, home.family, LONG_AGO, MONDAY, because=own)
    assert see_family_through(iter([own]), MONDAY) == [first, second]
    assert see_family_through([], MONDAY) == []
