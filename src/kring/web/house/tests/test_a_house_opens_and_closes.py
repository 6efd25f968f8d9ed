"""A coordinator opens a House in the own region, gives it places, and closes it on a day."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from tests.cast import geel, kempen, organisation, worker

from kring.offer.directory.actions import add_location
from kring.offer.directory.tests.offering import house as listed
from kring.offer.houses.models import House, HouseSite
from kring.offer.houses.queries import houses_running, houses_serving
from kring.offer.houses.tests.visiting import BY, NOW
from kring.registry.places.models import Municipality

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(NOW)]
NEW = "/huizen/nieuw"


@pytest.fixture
def karel(client: Client) -> Client:
    network = kempen()
    client.force_login(worker("Karel Hens", network.team, "coordinator").account)
    return client


def typed(**changes: Any) -> dict[str, Any]:
    lead = organisation("Huis van het Kind Geel", "hvhk").key
    said = {"name": "Huis van het Kind Tweede", "lead": lead, "municipalities": "Geel"}
    return said | changes


def opened(karel: Client) -> House:
    answer = karel.post(NEW, typed())
    assert answer.status_code == 302, answer.content.decode()
    return House.objects.get()


def test_it_is_there_for_its_families_and_its_keeper(karel: Client) -> None:
    house = opened(karel)
    assert list(houses_serving(geel(), NOW + timedelta(minutes=1))) == [house]
    assert karel.get(f"/huizen/{house.key}/beheer").status_code == 200


def test_nobody_opens_one_in_the_region_of_another(karel: Client) -> None:
    far = Municipality.objects.exclude(name_nl="Geel").filter(successor=None).order_by("pk")[0]
    answer = karel.post(NEW, typed(municipalities=f"Geel, {far.name_nl}"))
    assert answer.status_code == 422
    assert not House.objects.exists()


def test_all_places_of_a_partner_belong_to_it(karel: Client) -> None:
    house, owner = opened(karel), listed()
    values = {"name": {"nl": "De Speelzolder"}, "municipality": geel()}
    there = add_location(organization=owner, values=values, **BY)
    page = f"/huizen/{house.key}/beheer/plek"
    for chosen in (owner, there):
        assert karel.post(page, {"location": str(chosen.key)}).status_code == 302
    sites = HouseSite.objects.order_by("pk").values_list("organization", "location")
    assert list(sites) == [(owner.pk, None), (None, there.pk)]


def test_it_closes_after_a_day(karel: Client) -> None:
    house = opened(karel)
    page = f"/huizen/{house.key}/beheer/sluiten"
    assert karel.post(page, {"last_day": f"{NOW - timedelta(days=1):%Y-%m-%d}"}).status_code == 422
    assert karel.post(page, {"last_day": f"{NOW:%Y-%m-%d}"}).status_code == 302
    assert houses_running(NOW).exists()
    assert not houses_running(NOW + timedelta(days=1)).exists()
