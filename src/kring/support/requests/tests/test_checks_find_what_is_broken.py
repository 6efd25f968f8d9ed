"""Each invariant of questions: silent while all holds, loud when broken by hand."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from tests.cast import MONDAY, Network, acting, kempen, peeters_el_amrani

from kring.foundation.records.checking import CHECKS
from kring.support.requests import checks
from kring.support.requests.actions import ask_handover, take, withdraw
from kring.support.requests.models import Clock, Handover, Holding, Request
from kring.support.requests.tests.a_question import asked
from kring.trust.access.models import Involvement

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(days=1)


def faults() -> list[str]:
    here = [look for look in CHECKS.values() if look.__module__ == checks.__name__]
    return [fault for look in here for fault in look(LATER)]


@pytest.fixture
def network() -> Network:
    """One open and held, one handed over, one withdrawn."""
    network, people = kempen(), peeters_el_amrani()
    held = asked(network, family=people.family, asker=people.sofia)
    take(request=held, worker=network.nele, by=acting(network.nele), at=MONDAY)
    ask_handover(
        request=asked(network),
        to_desk=network.team,
        words="",
        worker=network.nele,
        by=acting(network.nele),
        at=MONDAY,
    )
    withdraw(request=asked(network), words="", by=acting(network.nele), at=LATER)
    return network


def test_all_holds_after_the_deeds_of_the_product(network: Network) -> None:
    assert faults() == []


def _elsewhere(network: Network) -> None:
    Holding.objects.filter(ends_at=None, worker=network.nele).update(desk=network.team)


BREAKS: list[tuple[Callable[[Network], object], str]] = [
    (lambda _n: Holding.objects.filter(ends_at=None).update(ends_at=LATER), "where it lies"),
    (_elsewhere, "where it lies"),
    (lambda n: Holding.objects.filter(worker=n.nele).update(worker=n.bram), "where it lies"),
    (lambda _n: Clock.objects.filter(kind="agreed_help").delete(), "three clocks"),
    (
        lambda _n: Clock.objects.filter(kind="answer").update(stopped_at=LATER, stopped_because="x"),
        "does not run",
    ),
    (
        lambda _n: Clock.objects.filter(kind="answer").update(stopped_at=None, stopped_because=None),
        "promise runs on",
    ),
    (lambda _n: Clock.objects.filter(kind="answer").update(due_at=LATER), "does not run"),
    (lambda n: Handover.objects.update(from_desk=n.outside), "does not hold the question"),
    (lambda _n: Involvement.objects.update(ends_at=LATER), "may not see its family"),
    (
        lambda n: Involvement.objects.filter(worker=n.nele).update(ends_at=MONDAY),
        "may not see its asker",
    ),
    (
        lambda _n: Request.objects.filter(state="withdrawn").update(state="answered", close_reason=""),
        "no answer counts",
    ),
]


@pytest.mark.parametrize(("break_it", "says"), BREAKS)
def test_what_is_broken_by_hand_is_named(
    network: Network, break_it: Callable[[Network], object], says: str
) -> None:
    break_it(network)
    assert any(says in fault for fault in faults())


def test_another_region_than_the_desk_is_named(network: Network) -> None:
    other = Request.objects.filter(state="asked").get()
    region = network.region
    region.pk, region.key = None, other.key
    region.save(force_insert=True)
    Request.objects.filter(pk=other.pk).update(region=region)
    assert any("closed or elsewhere" in fault for fault in faults())


def test_a_question_held_after_its_end_is_named(network: Network) -> None:
    Holding.objects.filter(request__state="withdrawn").update(ends_at=None)
    assert any("still has a holder" in fault for fault in faults())
