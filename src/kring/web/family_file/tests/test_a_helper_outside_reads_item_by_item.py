"""Somebody outside youth help sees whom it is about and what is given to them, and no more around it."""

import pytest
from tests.at_work import client_of
from tests.cast import MONDAY, Network, PeetersElAmrani, kempen, peeters_el_amrani

from kring.registry.network.models import Organisation
from kring.registry.people.models import ContactChannel
from kring.trust.access.actions import involve
from kring.trust.access.models import Involvement

pytestmark = pytest.mark.django_db
NUMBER = "+32470999001"


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home(network: Network) -> PeetersElAmrani:
    """Nele is the anchor; Lotte and Bram help along. Sofia is reached safely by a number."""
    made = peeters_el_amrani()
    roles = ((network.nele, "anchor"), (network.lotte, "team"), (network.bram, "team"))
    Involvement.objects.all().delete()
    for who, role in roles:
        involve(
            at=MONDAY,
            about=made.family,
            who=who,
            role=role,
            because="join",
            because_key=network.region.key,
        )
    ContactChannel.objects.create(person=made.sofia, kind="sms", value=NUMBER, safe=True)
    return made


def sector(network: Network, is_of: str) -> None:
    Organisation.objects.filter(pk=network.outside.organisation.pk).update(sector=is_of)


@pytest.mark.parametrize(("is_of", "sees"), [("caw", 1), ("clb", 1), ("other", 0)])
def test_who_else_helps_and_how_to_reach_them(
    network: Network, home: PeetersElAmrani, is_of: str, sees: int
) -> None:
    sector(network, is_of)
    bram, there = client_of(network.bram), f"/gezinnen/{home.family.key}/"
    page = bram.get(there).text
    assert "Sofia El Amrani" in page
    assert network.nele.name in page
    assert (network.lotte.name in page) == bool(sees)
    assert ("Wie ziet wat" in page) == bool(sees)
    assert (NUMBER in page) == bool(sees)
    assert (NUMBER in bram.get(f"{there}mensen/{home.sofia.key}/").text) == bool(sees)
    there_still = {200} if sees else {403}
    for part in ("bereiken", "woont", "banden"):
        assert {bram.get(f"{there}mensen/{home.sofia.key}/{part}/").status_code} == there_still
    assert {bram.get(f"{there}mensen/nieuw/").status_code} == there_still
    assert ("De laatste drie maanden" in bram.get(f"{there}wie-keek/").text) == bool(sees)


def test_the_anchor_of_any_sector_sees_them(network: Network, home: PeetersElAmrani) -> None:
    sector(network, "other")
    Organisation.objects.filter(pk=network.counter.organisation.pk).update(sector="other")
    page = client_of(network.nele).get(f"/gezinnen/{home.family.key}/").text
    assert network.lotte.name in page
    assert NUMBER in page
