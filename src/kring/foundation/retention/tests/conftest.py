"""Only the shelf of these tests is erased."""

from pathlib import Path

import pytest
from pytest_django import Settings

from kring.foundation.retention import running
from kring.foundation.retention.tests.shelf import Shelf


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> Shelf:
    made = Shelf()
    monkeypatch.setattr(running, "ERASERS", {"file": made.eraser()})
    monkeypatch.setattr(running, "RELEASES", {"file": [made.let_go]})
    settings.ANCHOR_DIR = tmp_path
    return made
