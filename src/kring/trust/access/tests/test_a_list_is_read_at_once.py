"""What a list shows of each row comes with the list: one read, however long it is."""

from collections.abc import Callable, Iterable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.cast import LONG_AGO, MONDAY, Network, PeetersElAmrani, acting, kempen, peeters_el_amrani

from kring.registry.network.models import Duty
from kring.trust.access.glass import keepers_of, reviews_done, reviews_waiting
from kring.trust.access.joining import joins_of, joins_waiting_for, keepers_of_person
from kring.trust.access.models import BrokenGlass, JoinAsked
from kring.trust.access.queries import who_can_see
from kring.trust.access.quiet import quiet_words_for
from kring.trust.access.tests.a_glass import broken, kept_by, reading
from kring.trust.consent.actions import felt_forced, record_consent

pytestmark = pytest.mark.django_db
type Shown = Callable[[Network, PeetersElAmrani], Iterable[object]]


def waiting(_network: Network, _home: PeetersElAmrani) -> Iterable[object]:
    return [(row.worker.name, row.family.name) for row in reviews_waiting()]


def done(_network: Network, _home: PeetersElAmrani) -> Iterable[object]:
    return [(row.worker.name, row.reviewed_by.name) for row in reviews_done(LONG_AGO)]


def joins(network: Network, _home: PeetersElAmrani) -> Iterable[object]:
    return [row.person.name for row in joins_of(network.bram.pk)]


def seers(_network: Network, home: PeetersElAmrani) -> Iterable[object]:
    rows = who_can_see(home.family, MONDAY)
    return [(row.worker or row.desk.organisation or row.organisation).name for row in rows]


def keepers(_network: Network, home: PeetersElAmrani) -> Iterable[object]:
    return [(row.worker or row.desk).name for row in keepers_of(home.family, MONDAY)]


def told(_network: Network, home: PeetersElAmrani) -> Iterable[object]:
    return keepers_of_person(home.noor, MONDAY)


def everything_happened(network: Network, home: PeetersElAmrani) -> None:
    for who, role in ((network.lotte, "holder"), (network.counter, "holder"), (network.team, "team")):
        kept_by(home, who, role)  # type: ignore[arg-type]
    broken(home, network.bram)
    broken(home, network.nele)
    BrokenGlass.objects.filter(worker=network.nele).update(reviewed_at=MONDAY, reviewed_by=network.bram)
    for about in (home.noor, home.sofia):
        JoinAsked.objects.create(
            worker=network.bram,
            person=about,
            reason="Ik help al op school.",
            asked_at=MONDAY,
            expires_at=MONDAY + timedelta(days=1),
        )


@pytest.mark.parametrize("shown", [waiting, done, joins, seers, keepers, told])
def test_one_read(shown: Shown) -> None:
    network, home = kempen(), peeters_el_amrani()
    everything_happened(network, home)
    with CaptureQueriesContext(connection) as asked:
        assert shown(network, home)
    assert len(asked) == 1


def test_what_waits_for_a_keeper_is_one_read() -> None:
    network, home = kempen(), peeters_el_amrani()
    everything_happened(network, home)
    Duty.objects.exclude(worker=network.lotte).delete()
    reader = reading(network.lotte)
    with CaptureQueriesContext(connection) as asked:
        rows = joins_waiting_for(reader, MONDAY)
        assert {(row.worker.name, row.person.given_name) for row in rows} == {
            ("Bram De Smet", "Noor"),
            ("Bram De Smet", "Sofia"),
        }
    assert len(asked) == 1


def test_quiet_words_are_one_read() -> None:
    network, home = kempen(), peeters_el_amrani()
    kept_by(home, network.nele)
    for who in (home.younes, home.sofia):
        given = record_consent(
            person=who, purpose="contact", outcome="yes", by=acting(network.nele), at=MONDAY
        )
        felt_forced(consent=given, by=acting(network.nele), at=MONDAY)
    reader = reading(network.nele)
    with CaptureQueriesContext(connection) as asked:
        rows = quiet_words_for(reader, home.family, MONDAY)
        assert {row.consent.person.given_name for row in rows} == {"Younes", "Sofia"}
    assert len(asked) == 1
