"""A browser, a server on the test database, and people who walk.

The server runs inside the test, so ``time_machine`` moves its clock too.
"""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.walker import Walker

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium of the system; its absence fails."""
    program = os.environ.get("KRING_CHROMIUM") or shutil.which("chromium")
    assert program, "Chromium is not installed"
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # the browser keeps a loop in this thread
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def somebody(browser: Browser, live_server) -> Iterator[Callable[..., Walker]]:
    """Makes people, each with a browser window of their own; at the end no page had a fault."""
    walkers: list[Walker] = []

    def walker(*, width: int = 1280, height: int = 900, **options: object) -> Walker:
        viewport = {"width": width, "height": height}
        context = browser.new_context(viewport=viewport, locale="nl-BE", **options)
        walkers.append(Walker(context.new_page(), live_server.url))
        return walkers[-1]

    yield walker
    for one in walkers:
        one.page.context.close()
    faults = [fault for one in walkers for fault in one.faults]
    assert not faults, "\n" + "\n".join(faults)
