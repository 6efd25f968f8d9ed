"""Roles count while they run, of who still works here, for an organisation that is not stopped."""

from datetime import timedelta

import pytest
from tests.cast import LONG_AGO, MONDAY, Network, kempen, organisation

from kring.registry.network.models import (
    Absence,
    Duty,
    Organisation,
    Pause,
    RoleType,
    Worker,
    WorkerRole,
)
from kring.trust.access.queries import COORDINATE, INTAKE
from kring.trust.access.readers import NOBODY
from kring.trust.access.tests.a_glass import reading

pytestmark = pytest.mark.django_db
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)


@pytest.fixture
def network() -> Network:
    return kempen()


def reads_as_somebody(network: Network, at: object = MONDAY) -> bool:
    return reading(network.bram, at) != NOBODY


def test_from_the_first_moment_until_just_before_the_last(network: Network) -> None:
    WorkerRole.objects.update(ends_at=MONDAY)
    assert not reads_as_somebody(network, LONG_AGO - SECOND)
    assert reads_as_somebody(network, LONG_AGO)
    assert reads_as_somebody(network, MONDAY - SECOND)
    assert not reads_as_somebody(network)


def test_who_leaves_is_out_at_that_moment(network: Network) -> None:
    Worker.objects.filter(pk=network.bram.pk).update(left_at=MONDAY)
    assert reads_as_somebody(network, MONDAY - SECOND)
    assert not reads_as_somebody(network)
    assert reading(network.lotte) != NOBODY


def test_an_organisation_that_closes_counts_no_more_from_that_day(network: Network) -> None:
    caw = Organisation.objects.filter(pk=network.outside.organisation_id)
    caw.update(closed_on=MONDAY.date())
    assert reads_as_somebody(network, MONDAY - DAY)
    assert not reads_as_somebody(network)
    assert reading(network.lotte) != NOBODY


def test_an_organisation_that_is_paused_counts_for_nobody_meanwhile(network: Network) -> None:
    paused = Pause.objects.create(
        organisation=network.outside.organisation, because="Een lek.", starts_at=MONDAY
    )
    assert reads_as_somebody(network, MONDAY - SECOND)
    assert not reads_as_somebody(network)
    assert reading(network.lotte) != NOBODY
    paused.ends_at = MONDAY + DAY
    paused.save()
    assert not reads_as_somebody(network, MONDAY + DAY - SECOND)
    assert reads_as_somebody(network, MONDAY + DAY)


def test_a_paused_organisation_takes_its_desks_along_and_no_others(network: Network) -> None:
    Duty.objects.create(desk=network.team, worker=network.bram, starts_at=LONG_AGO)
    both = frozenset({network.outside.pk, network.team.pk})
    assert reading(network.bram).desk_ids == both
    pause = Pause.objects.create(
        organisation=network.team.organisation, because="Een lek.", starts_at=MONDAY
    )
    assert reading(network.bram).desk_ids == {network.outside.pk}
    pause.delete()
    network.team.closed_at = MONDAY
    network.team.save()
    assert reading(network.bram).desk_ids == {network.outside.pk}


def test_a_deputy_stands_at_the_desks_of_who_is_away_and_only_then(network: Network) -> None:
    Absence.objects.create(
        worker=network.lotte, deputy=network.bram, starts_at=MONDAY, ends_at=MONDAY + DAY
    )
    own, also = {network.outside.pk}, {network.outside.pk, network.team.pk}
    found = [reading(network.bram, at).desk_ids for at in (MONDAY - SECOND, MONDAY, MONDAY + DAY)]
    assert found == [own, also, own]
    assert reading(network.nele).desk_ids == {network.counter.pk}
    Duty.objects.filter(worker=network.lotte).update(ends_at=MONDAY)
    assert reading(network.bram).desk_ids == own


def test_the_longest_held_role_names_who_acts_and_all_of_them_count(network: Network) -> None:
    other = organisation("Een andere dienst", "caw")
    kind = RoleType.objects.create(code="extra", name={"nl": "Extra"}, grants=["extra.grant"])
    WorkerRole.objects.create(
        worker=network.bram, organisation=other, role=kind, starts_at=LONG_AGO - DAY
    )
    reader = reading(network.bram)
    assert reader.organisation_ids == {other.pk, network.outside.organisation_id}
    assert (reader.because, reader.actor.organisation_name) == ("extra", "Een andere dienst")
    assert (reader.actor.key, reader.actor.name) == (network.bram.key, "Bram De Smet")
    assert reader.actor.organisation == other.key
    assert reader.worker_id == network.bram.pk
    assert reader.account_key == network.bram.account.key
    assert reader.may("extra.grant")


@pytest.mark.parametrize(
    ("grant", "leads", "region", "desks"),
    [(INTAKE, True, True, True), (COORDINATE, False, True, False), ("desk.work", False, False, False)],
)
def test_a_grant_for_a_region_reaches_as_far_as_it_says(network, grant, leads, region, desks) -> None:
    RoleType.objects.filter(code="coach").update(grants=[grant])
    Duty.objects.all().delete()
    there, nothing = frozenset({network.region.pk}), frozenset()
    reader = reading(network.bram)
    assert reader.intake_region_ids == (there if leads else nothing)
    assert reader.region_ids == (there if region else nothing)
    every = frozenset({network.team.pk, network.counter.pk, network.outside.pk})
    assert reader.intake_desk_ids == (every if desks else nothing)
    WorkerRole.objects.update(partnership=None)
    assert reading(network.bram).region_ids == nothing


def test_a_duty_reaches_the_region_of_its_desk(network: Network) -> None:
    assert reading(network.bram).region_ids == {network.region.pk}
