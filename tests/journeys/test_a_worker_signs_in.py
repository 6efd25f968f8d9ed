"""A worker signs in with a password and a code; the first time an app is set up; French on the way."""

from collections.abc import Callable
from typing import Any

import pytest

from kring.foundation.accounts.tests.at_the_door import code_now
from tests.cast import PASSWORD, Network
from tests.journeys.walker import Walker

pytestmark = pytest.mark.django_db(transaction=True)


def _types_password(worker: Walker) -> None:
    worker.open("/aanmelden/")
    worker.page.locator("[name=login]").fill("lotte.claes@example.org")
    worker.page.locator("[name=password]").fill(PASSWORD)
    with worker.page.expect_navigation():
        worker.page.keyboard.press("Enter")
    worker.look()


def _gives(worker: Walker, code: str) -> None:
    worker.page.locator("[name=code]").fill(code)
    with worker.page.expect_navigation():
        worker.page.keyboard.press("Enter")
    worker.look()


def _signs_out(worker: Walker) -> None:
    worker.page.get_by_text("Menu", exact=True).click()
    worker.press("Afmelden")


@pytest.mark.parametrize("width", [360, 1440])
def test_first_set_up_then_a_code_then_a_recovery_code(
    somebody: Callable[..., Walker], kempen_network: Network, clock: Any, width: int
) -> None:
    lotte = somebody(width=width)
    _types_password(lotte)
    lotte.follow("App instellen")
    secret = lotte.page.locator("code").first.inner_text()
    lotte.reads("De zes cijfers uit je app")
    _gives(lotte, code_now(secret))
    recovery = lotte.page.locator("li code").first.inner_text()
    lotte.follow("Verder naar Kring")
    lotte.reads("Vandaag")

    clock.shift(60)
    _comes_back_with(lotte, code_now(secret))
    lotte.open("/vragen/")
    lotte.reads("Vragen")
    clock.shift(60)
    _comes_back_with(lotte, recovery)
    lotte.open("/vragen/")
    lotte.reads("Vragen")


def _comes_back_with(worker: Walker, code: str) -> None:
    worker.page.context.clear_cookies()
    _types_password(worker)
    _gives(worker, code)


def test_french_on_the_way(somebody: Callable[..., Walker], kempen_network: Network, clock: Any) -> None:
    lotte = somebody(width=1440)
    lotte.open("/aanmelden/")
    assert lotte.page.locator("html").get_attribute("lang") == "nl"
    lotte.page.locator(".language-fold summary").click()
    lotte.press("Français")
    assert lotte.page.locator("html").get_attribute("lang") == "fr"
    lotte.signs_in(kempen_network.lotte)
    lotte.open("/vandaag/")
    lotte.press("Français")
    assert lotte.page.locator("html").get_attribute("lang") == "fr"
