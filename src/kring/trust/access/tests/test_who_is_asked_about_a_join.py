"""Who keeps somebody is asked whether a colleague may join: the anchor person, else the holder."""

from datetime import timedelta
from uuid import uuid4

import pytest
from tests.cast import LONG_AGO, MONDAY, Network, PeetersElAmrani, kempen, peeters_el_amrani, person

from kring.registry.network.models import Desk, Worker
from kring.registry.people.models import Family, FamilyMembership, Person
from kring.trust.access.actions import involve
from kring.trust.access.joining import (
    agree_to,
    anchored_by,
    heard,
    joins_of,
    joins_waiting_for,
    keepers_of_person,
    keeping,
    organisations_of,
)
from kring.trust.access.models import Involvement, JoinAsked
from kring.trust.access.readers import NOBODY
from kring.trust.access.tests.a_glass import reading
from kring.trust.access.tests.households import family_of
from kring.trust.consent.models import Consent

pytestmark = pytest.mark.django_db
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home() -> PeetersElAmrani:
    return peeters_el_amrani()


def keeps(who: Worker | Desk, about: Family | Person, role: str = "holder") -> Involvement:
    return involve(at=MONDAY, about=about, who=who, role=role, because="request", because_key=uuid4())


def asked(network: Network, about: Person | None, **more: object) -> JoinAsked:
    given: dict[str, object] = {
        "asked_at": MONDAY,
        "expires_at": MONDAY + DAY,
        "reason": "Ik help al op school.",
    }
    return JoinAsked.objects.create(worker=network.bram, person=about, **(given | more))


def waiting(who: Worker, at: object = MONDAY) -> list[JoinAsked]:
    return list(joins_waiting_for(reading(who, at), at))  # type: ignore[arg-type]


def test_the_anchor_else_a_worker_else_the_desk_is_told(network: Network, home: PeetersElAmrani) -> None:
    assert keepers_of_person(home.noor, MONDAY) == []
    keeps(network.nele, home.family, "team")
    assert keepers_of_person(home.noor, MONDAY) == []
    keeps(network.counter, home.family)
    assert keepers_of_person(home.noor, MONDAY) == [("desk", network.counter.key)]
    keeps(network.nele, home.noor)
    assert keepers_of_person(home.noor, MONDAY) == [("worker", network.nele.key)]
    assert keepers_of_person(home.younes, MONDAY) == [("desk", network.counter.key)]
    keeps(network.lotte, home.family, "anchor")
    assert keepers_of_person(home.noor, MONDAY) == [("worker", network.lotte.key)]
    keeps(network.bram, home.noor, "anchor")
    both = sorted([("worker", network.lotte.key), ("worker", network.bram.key)])
    assert keepers_of_person(home.noor, MONDAY) == both


def test_who_keeps_does_so_while_it_runs_and_no_organisation_does(network, home) -> None:
    kept = keeps(network.nele, home.family)
    Involvement.objects.create(
        family=home.family,
        organisation=network.outside.organisation,
        role="holder",
        because="request",
        starts_at=LONG_AGO,
    )
    assert list(keeping(home.noor, MONDAY)) == [kept]
    assert list(keeping(home.noor, MONDAY - SECOND)) == []
    assert list(keeping(person("Els", "Maes"), MONDAY)) == []
    FamilyMembership.objects.filter(person=home.noor).update(ends_at=MONDAY + DAY)
    assert list(keeping(home.noor, MONDAY)) == [kept]
    assert list(keeping(home.noor, MONDAY + DAY)) == []
    Involvement.objects.update(ends_at=MONDAY + SECOND)
    assert list(keeping(home.sofia, MONDAY + SECOND)) == []


@pytest.mark.parametrize("role", ["anchor", "holder"])
@pytest.mark.parametrize("whole_family", [True, False])
@pytest.mark.parametrize("at_desk", [True, False])
def test_it_waits_for_who_keeps_and_for_nobody_else(network, home, role, whole_family, at_desk) -> None:
    join = asked(network, home.noor)
    about = home.family if whole_family else home.noor
    keeps(network.counter if at_desk else network.nele, about, role)
    keeps(network.lotte, home.family, "team")
    keeps(network.bram, about)
    assert waiting(network.nele) == [join]
    assert waiting(network.nele, MONDAY - SECOND) == []
    assert waiting(network.lotte) == []
    assert waiting(network.bram) == []
    assert not joins_waiting_for(NOBODY, MONDAY).exists()


def test_about_nobody_or_another_nothing_waits(network: Network, home: PeetersElAmrani) -> None:
    keeps(network.nele, home.family)
    asked(network, None)
    els = person("Els", "Maes")
    family_of("Maes", other=[els])
    asked(network, els)
    assert waiting(network.nele) == []


def test_what_is_over_or_settled_waits_no_more(network: Network, home: PeetersElAmrani) -> None:
    join = asked(network, home.noor)
    keeps(network.nele, home.family)
    assert waiting(network.nele, MONDAY + DAY - SECOND) == [join]
    assert waiting(network.nele, MONDAY + DAY) == []
    for state in ("opened", "declined", "expired"):
        JoinAsked.objects.update(state=state, settled_at=MONDAY)
        assert waiting(network.nele) == []


def test_who_moved_out_is_no_longer_waited_for(network: Network, home: PeetersElAmrani) -> None:
    join = asked(network, home.noor)
    keeps(network.nele, home.family)
    FamilyMembership.objects.filter(person=home.noor).update(ends_at=MONDAY + SECOND)
    assert waiting(network.nele) == [join]
    assert waiting(network.nele, MONDAY + SECOND) == []


def test_the_first_asked_stands_first_for_who_settles_and_last_for_who_asked(network, home) -> None:
    keeps(network.nele, home.family)
    later = asked(network, home.noor, asked_at=MONDAY + SECOND)
    first, second = asked(network, home.sofia), asked(network, home.younes)
    assert waiting(network.nele, MONDAY + SECOND) == [first, second, later]
    assert list(joins_of(network.bram.pk)) == [later, second, first]
    assert list(joins_of(network.nele.pk)) == []


def test_the_asker_hears_nothing_of_a_no(network: Network, home: PeetersElAmrani) -> None:
    join = asked(network, home.noor)
    assert (heard(join, MONDAY + DAY - SECOND), heard(join, MONDAY + DAY)) == ("asked", "silence")
    join.state = "declined"
    assert (heard(join, MONDAY + DAY - SECOND), heard(join, MONDAY + DAY)) == ("asked", "silence")
    join.state = "opened"
    assert heard(join, MONDAY + DAY) == "opened"


def test_agreed_is_only_what_is_on_record_for_an_organisation_of_theirs(network, home) -> None:
    caw = network.outside.organisation
    assert organisations_of(network.bram, MONDAY) == {caw.pk}
    assert organisations_of(network.bram, LONG_AGO - SECOND) == frozenset()
    Consent.objects.create(
        person=home.younes, purpose="share", outcome="yes", organisation=caw, starts_at=MONDAY
    )
    both = [home.younes, home.sofia]
    assert agree_to(network.bram, both, MONDAY) == {home.younes.pk}
    assert agree_to(network.bram, both, MONDAY - SECOND) == frozenset()
    assert agree_to(network.nele, both, MONDAY) == frozenset()


def test_how_many_somebody_is_the_anchor_of(network: Network, home: PeetersElAmrani) -> None:
    keeps(network.nele, home.family, "anchor")
    ended = keeps(network.nele, home.noor, "anchor")
    keeps(network.nele, home.sofia, "holder")
    keeps(network.lotte, home.sofia, "anchor")
    assert anchored_by(network.nele, MONDAY) == 2
    Involvement.objects.filter(pk=ended.pk).update(ends_at=MONDAY + SECOND)
    assert anchored_by(network.nele, MONDAY + SECOND) == 1
    assert anchored_by(network.nele, MONDAY - SECOND) == 0
