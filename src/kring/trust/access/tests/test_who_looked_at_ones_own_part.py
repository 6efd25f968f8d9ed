"""Each person reads who looked at their own part; the helpers of others are left out."""

from datetime import timedelta
from uuid import uuid4

import pytest
from tests.cast import LONG_AGO, MONDAY, PeetersElAmrani, open_journal, peeters_el_amrani, person

from kring.foundation.journal.actor import Actor, ActorKind
from kring.foundation.journal.recording import record_read
from kring.registry.people.models import Family, FamilyMembership, Person
from kring.trust.access.looking import looks_at_own_part, who_looked
from kring.trust.access.own_part import own_families

pytestmark = pytest.mark.django_db
SOON = MONDAY + timedelta(hours=1)


@pytest.fixture
def home() -> PeetersElAmrani:
    open_journal()
    return peeters_el_amrani()


def looks(who: str, *about: tuple[str, object], kind: ActorKind = ActorKind.WORKER) -> None:
    actor = Actor(kind, uuid4(), who)
    record_read(by=actor, at=MONDAY, page="page", about=list(about), because="coach")  # type: ignore[arg-type]


def names(who: Person, **more: object) -> list[str]:
    families = own_families(who, SOON)
    found = looks_at_own_part(who.key, families, LONG_AGO, **more)  # type: ignore[arg-type]
    return [look.who for look in found]


def other_family(*members: Person) -> Family:
    family = Family.objects.create(name="Maes", search_name="maes", created_at=LONG_AGO)
    for one in members:
        FamilyMembership.objects.create(family=family, person=one, role="child", starts_at=LONG_AGO)
    return family


def test_a_look_at_the_family_is_each_ones(home: PeetersElAmrani) -> None:
    looks("Nele", ("family", home.family.key), ("person", home.sofia.key))
    assert names(home.sofia) == ["Nele"]
    assert names(home.younes) == []


def test_helpers_of_another_family_are_left_out(home: PeetersElAmrani) -> None:
    """Noor is a child there too, and her mother is drawn in the circle of that family."""
    other = other_family(home.noor)
    looks("Bram", ("family", other.key), ("person", home.sofia.key), ("person", home.noor.key))
    assert names(home.sofia) == []
    assert names(home.noor) == ["Bram"]


def test_after_leaving_a_family_its_helpers_are_others(home: PeetersElAmrani) -> None:
    FamilyMembership.objects.filter(person=home.sofia).update(ends_at=MONDAY)
    looks("Nele", ("family", home.family.key), ("person", home.sofia.key))
    assert names(home.sofia) == []


def test_a_second_parent_reads_no_helper_of_the_first(home: PeetersElAmrani) -> None:
    jan = person("Jan", "Peeters")
    FamilyMembership.objects.create(family=home.family, person=jan, role="parent", starts_at=LONG_AGO)
    looks("Nele", ("family", home.family.key), ("person", jan.key), ("person", home.sofia.key))
    looks("Rik", ("person", jan.key))
    assert names(jan) == ["Rik"]
    assert names(home.sofia) == ["Nele"]


def test_that_somebody_read_their_own_part_is_told_to_nobody(home: PeetersElAmrani) -> None:
    looks("Younes", ("person", home.younes.key), kind=ActorKind.PERSON)
    assert names(home.younes) == []
    assert who_looked([home.younes.key], LONG_AGO) == []


def test_a_hint_is_no_look(home: PeetersElAmrani) -> None:
    looks("Nele", ("request", uuid4()), ("match", home.family.key))
    assert who_looked([home.family.key], LONG_AGO) == []


def test_a_question_that_stands_alone_shows_no_look_at_who_asks(home: PeetersElAmrani) -> None:
    own = uuid4()
    looks("Lotte", ("request", own), ("person", home.younes.key))
    looks("Nele", ("family", home.family.key), ("person", home.younes.key))
    keys = [home.family.key, home.younes.key]
    told = who_looked(keys, LONG_AGO, apart={own: home.younes.key})
    assert [look.who for look in told] == ["Nele"]
    assert names(home.younes, apart={own: home.younes.key}) == ["Nele"]
    assert sorted(names(home.younes)) == ["Lotte", "Nele"]


def test_a_list_with_that_question_still_is_a_look_at_the_others(home: PeetersElAmrani) -> None:
    own = uuid4()
    about = [("request", own), ("person", home.younes.key), ("family", home.family.key)]
    looks("Lotte", *about)
    keys = [home.family.key, home.younes.key]
    told = who_looked(keys, LONG_AGO, apart={own: home.younes.key})
    assert [look.who for look in told] == ["Lotte"]


def test_a_parent_reads_only_looks_through_the_own_family(home: PeetersElAmrani) -> None:
    looks("Lotte", ("person", home.noor.key))
    looks("Nele", ("family", home.family.key), ("person", home.noor.key))
    families = own_families(home.sofia, SOON)
    found = looks_at_own_part(home.noor.key, families, LONG_AGO, through_family=True)
    assert [look.who for look in found] == ["Nele"]


def test_a_page_about_who_asks_alone_is_no_look_at_the_family(home: PeetersElAmrani) -> None:
    """The page on which her own access is opened names her and no question."""
    looks("Lotte", ("person", home.younes.key))
    keys = [home.family.key, home.younes.key]
    assert who_looked(keys, LONG_AGO, apart={uuid4(): home.younes.key}) == []
