"""Families read a House, its coordinator keeps it, whoever is at the desk counts."""

from datetime import time, timedelta

import pytest
import time_machine
from django.urls import reverse
from tests.cast import geel, kempen, worker

from kring.offer.directory.actions import AtLocation, add_location
from kring.offer.directory.models import Schedule
from kring.offer.directory.tests.offering import house as listed
from kring.offer.directory.tests.offering import playgroup
from kring.offer.houses.actions import Visit, add_site, count_walk_in
from kring.offer.houses.models import PillarPartner, WalkIn
from kring.offer.houses.tests.visiting import BY, NOW, house_of_geel

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_tuesday")]


@pytest.fixture
def on_tuesday():
    with time_machine.travel(NOW, tick=False):
        yield


def test_a_family_reads_where_when_and_what(client):
    house = house_of_geel()
    hours = Schedule(freq="WEEKLY", byday="TU,TH", opens_at=time(9), closes_at=time(12))
    there = add_location(
        organization=listed(),
        values={"name": {"nl": "De Speelzolder"}, "municipality": geel()},
        parts=[hours],
        **BY,
    )
    playgroup(places=[AtLocation(location=there)])
    add_site(house=house, place=there, **BY)
    page = client.get(reverse("house:house", args=[house.key])).content.decode()
    for words in ("De Speelzolder", "9:00–12:00", "nu open", "Speelgroep", "Voor elk gezin"):
        assert words in page
    assert "Beheer" not in page
    found = client.get(reverse("house:houses"), {"gemeente": "Geel"}).content.decode()
    assert "Huis van het Kind Geel" in found


def test_a_coordinator_keeps_it(client):
    house, network = house_of_geel(), kempen()
    client.force_login(worker("Karel Hens", network.team, "coordinator").account)
    caw = network.outside.organisation
    given = {"organisation": caw.key, "pillar": "parenting"}
    answer = client.post(reverse("house:keep_part", args=[house.key, "partner"]), given)
    assert answer.status_code == 302
    assert PillarPartner.objects.get().organisation == caw
    page = client.get(reverse("house:keep", args=[house.key])).content.decode()
    assert caw.name in page
    gaps = client.get(reverse("house:gaps")).content.decode()
    assert "ontbreekt: preventieve gezondheidszorg" in gaps


def test_two_taps_count_a_visit(client):
    house, network = house_of_geel(), kempen()
    client.force_login(network.nele.account)
    address = client.get(reverse("house:choose")).url
    answer = client.post(address, {"pillar": "meeting", "kind": "activity"})
    assert answer.status_code == 302
    assert WalkIn.objects.get().house == house
    assert client.post(address, {"kind": "activity"}).status_code == 422
    page = client.get(reverse("house:reach", args=[house.key])).content.decode()
    assert "Minder dan 5 bezoeken" in page


def test_how_visits_divide_shows_when_the_quarter_is_over(client):
    house, network = house_of_geel(), kempen()
    for at in [NOW] * 5 + [NOW - timedelta(days=60)] * 6:
        count_walk_in(house=house, visit=Visit("meeting", "activity"), by=BY["by"], at=at)
    client.force_login(network.nele.account)
    address = reverse("house:reach", args=[house.key])
    for asked in ({}, {"kwartaal": "2026-4"}, {"kwartaal": "2026-9"}, {"van": "2026-11-03"}):
        page = client.get(address, asked).content.decode()
        assert "5 bezoeken aan de balie" in page
        assert "Waarvoor" not in page
    over = client.get(address, {"kwartaal": "2026-3"}).content.decode()
    assert "6 bezoeken aan de balie" in over
    assert "Waarvoor" in over
