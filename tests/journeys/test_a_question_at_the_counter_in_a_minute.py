"""At the counter: typed without a mouse within a minute, a slip to take home, a vraagje in one tap."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from kring.support.requests.models import LightContact, Request
from tests.cast import Network
from tests.journeys.mother import code_on, looks
from tests.journeys.walker import Walker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]
SECONDS_A_SIGN = 60 / 200
"""A worker types 200 signs a minute: not fast, with somebody in front of them."""
SECONDS_A_JUMP = 1
"""To look at the next field, or at what came on the screen."""


@dataclass
class Keyboard:
    """Types, and counts how long a person would need for it."""

    walker: Walker
    seconds: float = 0

    def types(self, text: str) -> None:
        self.walker.page.keyboard.type(text)
        self.seconds += len(text) * SECONDS_A_SIGN

    def goes_to(self, label: str) -> None:
        """Tab until the field with this label is the one that is typed in."""
        wanted = self.walker.page.get_by_label(label).first
        for _step in range(12):
            self.walker.page.keyboard.press("Tab")
            self.seconds += SECONDS_A_JUMP
            if wanted.evaluate("field => field === document.activeElement"):
                return
        raise AssertionError(f"{label} cannot be reached with Tab")

    def sends(self) -> None:
        self.walker.key("Enter")
        self.seconds += SECONDS_A_JUMP


def test_four_things_in_a_minute_and_home_with_a_slip(
    somebody: Callable[..., Walker], kempen_network: Network, clock: Any
) -> None:
    nele, mother = somebody(width=1440), somebody(width=360)
    nele.signs_in(kempen_network.nele)
    nele.open("/balie/")
    keyboard = Keyboard(nele)
    keyboard.types("Zoekt hulp voor de ochtenden, alleen met drie kinderen.")
    keyboard.goes_to("Hoe mogen we je noemen?")
    keyboard.types("Sofia")
    keyboard.goes_to("Waar bereiken we je veilig?")
    keyboard.types("0470 12 34 56")
    keyboard.sends()
    nele.reads("Bewaard. Geef dit briefje mee")
    assert keyboard.seconds < 60
    assert (Request.objects.get().door, Request.objects.get().desk) == (
        "counter",
        kempen_network.counter,
    )

    next_one = nele.page.get_by_role("link", name="Volgende vraag")
    assert next_one.evaluate("link => link === document.activeElement")
    _the_printed_slip_says_enough_and_no_more(nele)
    looks(mother, code_on(nele))
    mother.reads("Er is nog niemand die je vraag op zich nam.")
    nele.follow("Volgende vraag")
    nele.reads("Nieuwe vraag")
    nele.does_not_read("Aanmeldingsoverleg")


def _the_printed_slip_says_enough_and_no_more(nele: Walker) -> None:
    nele.page.emulate_media(media="print")
    for shown in ("Huis van het Kind Geel", "woensdag 9 december", code_on(nele), "/stand"):
        nele.reads(shown)
    printed = nele.page.locator("body").inner_text()
    for hidden in ("Sofia", "0470", "ochtenden", "Vandaag", "Volgende vraag"):
        assert hidden not in printed
    nele.page.emulate_media(media="screen")


def test_alleen_een_vraagje_is_one_tap(
    somebody: Callable[..., Walker], kempen_network: Network, clock: Any
) -> None:
    nele = somebody(width=360)
    nele.signs_in(kempen_network.nele)
    nele.open("/balie/")
    nele.press("Alleen een vraagje")
    nele.reads("1 vandaag")
    assert LightContact.objects.count() == 1
    assert not Request.objects.exists()
