""" "Snel weg" replaces the page at once: the button back does not return to it."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from playwright.sync_api import Error, expect

from tests.cast import Network
from tests.journeys.mother import asks, looks
from tests.journeys.walker import Walker

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_status_page_is_gone(
    somebody: Callable[..., Walker], kempen_network: Network, clock: Any, settings: Any, live_server: Any
) -> None:
    settings.QUICK_EXIT_URL = f"{live_server.url}/welkom?elders"
    mother = somebody(width=360)
    code = asks(mother)
    looks(mother, code, names=True)
    mother.reads("Huis van het Kind Geel")
    mother.page.get_by_role("link", name="Snel weg").click()
    mother.page.wait_for_url("**/welkom?elders")
    with suppress(Error):  # the page before came from a form and is kept nowhere
        mother.page.go_back()
    expect(mother.page.get_by_text("Huis van het Kind")).to_have_count(0)
    expect(mother.page.get_by_text("Waar je vraag ligt")).to_have_count(0)


def test_it_stands_in_sight_on_a_small_telephone(
    somebody: Callable[..., Walker], kempen_network: Network
) -> None:
    mother = somebody(width=320, height=480)
    mother.open("/vraag")
    way_out = mother.page.get_by_role("link", name="Snel weg")
    mother.page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    box = way_out.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 480
    assert box["height"] >= 44
