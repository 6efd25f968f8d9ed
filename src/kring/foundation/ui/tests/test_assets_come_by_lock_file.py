"""Fonts and htmx come by the lock file, once, and the file names no server."""

import json
from pathlib import Path

import pytest

from kring.foundation.ui import assets


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "package-lock.json").write_text("{}")
    for source in assets.NEEDED.values():
        made = tmp_path / "assets" / "node_modules" / source
        made.parent.mkdir(parents=True, exist_ok=True)
        made.write_text(source)
    monkeypatch.setattr(assets, "ASSETS_DIR", tmp_path / "assets")
    monkeypatch.setattr(assets, "VENDOR_DIR", tmp_path / "vendor")
    return tmp_path


def test_installs_only_when_the_lock_file_changed(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installs: list[str] = []
    monkeypatch.setattr(assets, "_install", lambda: installs.append("npm ci"))
    assert assets.ensure_assets()
    assert not assets.ensure_assets()
    (project / "assets" / "package-lock.json").write_text('{"changed": true}')
    assert assets.ensure_assets()
    assert len(installs) == 2


def test_a_missing_file_is_brought_back(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "_install", lambda: None)
    assets.ensure_assets()
    (project / "vendor" / "htmx.min.js").unlink()
    assert assets.ensure_assets()
    assert (project / "vendor" / "htmx.min.js").exists()


def test_an_installed_wheel_needs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "ASSETS_DIR", tmp_path)
    assert not assets.ensure_assets()


def test_the_lock_file_names_no_server() -> None:
    lock = json.loads((assets.ASSETS_DIR / "package-lock.json").read_text())
    assert all("resolved" not in package for package in lock["packages"].values())
