"""A browser, a server on the test database, and people who walk.

The server runs inside the test, so ``time_machine`` moves its clock too.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from playwright.sync_api import Browser, sync_playwright

from kring.registry.network.models import Desk
from tests.cast import Network, kempen
from tests.journeys.walker import Walker

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync"]

START = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)
"""A Monday morning, ten o'clock in Geel."""


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
        scripts = bool(options.get("java_script_enabled", True))
        walkers.append(Walker(context.new_page(), live_server.url, scripts=scripts))
        return walkers[-1]

    yield walker
    for one in walkers:
        one.page.context.close()
    faults = [fault for one in walkers for fault in one.faults]
    assert not faults, "\n" + "\n".join(faults)


@pytest.fixture
def clock() -> Iterator[Any]:
    """The clock of the server, from START on; ``move_to`` another day and it goes on from there."""
    with time_machine.travel(START, tick=True) as traveller:
        yield traveller


@pytest.fixture
def kempen_network(transactional_db: None) -> Network:
    """The network of the Kempen with telephones and a mailbox; the Trefplaats takes what is left."""
    made = kempen()
    Desk.objects.filter(pk=made.counter.pk).update(phone="014 56 00 10")
    Desk.objects.filter(pk=made.team.pk).update(
        phone="014 56 00 20", email="trefplaats@example.org", fallback=True
    )
    for desk in (made.counter, made.team):
        desk.refresh_from_db()
    return made
