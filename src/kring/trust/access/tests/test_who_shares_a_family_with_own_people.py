"""Own people of a worker, and everybody who lives in a family with them, are left out of every read."""

from datetime import date

import pytest
from tests.cast import LONG_AGO, MONDAY, kempen, person

from kring.registry.network.models import Worker
from kring.registry.people.models import Family, FamilyMembership, Person
from kring.registry.people.queries import Identifiers
from kring.trust.access.circle import (
    blocked_people,
    declared_by,
    family_blocked,
    is_family_blocked,
    not_yet_found,
    own_people,
    person_blocked,
    person_like,
)
from kring.trust.access.models import OwnCircle
from kring.trust.access.tests.households import family_of

pytestmark = pytest.mark.django_db


def own(worker: Worker, who: Person | None, **more: object) -> OwnCircle:
    given: dict[str, object] = {"given_name": "Iemand", "starts_at": LONG_AGO} | more
    return OwnCircle.objects.create(worker=worker, person=who, **given)


def closed(worker: Worker) -> tuple[set[str], set[str]]:
    """Names of persons and families every read leaves out, if all reads agree."""
    people, families = list(Person.objects.order_by("pk")), list(Family.objects.order_by("pk"))
    blocked = blocked_people(worker.pk, (one.pk for one in people))
    assert {
        one.pk for one in people if Person.objects.filter(person_blocked(worker.pk), pk=one.pk)
    } == blocked
    homes = {one.pk for one in families if is_family_blocked(worker.pk, one.pk)}
    assert set(Family.objects.filter(family_blocked(worker.pk)).values_list("pk", flat=True)) == homes
    members = FamilyMembership.objects.filter(person_blocked(worker.pk, person="person"))
    assert set(members.values_list("person", flat=True)) <= blocked
    return (
        {one.given_name for one in people if one.pk in blocked},
        {one.name for one in families if one.pk in homes},
    )


def test_they_and_who_lives_with_them_while_they_do() -> None:
    network = kempen()
    aunt, girl, boy, mother = (person(name, "Bos") for name in ("Tante", "Mila", "Jef", "An"))
    lonely = person("Alleen", "Bos")
    family_of("Bos", child=[girl, boy])
    family_of("Bos, bij mama", parent=[mother], child=[girl])
    family_of("Claes", other=[aunt])
    assert closed(network.nele) == (set(), set())
    mine = own(network.nele, girl)
    own(network.lotte, aunt)
    assert closed(network.nele) == ({"Mila", "Jef", "An"}, {"Bos", "Bos, bij mama"})
    assert closed(network.lotte) == ({"Tante"}, {"Claes"})
    FamilyMembership.objects.filter(person=boy).update(ends_at=MONDAY)
    assert closed(network.nele) == ({"Mila", "An"}, {"Bos", "Bos, bij mama"})
    FamilyMembership.objects.filter(person=girl).update(ends_at=MONDAY)
    assert closed(network.nele) == ({"Mila"}, set())
    mine.ends_at = MONDAY
    mine.save()
    assert closed(network.nele) == (set(), set())
    own(network.nele, lonely)
    assert closed(network.nele) == ({"Alleen"}, set())


def test_of_nobody_nobody_is_blocked() -> None:
    network = kempen()
    own(network.nele, person("Mila", "Bos"))
    assert blocked_people(network.nele.pk, []) == frozenset()
    assert blocked_people(network.nele.pk, iter(())) == frozenset()


def test_the_list_of_a_worker_is_theirs_in_the_order_of_declaring() -> None:
    network = kempen()
    girl = person("Mila", "Bos")
    later = own(network.nele, None, starts_at=MONDAY, given_name="Later")
    known, typed = own(network.nele, girl), own(network.nele, None)
    own(network.nele, None, ends_at=MONDAY)
    other = own(network.lotte, None)
    assert list(declared_by(network.nele)) == [known, typed, later]
    assert list(not_yet_found()) == [later, typed, other]
    assert list(own_people(network.nele.pk)) == [known]


@pytest.mark.parametrize(
    ("who", "found"),
    [
        (Identifiers("Sofia", "El Amrani", date(1988, 3, 14)), "Sofia"),
        (Identifiers("Sofie", "El Amrani", date(1988, 3, 14)), "Sofia"),
        (Identifiers("Sofie", "El Amrani", date(1988, 3, 15)), None),
        (Identifiers("Els", "Maes", date(1988, 3, 14)), None),
    ],
)
def test_whoever_is_likest_is_meant(who, found) -> None:
    people = {name: person(name, "El Amrani", date(1988, 3, 14)) for name in ("Sofie-Anna", "Sofia")}
    assert person_like(who) == (people[found].pk if found else None)
