"""Who hears of a broken glass: who keeps the family, and the officers who work then."""

from datetime import timedelta

import pytest
from tests.cast import LONG_AGO, MONDAY, Network, PeetersElAmrani, kempen, peeters_el_amrani, worker

from kring.registry.network.models import RoleType, Worker, WorkerRole
from kring.trust.access.actions import involve
from kring.trust.access.glass import (
    glass_until,
    keepers_of,
    officers,
    opened_by_glass,
    reviews_done,
    reviews_late,
    reviews_waiting,
)
from kring.trust.access.models import BrokenGlass, Involvement
from kring.trust.access.readers import Reader
from kring.trust.access.tests.a_glass import broken, kept_by, officer, reading

pytestmark = pytest.mark.django_db
SECOND, HOURS = timedelta(seconds=1), timedelta(hours=3)


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home() -> PeetersElAmrani:
    return peeters_el_amrani()


def test_every_officer_who_works_then_and_nobody_else(network: Network) -> None:
    assert officers(MONDAY) == []
    greet = officer(network)
    RoleType.objects.create(code="privacy2", grants=["other", "privacy.officer"], name={"nl": "x"})
    ann = worker("Ann Baert", network.team, "privacy2")
    assert officers(MONDAY) == [greet, ann]
    Worker.objects.filter(pk=greet.pk).update(left_at=MONDAY)
    assert officers(MONDAY - SECOND) == [greet, ann]
    assert officers(MONDAY) == [ann]
    assert officers(LONG_AGO - SECOND) == []
    WorkerRole.objects.filter(worker=ann).update(ends_at=MONDAY)
    assert officers(MONDAY) == []


def test_the_anchor_else_the_worker_who_holds_it_else_the_desk(network, home) -> None:
    def names() -> list[str]:
        return [(row.worker or row.desk).name for row in keepers_of(home.family, MONDAY)]

    assert names() == []
    kept_by(home, network.lotte, "team")
    assert names() == []
    kept_by(home, network.counter, "holder")
    assert names() == [network.counter.name]
    kept_by(home, network.nele, "holder")
    assert names() == ["Nele Wouters"]
    kept_by(home, network.lotte, "anchor")
    assert names() == ["Lotte Claes"]
    involve(
        at=MONDAY - SECOND,
        about=home.family,
        who=network.bram,
        role="anchor",
        because="x",
        because_key=home.family.key,
    )
    assert names() == ["Bram De Smet", "Lotte Claes"]
    assert keepers_of(home.family, LONG_AGO) == []
    Involvement.objects.filter(role="anchor").update(ends_at=MONDAY)
    Involvement.objects.create(
        family=home.family,
        organisation=network.outside.organisation,
        role="anchor",
        because="request",
        starts_at=LONG_AGO,
    )
    assert names() == ["Nele Wouters"]


def test_it_runs_from_the_first_to_just_before_the_last_second(network, home) -> None:
    glass = broken(home, network.bram)
    moments = (MONDAY - SECOND, MONDAY, MONDAY + HOURS - SECOND, MONDAY + HOURS)
    assert [opened_by_glass(network.bram.pk, at).exists() for at in moments] == [
        False,
        True,
        True,
        False,
    ]
    assert not opened_by_glass(network.nele.pk, MONDAY).exists()
    assert [reading(network.bram, at).glass for at in moments] == [False, True, True, False]
    assert not reading(network.nele).glass
    reader = reading(network.bram)
    assert glass_until(reader, home.family, MONDAY) == glass.ends_at
    assert glass_until(reader, home.family, MONDAY + HOURS) is None
    assert glass_until(Reader(worker_id=network.bram.pk), home.family, MONDAY) is None
    assert glass_until(Reader(glass=True), home.family, MONDAY) is None
    again = broken(home, network.bram, MONDAY + SECOND)
    assert glass_until(reader, home.family, MONDAY + SECOND) == again.ends_at > glass.ends_at
    other = peeters_el_amrani()
    assert glass_until(reader, other.family, MONDAY) is None


def test_what_waits_for_a_review_and_what_was_done(network, home) -> None:
    days = timedelta(days=1)
    late, first, second = (broken(home, network.bram, MONDAY + number * SECOND) for number in (2, 0, 1))
    for glass, due in ((late, 3), (first, 1), (second, 1)):
        BrokenGlass.objects.filter(pk=glass.pk).update(review_by=MONDAY + due * days)
    assert list(reviews_waiting()) == [first, second, late]
    assert [reviews_late(MONDAY + days), reviews_late(MONDAY + days + SECOND)] == [0, 2]
    for glass, done in ((first, 1), (late, 2), (second, 2)):
        row = BrokenGlass.objects.filter(pk=glass.pk)
        row.update(reviewed_at=MONDAY + done * days, reviewed_by=network.nele, verdict="needed")
    assert not reviews_waiting().exists()
    assert reviews_late(MONDAY + 9 * days) == 0
    assert list(reviews_done(MONDAY + days)) == [second, late, first]
    assert list(reviews_done(MONDAY + days + SECOND)) == [second, late]
