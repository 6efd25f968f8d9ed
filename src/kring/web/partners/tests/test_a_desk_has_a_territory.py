"""A keeper says which municipalities a desk serves, and which desk catches the rest."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.at_work import client_of
from tests.cast import LONG_AGO, Network, geel, kempen, organisation, partnership, worker
from tests.cast import desk as cast_desk

from kring.registry.network.models import Desk, PartnershipArea
from kring.registry.places.models import Municipality

pytestmark = pytest.mark.django_db


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def keeper(network: Network) -> Client:
    return client_of(worker("Ann Peeters", network.team, "coordinator"))


def area_of(desk: Desk) -> set[str]:
    rows = desk.areas.filter(ends_at__isnull=True).order_by("pk")
    return {row.municipality.name_nl for row in rows.select_related("municipality")}


def test_municipalities_of_the_region_come_and_go(keeper: Client, network: Network) -> None:
    mol = Municipality.objects.get(name_nl="Mol")
    url = reverse("partners:desk_area", args=[network.team.key])
    outside = keeper.post(url, {"municipalities": "Mol"})
    assert outside.status_code == 422
    assert "Mol ligt niet in het werkgebied van Trefplaats Jeugdhulp Kempen" in outside.text
    PartnershipArea.objects.create(partnership=network.region, municipality=mol, starts_at=LONG_AGO)
    assert keeper.post(url, {"municipalities": "Mol, 2440"}).status_code == 302
    assert area_of(network.team) == {"Geel", "Mol"}
    keeper.post(url, {"weg": geel().nis})
    assert area_of(network.team) == {"Mol"}


def test_the_catching_desk_is_given_on_by_who_keeps_it(keeper: Client, network: Network) -> None:
    url = reverse("partners:make_fallback", args=[network.team.key])
    assert keeper.post(url).status_code == 302
    network.team.refresh_from_db()
    assert network.team.fallback
    keeper.post(reverse("partners:make_fallback", args=[network.counter.key]))
    assert Desk.objects.get(fallback=True) == network.counter


def test_another_region_keeps_the_catching_desk_it_has(keeper: Client, network: Network) -> None:
    host = organisation("CAW Brussel", "caw")
    other = cast_desk("Vangnet Brussel", "intake", host, partnership("Brussel", "1g1p", host))
    Desk.objects.filter(pk=other.pk).update(fallback=True)
    page = keeper.post(reverse("partners:make_fallback", args=[network.team.key]), follow=True)
    assert "in een andere regio" in page.text
    assert Desk.objects.get(fallback=True) == other
