"""A question lies on the desk on duty for its municipality from its first second."""

import pytest

from kring.registry.network.models import Desk, DeskArea, Duty, Partnership, PartnershipArea, Worker
from kring.registry.network.queries import NoDesk, desk_for, desks_of, handover_targets
from kring.registry.network.tests.small_network import NOW, desk, municipality, organisation, region

pytestmark = pytest.mark.django_db


@pytest.fixture
def kempen() -> Partnership:
    return region("Trefplaats Jeugdhulp Kempen", "Geel", "Mol")


@pytest.fixture
def fallback(kempen: Partnership) -> Desk:
    other = region("Elders")
    return desk("Vangnet", other, fallback=True)


def on_list(one: Desk, name: str) -> Worker:
    worker = Worker.objects.create(name=name)
    Duty.objects.create(desk=one, worker=worker, starts_at=NOW)
    return worker


def test_the_first_counter_gets_what_the_public_asks(kempen: Partnership, fallback: Desk) -> None:
    desk("Aanmelding Kempen", kempen, kind=Desk.Kind.INTAKE)
    house = desk("Huis van het Kind Geel", kempen, "Geel", first_for_public=True)
    assert desk_for(municipality("Geel"), NOW, "web") == house


def test_the_intake_team_gets_what_a_professional_refers(kempen: Partnership, fallback: Desk) -> None:
    intake = desk("Aanmelding Kempen", kempen, kind=Desk.Kind.INTAKE)
    desk("Huis van het Kind Geel", kempen, "Geel", first_for_public=True)
    assert desk_for(municipality("Geel"), NOW, "referral") == intake


def test_elsewhere_in_the_region_the_intake_team_gets_it(kempen: Partnership, fallback: Desk) -> None:
    intake = desk("Aanmelding Kempen", kempen, kind=Desk.Kind.INTAKE)
    desk("Huis van het Kind Geel", kempen, "Geel", first_for_public=True)
    assert desk_for(municipality("Mol"), NOW, "web") == intake


def test_outside_every_territory_the_fallback_desk_gets_it(kempen: Partnership, fallback: Desk) -> None:
    desk("Aanmelding Kempen", kempen, kind=Desk.Kind.INTAKE)
    assert desk_for(municipality("Brugge"), NOW, "web") == fallback
    assert desk_for(None, NOW, "web") == fallback


def test_a_closed_desk_gets_nothing(kempen: Partnership, fallback: Desk) -> None:
    house = desk("Huis van het Kind Geel", kempen, "Geel", first_for_public=True)
    Desk.objects.filter(pk=house.pk).update(closed_at=NOW)
    assert desk_for(municipality("Geel"), NOW, "web") == fallback


def test_a_desk_with_nobody_on_its_list_comes_last(kempen: Partnership, fallback: Desk) -> None:
    desk("Huis van het Kind Geel", kempen, "Geel", first_for_public=True)
    intake = desk("Aanmelding Kempen", kempen, kind=Desk.Kind.INTAKE)
    on_list(intake, "Lotte Claes")
    assert desk_for(municipality("Geel"), NOW, "web") == intake


def test_services_and_crisis_desks_are_never_chosen(kempen: Partnership, fallback: Desk) -> None:
    desk("CIG", kempen, "Geel", kind=Desk.Kind.SERVICE)
    desk("Crisismeldpunt", kempen, "Geel", kind=Desk.Kind.CRISIS)
    assert desk_for(municipality("Geel"), NOW, "web") == fallback


def test_a_territory_that_ended_no_longer_counts(kempen: Partnership, fallback: Desk) -> None:
    desk("Huis van het Kind Geel", kempen, "Geel", first_for_public=True)
    DeskArea.objects.update(ends_at=NOW)
    PartnershipArea.objects.update(ends_at=NOW)
    assert desk_for(municipality("Geel"), NOW, "web") == fallback


def test_a_former_municipality_leads_to_the_desk_of_its_successor(fallback: Desk) -> None:
    haspengouw = region("Haspengouw", "Tongeren-Borgloon")
    intake = desk("Aanmelding Haspengouw", haspengouw, kind=Desk.Kind.INTAKE)
    assert desk_for(municipality("Borgloon"), NOW, "web") == intake


def test_without_a_fallback_desk_a_question_from_outside_is_refused(kempen: Partnership) -> None:
    with pytest.raises(NoDesk):
        desk_for(None, NOW, "web")


def test_a_worker_works_for_the_desks_on_whose_list_they_are(kempen: Partnership) -> None:
    house = desk("Huis van het Kind Geel", kempen)
    desk("Huis van het Kind Mol", kempen)
    assert list(desks_of(on_list(house, "Lotte Claes"), NOW)) == [house]


def test_desks_of_the_own_region_are_offered_first(kempen: Partnership, fallback: Desk) -> None:
    geel, mol = desk("HvhK Geel", kempen), desk("HvhK Mol", kempen)
    assert list(handover_targets(geel, NOW)) == [mol, fallback]


def test_the_same_organisation_may_run_two_desks(kempen: Partnership) -> None:
    one = organisation("CAW De Kempen")
    desk("Balie", kempen, run_by=one)
    desk("Team", kempen, run_by=one)
    assert one.desks.count() == 2
