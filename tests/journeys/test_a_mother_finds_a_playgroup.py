"""A mother finds a playgroup near home by phone, in three taps and with a typo, and signs up."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from kring.foundation.journal.actor import SYSTEM
from kring.offer.directory import upkeep
from kring.offer.directory.actions import add_dates
from kring.offer.directory.models import SignUp
from kring.offer.directory.tests.offering import morning, playgroup
from tests.cast import Network
from tests.journeys.conftest import START
from tests.journeys.walker import Walker

pytestmark = [pytest.mark.django_db(transaction=True)]


@pytest.fixture
def offer(kempen_network: Network, settings, tmp_path) -> None:
    """The playgroup in Geel, with a music morning on Thursday, in the index."""
    settings.DATA_DIR = tmp_path
    soon = START + timedelta(days=3)
    times = [(soon, soon + timedelta(hours=2))]
    add_dates(activity=morning(playgroup()), times=times, seats=6, by=SYSTEM, at=START)
    upkeep.keep_whole(at=START)


def test_in_three_taps_with_a_typo(offer: None, somebody: Callable[..., Walker], clock: Any) -> None:
    mother = somebody(width=360, height=740)
    mother.open("/welkom")
    mother.fill("Wat zoek je?", "peuterspelgroep")
    mother.fill("Gemeente of postcode", "Geel")
    mother.press("Zoek")  # the first tap
    mother.reads("rond Geel")
    mother.reads("op minder dan 1 km")
    mother.follow("Speelgroep")  # the second
    mother.reads("dinsdag: 9.30 tot 11.30 uur")
    call = mother.page.get_by_role("link", name="Bel 014 00 00 00")  # the third
    assert call.get_attribute("href") == "tel:014 00 00 00"
    mother.follow("Schrijf je in")
    mother.fill("Hoe heet je?", "Amina")
    mother.press("Ik kom")
    mother.reads("Je bent ingeschreven")
    assert SignUp.objects.get().people == 2


def test_the_map_and_the_choices_without_a_script(
    offer: None, somebody: Callable[..., Walker], clock: Any
) -> None:
    father = somebody(width=360, height=740, java_script_enabled=False)
    father.open("/aanbod?waar=Geel")
    father.page.get_by_text("Kies meer").click()
    father.page.get_by_label("Open op").select_option(label="dinsdag")
    father.press("Toon")
    father.follow("Kaart")
    father.reads("Stip 1 op de kaart.")


def test_a_worker_finds_the_same(
    offer: None, somebody: Callable[..., Walker], kempen_network: Network, clock: Any
) -> None:
    nele = somebody(width=1440)
    nele.signs_in(kempen_network.nele)
    nele.open("/partners/")
    nele.follow("Aanbod zoeken")
    nele.fill("Wat zoek je?", "muziek op schoot")
    nele.key("Enter")
    nele.open("/aanbod?q=muziek+op+schoot&beeld=kaart")
    nele.follow("Speelgroep")
    nele.reads("Muziek op schoot")
