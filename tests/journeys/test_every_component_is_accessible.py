"""The gallery is looked at by axe, wide and on a telephone, and nothing runs off its side."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.journeys.walker import Walker

pytestmark = pytest.mark.django_db(transaction=True)

PAGES = ["/ui/", "/ui/gezin/"]


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("path", PAGES)
def test_the_gallery(somebody: Callable[..., Walker], settings: Any, path: str, width: int) -> None:
    settings.DEMO = True
    visitor = somebody(width=width)
    visitor.open(path)
    page_width = visitor.page.evaluate("() => document.documentElement.scrollWidth")
    assert page_width <= width


def test_the_menu_opens_without_a_script(somebody: Callable[..., Walker], settings: Any) -> None:
    settings.DEMO = True
    visitor = somebody(width=360, java_script_enabled=False)
    visitor.page.goto(visitor.server + "/ui/")
    visitor.page.get_by_text("Menu", exact=True).click()
    assert visitor.page.locator("details.side-fold").get_attribute("open") is not None


def test_the_way_out_leaves_no_page_behind(somebody: Callable[..., Walker], settings: Any) -> None:
    settings.DEMO = True
    visitor = somebody()
    settings.QUICK_EXIT_URL = f"{visitor.server}/ui/?elders"
    visitor.page.goto(visitor.server + "/ui/?eerst")
    visitor.page.goto(visitor.server + "/ui/gezin/")
    visitor.page.get_by_role("link", name="Snel weg").click()
    visitor.page.wait_for_url("**/?elders")
    visitor.page.go_back()
    assert visitor.page.url.endswith("?eerst")
