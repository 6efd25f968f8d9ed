"""Every pair of text and ground reaches 4.5 to 1, every edge of a control 3 to 1 (WCAG 2.2 AA)."""

import re
from pathlib import Path

import pytest

TOKENS = (Path(__file__).parents[1] / "static" / "ui" / "tokens.css").read_text()
COLOURS = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6})", TOKENS))

TEXT_ON = [
    ("ink", "paper"),
    ("ink", "card"),
    ("ink", "sand"),
    ("ink", "green-soft"),
    ("ink-soft", "card"),
    ("ink-soft", "paper"),
    ("ink-soft", "sand"),
    ("green", "card"),
    ("green", "paper"),
    ("green", "green-soft"),
    ("green-deep", "green-soft"),
    ("card", "green"),
    ("card", "coral"),
    ("coral-deep", "coral-soft"),
    ("coral-deep", "card"),
    ("amber-deep", "amber-soft"),
    ("blue-deep", "blue-soft"),
    ("card", "blue"),
    ("plum-deep", "plum-soft"),
]
EDGE_ON = [("edge", "card"), ("edge", "paper"), ("focus", "paper"), ("focus", "card"), ("green", "card")]


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(front: str, ground: str) -> float:
    light, dark = sorted((luminance(COLOURS[front]), luminance(COLOURS[ground])), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("front", "ground"), TEXT_ON)
def test_text(front: str, ground: str) -> None:
    assert contrast(front, ground) >= 4.5


@pytest.mark.parametrize(("front", "ground"), EDGE_ON)
def test_edges(front: str, ground: str) -> None:
    assert contrast(front, ground) >= 3
