"""A worker opens a file in an emergency, reads it with a band, and another judges whether it was so."""

from collections.abc import Callable
from typing import Any

import pytest

from kring.trust.access.models import BrokenGlass
from kring.trust.access.tests.a_glass import kept_by, officer
from tests.cast import Network, peeters_el_amrani
from tests.journeys.walker import Walker

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("width", [1440, 360])
def test_the_glass_is_broken_and_reviewed(
    somebody: Callable[..., Walker], kempen_network: Network, clock: Any, width: int
) -> None:
    home = peeters_el_amrani()
    kept_by(home, kempen_network.lotte)
    bram = somebody(width=width)
    bram.signs_in(kempen_network.bram)
    bram.open("/noodtoegang/")
    bram.fill("Voornaam", "Sofia")
    bram.fill("Familienaam", "El Amrani")
    bram.fill("Geboortedatum", "1988-03-14")
    bram.fill("Waarom kan het niet wachten?", "kort")
    bram.press("Open dit dossier")
    bram.reads("minstens 20 tekens")
    bram.fill("Waarom kan het niet wachten?", "Moeder belt in paniek, niemand bereikbaar.")
    bram.press("Open dit dossier")
    bram.reads("Noodtoegang tot 13:")
    bram.reads("Gezin Peeters – El Amrani")

    greet = somebody(width=width)
    greet.signs_in(officer(kempen_network))
    greet.open("/vandaag/")
    greet.reads("1 noodtoegang na te kijken")
    greet.open("/toezicht/noodtoegang/")
    greet.reads("Moeder belt in paniek")
    greet.follow("Kijk na")
    greet.reads("Lotte Claes")
    assert "Amrani" not in greet.page.locator("main").inner_text()
    greet.choose("was nodig")
    greet.fill("Waarom?", "De politie bevestigt wat er gebeurde.")
    greet.press("Bewaar je oordeel")
    greet.reads("Niets na te kijken")
    assert BrokenGlass.objects.get().verdict == "needed"


def test_the_other_pages_of_the_guard(
    somebody: Callable[..., Walker], kempen_network: Network, clock: Any
) -> None:
    home = peeters_el_amrani()
    kept_by(home, kempen_network.lotte)
    bram = somebody(width=360)
    bram.signs_in(kempen_network.bram)
    bram.open("/meehelpen/")
    bram.fill("Voornaam", "Sofia")
    bram.fill("Familienaam", "El Amrani")
    bram.fill("Geboortedatum", "1988-03-14")
    bram.fill("Waarom wil je meehelpen?", "Ik begeleid Noor op school sinds september.")
    bram.press("Vraag het")
    bram.reads("Als wij deze persoon kennen")
    bram.open("/eigen-kring/")
    bram.fill("Voornaam", "Els")
    bram.fill("Familienaam", "De Smet")
    bram.fill("Geboortedatum", "1990-01-01")
    bram.press("Voeg toe")
    bram.reads("Els De Smet")
    lotte = somebody(width=1440)
    lotte.signs_in(kempen_network.lotte)
    lotte.open("/meehelpen/")
    lotte.reads("Bram De Smet wil meehelpen")
    greet = somebody(width=1440)
    greet.signs_in(officer(kempen_network))
    greet.open("/toezicht/opvallend/")
    greet.reads("Niets viel op")
    greet.open(f"/stilleggen/{kempen_network.counter.organisation.key}/")
    greet.reads("Leg nu stil")
