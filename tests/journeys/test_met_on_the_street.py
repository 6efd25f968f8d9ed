"""A young person met on the street is written down in fifteen seconds, and asks with the card.

The pages of the House are met on the way: that for families, its keeper's, the count and the map.
"""

from collections.abc import Callable
from datetime import time
from typing import Any

import pytest
from django.apps import apps

from kring.offer.directory.actions import AtLocation, add_location
from kring.offer.directory.models import Schedule
from kring.offer.directory.tests.offering import house as listed
from kring.offer.directory.tests.offering import playgroup
from kring.offer.houses.actions import add_site
from kring.offer.houses.loading import load_conditions
from kring.offer.houses.models import Nickname, WalkIn
from kring.offer.houses.tests.visiting import BY, house_of_geel
from kring.support.requests.models import Request
from tests.cast import Network, geel, worker
from tests.journeys.walker import Walker

pytestmark = [pytest.mark.django_db(transaction=True)]
SECONDS_A_SIGN, SECONDS_A_TAP = 60 / 150, 1.5
"""On a phone, standing up."""


def test_fifteen_seconds_and_a_question_of_their_own(
    somebody: Callable[..., Walker], kempen_network: Network, clock: Any
) -> None:
    bram, zoef = somebody(width=360), somebody(width=360)
    bram.signs_in(kempen_network.bram)
    bram.open("/vindplaats")
    bram.fill("Bijnaam", "Zoef")
    bram.choose("in OverKop")
    bram.press("Schrijf op")
    taps = 3
    assert len("Zoef") * SECONDS_A_SIGN + taps * SECONDS_A_TAP <= 15
    bram.reads("Het kaartje")
    code = bram.page.locator(".code").inner_text()
    zoef.open("/vraag")
    zoef.fill("Wat wil je vragen?", "Ik slaap al drie nachten bij een vriend.")
    zoef.choose("Ik ben zelf een kind of jongere")
    zoef.page.locator("summary", has_text="Kreeg je een kaartje?").click()
    zoef.fill("Code van het kaartje", code)
    zoef.press("Verstuur")
    asked = Request.objects.get()
    assert asked.desk == kempen_network.outside
    bram.open("/vindplaats")
    bram.reads("stelde zelf een vraag")
    bram.follow("Zoef")
    bram.reads("nergens staat dat ze van deze bijnaam komt")
    assert Nickname.objects.get().asked_on is not None


def test_a_house_is_read_kept_and_counted_in_two_taps(
    somebody: Callable[..., Walker], kempen_network: Network, clock: Any
) -> None:
    load_conditions(apps)
    house = _house_with_a_place()
    mother, nele, karel = somebody(width=360), somebody(width=360), somebody()
    mother.open("/huizen")
    mother.follow("Huis van het Kind Geel")
    mother.reads("nu open")
    nele.signs_in(kempen_network.nele)
    nele.open("/tellen")
    nele.choose("Ontmoeting en sociale cohesie")
    nele.press("Activiteit of ontmoeting")
    nele.reads("Geteld. 1 bezoek vandaag.")
    assert WalkIn.objects.get().house == house
    nele.follow("Hoeveel tot nu")
    nele.reads("Minder dan 5 bezoeken")
    karel.signs_in(worker("Karel Hens", kempen_network.team, "coordinator"))
    karel.open(f"/huizen/{house.key}/beheer")
    karel.open("/huizen/kaart")
    karel.reads("Gemeente per gemeente")


def _house_with_a_place() -> Any:
    house = house_of_geel()
    hours = Schedule(freq="WEEKLY", byday="MO", opens_at=time(9), closes_at=time(12))
    values = {"name": {"nl": "De Speelzolder"}, "municipality": geel()}
    there = add_location(organization=listed(), values=values, parts=[hours], **BY)
    playgroup(places=[AtLocation(location=there)])
    add_site(house=house, place=there, **BY)
    return house
