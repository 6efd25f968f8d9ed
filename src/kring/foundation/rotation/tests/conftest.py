"""An installation with a key file of its own, that may be rotated."""

from pathlib import Path

import pytest
from pytest_django import Settings

from kring.foundation.keys.keyring import Keyring, load_keyring, write_new_keyring


@pytest.fixture
def ring(settings: Settings, tmp_path: Path) -> Keyring:
    """The keys of a fresh file, in use."""
    path = tmp_path / "keys.json"
    write_new_keyring(path)
    settings.KEYS_FILE = path
    settings.ANCHOR_DIR = tmp_path
    settings.KEYRING = load_keyring(path)
    found: Keyring = settings.KEYRING
    return found
