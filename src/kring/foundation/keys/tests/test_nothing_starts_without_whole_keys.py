"""Without a whole, private key file the product refuses to start."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kring.foundation.keys.keyring import KeysMissing, load_keyring, write_new_keyring


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    path = tmp_path / "keys.json"
    write_new_keyring(path)
    return path


def test_new_keys_are_for_the_owner_alone_and_never_overwritten(key_file: Path) -> None:
    assert key_file.stat().st_mode & 0o777 == 0o600
    before = key_file.read_text()
    with pytest.raises(FileExistsError):
        write_new_keyring(key_file)
    assert key_file.read_text() == before


def test_whole_keys_load_and_hide_themselves(key_file: Path) -> None:
    ring = load_keyring(key_file)
    assert repr(ring) == "<Keyring a>"
    assert len(ring.secret("journal")) == 32


def test_missing_keys_are_refused_and_only_made_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "keys.json"
    with pytest.raises(KeysMissing, match="kring keys"):
        load_keyring(path)
    assert not path.exists()
    load_keyring(path, create=True)
    assert path.exists()


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660])
def test_keys_that_others_can_read_are_refused(key_file: Path, mode: int) -> None:
    key_file.chmod(mode)
    with pytest.raises(KeysMissing, match="chmod 600"):
        load_keyring(key_file)


@pytest.mark.parametrize("purpose", ["journal", "anchor", "index", "codes", "django"])
def test_a_keyring_that_lacks_a_secret_is_refused(key_file: Path, purpose: str) -> None:
    document = json.loads(key_file.read_text())
    del document[purpose]
    key_file.write_text(json.dumps(document))
    with pytest.raises(KeysMissing):
        load_keyring(key_file)


@pytest.mark.parametrize(
    "broken",
    ["", "[]", "no json", '{"fields": {}}'],
)
def test_a_file_that_is_no_keyring_is_refused(key_file: Path, broken: str) -> None:
    key_file.write_text(broken)
    with pytest.raises(KeysMissing):
        load_keyring(key_file)


def test_a_short_key_or_an_unknown_current_key_is_refused(key_file: Path) -> None:
    honest = json.loads(key_file.read_text())
    for change in (
        {"current": "b", "keys": honest["fields"]["keys"]},
        {"current": "a", "keys": {"a": "AAAA"}},
    ):
        key_file.write_text(json.dumps({**honest, "fields": change}))
        with pytest.raises(KeysMissing, match="incomplete"):
            load_keyring(key_file)


def test_the_product_itself_does_not_start(tmp_path: Path) -> None:
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join(sys.path),
        "KRING_DATA_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "kring.settings",
    }
    start = [sys.executable, "-c", "import django; django.setup()"]
    ended = subprocess.run(start, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - own interpreter
    assert ended.returncode != 0
    assert "No keys in" in ended.stderr
