"""Each page of the journeys: Tab reaches everything, the focus can be seen, and nothing holds it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from kring.support.requests.actions import ask_handover
from kring.web.desk.tests.signed_in import asked
from tests.cast import Network, acting
from tests.journeys.conftest import START
from tests.journeys.walker import Walker

pytestmark = pytest.mark.django_db(transaction=True)

REACHABLE = """() => [...document.querySelectorAll(
    'a[href], button, input:not([type=hidden]), select, textarea, summary')].filter(e =>
    e.checkVisibility({visibilityProperty: true}) && !e.disabled && e.tabIndex >= 0
    && !(e.type === 'radio' && !e.checked)).map((e, i) => { e.dataset.stop = i; return i; })"""
"""One radio of a group is a stop; the arrows reach the others."""
FOCUS = """() => { const e = document.activeElement, s = getComputedStyle(e);
    const b = e.getBoundingClientRect(), over = e.closest('label') || e;
    const t = getComputedStyle(over);
    return {stop: e.dataset.stop ?? null, name: e.outerHTML.slice(0, 90),
    seen: [s, t].some(x => (x.outlineStyle !== 'none' && parseFloat(x.outlineWidth) >= 2)
        || x.boxShadow !== 'none'),
    inside: b.bottom > 0 && b.top < innerHeight && b.right > 0 && b.left < innerWidth}; }"""

PUBLIC = ["/welkom", "/vraag", "/stand"]
WORKERS = ["/vandaag/", "/vragen/", "/overdrachten/", "/balie/", "/gezinnen/", "/partners/"]


def walk_with_tab(walker: Walker) -> None:
    """Press Tab through the whole page; raises AssertionError at what is missed or unseen."""
    stops = set(walker.page.evaluate(REACHABLE))
    met, seen, names = set(), set(), {}
    walker.page.evaluate(
        "() => { document.activeElement.blur(); window.getSelection().removeAllRanges(); }"
    )
    for _step in range(len(stops) + 15):
        walker.page.keyboard.press("Tab")
        focus = walker.page.evaluate(FOCUS)
        if focus["stop"] is None:
            continue
        met.add(int(focus["stop"]))
        names[int(focus["stop"])] = focus["name"]
        if focus["seen"] and focus["inside"]:  # a field for a date has stops of its own inside
            seen.add(int(focus["stop"]))
    missed = [
        walker.page.locator(f"[data-stop='{stop}']").first.evaluate("e => e.outerHTML.slice(0, 90)")
        for stop in sorted(stops - met)
    ]
    unseen = [names[stop] for stop in sorted(met - seen)]
    assert not missed, f"{walker.page.url}: Tab does not reach {missed}"
    assert not unseen, f"{walker.page.url}: the focus is not seen on {unseen}"


@pytest.mark.parametrize("path", PUBLIC)
def test_public_pages(somebody: Callable[..., Walker], kempen_network: Network, path: str) -> None:
    visitor = somebody(width=320)
    visitor.open(path)
    walk_with_tab(visitor)


def test_pages_of_workers(somebody: Callable[..., Walker], kempen_network: Network, clock: Any) -> None:
    asked(kempen_network, at=START - timedelta(days=28))
    given = asked(kempen_network, at=START - timedelta(days=1), age_bands=["6-11"])
    handover = ask_handover(
        request=given,
        to_desk=kempen_network.team,
        words="",
        worker=kempen_network.nele,
        by=acting(kempen_network.nele),
        at=START - timedelta(hours=1),
    )
    nele, lotte = somebody(width=1440), somebody(width=360)
    nele.signs_in(kempen_network.nele)
    for path in [*WORKERS, f"/vragen/{given.key}/", f"/vragen/{given.key}/afdruk/"]:
        nele.open(path)
        walk_with_tab(nele)
    lotte.signs_in(kempen_network.lotte)
    for path in ["/vandaag/", f"/overdrachten/{handover.key}/"]:
        lotte.open(path)
        walk_with_tab(lotte)


@pytest.mark.parametrize("path", ["/vandaag/", "/vragen/", "/balie/", "/doorverwijzen/", "/partners/"])
def test_at_two_hundred_percent_nothing_runs_off_the_side(
    somebody: Callable[..., Walker], kempen_network: Network, clock: Any, path: str
) -> None:
    asked(kempen_network, at=START - timedelta(days=28), words="Een zin. " * 40)
    nele = somebody(width=640, height=400, device_scale_factor=2)
    nele.signs_in(kempen_network.nele)
    nele.open(path)
    nele.page.set_viewport_size({"width": 320, "height": 480})
    nele.seen.clear()
    nele.look()
