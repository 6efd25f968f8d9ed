"""Imports go down. The contracts themselves are in ``contracts.py``."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kring.rooms import FLOORS, room_modules
from tests.architecture.contracts import FLOORS as PLACES
from tests.architecture.contracts import HOUSE, ROOT, contract_file
from tests.architecture.source import imports_in, none_of, product_files, room_of, rooms, said


def lint(config: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).parent / "lint-imports"
    return subprocess.run(
        [program, "--config", config, "--no-cache", "--no-logo"],
        cwd=folder,
        env={"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_contracts_are_fresh():
    """Refresh with: python -m tests.architecture.contracts"""
    assert (ROOT / ".importlinter").read_text() == contract_file()


def test_every_room_has_a_place():
    for floor, names in FLOORS.items():
        assert floor in HOUSE.split(" > ")
        assert set(names) <= set(PLACES[floor].replace("|", ">").replace(" ", "").split(">"))


def test_every_room_is_built_as_listed():
    listed = {room.folder for room in rooms()}
    found = {path.parent for floor in FLOORS for path in (rooms_dir(floor)).glob("*/apps.py")}
    assert found == listed
    assert len(room_modules()) == len(listed)


def rooms_dir(floor: str) -> Path:
    return ROOT / "src" / "kring" / floor


@pytest.mark.slow
def test_the_contracts_hold():
    done = lint(ROOT / ".importlinter", ROOT / "src")
    assert done.returncode == 0, done.stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "line", "broken"),
    [
        ("support/requests/states.py", "", 0),
        ("registry/places/queries.py", "import kring.support.requests.states", 1),
        ("foundation/records/bases.py", "import kring.foundation.journal.actor", 1),
        ("support/requests/states.py", "import kring.support.requests.models", 1),
        ("support/attic/__init__.py", "", 1),
    ],
)
def test_a_planted_violation_is_found(tmp_path, file, line, broken):
    ignored = shutil.ignore_patterns("static", "templates", "migrations", "tests", "__pycache__")
    shutil.copytree(ROOT / "src" / "kring", tmp_path / "kring", ignore=ignored)
    planted = tmp_path / "kring" / file
    planted.parent.mkdir(exist_ok=True)
    with planted.open("a") as text:
        text.write(f"\n{line}\n")
    assert lint(ROOT / ".importlinter", tmp_path).returncode == broken


def test_nobody_imports_the_pages_of_another_room():
    """Views, forms and routes belong to their room; only ``kring.urls`` gathers the routes."""
    pages = {f"{room.module}.{part}": room for room in rooms() for part in ("views", "forms", "urls")}
    offenders = [
        f"{said(path)} imports {name}"
        for path in product_files()
        if path.name != "urls.py" or room_of(path)
        for name in imports_in(path)
        for page, owner in pages.items()
        if (name == page or name.startswith(f"{page}.")) and room_of(path) != owner
    ]
    none_of(offenders)
