"""The whole stylesheet weighs less than a photo, and asks nothing from other servers."""

import re
from pathlib import Path

STATIC = Path(__file__).parents[1] / "static" / "ui"
BUDGET_BYTES = 60_000


def test_the_stylesheet_keeps_its_budget() -> None:
    sizes = {path.name: path.stat().st_size for path in STATIC.glob("*.css")}
    assert sizes
    assert sum(sizes.values()) < BUDGET_BYTES, sizes


def test_nothing_is_fetched_from_elsewhere() -> None:
    for path in STATIC.glob("*.css"):
        for url in re.findall(r'url\("?([^")]+)', path.read_text()):
            assert url.startswith(("../vendor/", "data:")), (path.name, url)


def test_motion_is_asked_for() -> None:
    for path in STATIC.glob("*.css"):
        text = path.read_text()
        if "transition" in text or "animation" in text:
            assert "prefers-reduced-motion" in text, path.name


def test_focus_is_never_taken_away_without_another_sign() -> None:
    text = "".join(path.read_text() for path in STATIC.glob("*.css"))
    assert ":focus-visible { outline: 3px solid" in text
