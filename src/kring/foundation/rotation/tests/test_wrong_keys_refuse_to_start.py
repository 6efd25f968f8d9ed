"""With missing keys, or with those of another installation, nothing starts; the sentence says why."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_django import Settings

from kring.foundation.journal.actor import SYSTEM
from kring.foundation.journal.anchors import write_anchor
from kring.foundation.journal.models import ChainHead
from kring.foundation.keys.keyring import Keyring, load_keyring, write_new_keyring
from kring.foundation.keys.sealing import seal, unseal
from kring.foundation.rotation.queries import KeysWrong, check_keys
from kring.foundation.rotation.tests.sealed_rows import AT, fill
from kring.registry.people.actions import register_person

COMMANDS = ("serve", "tick", "check", "load requests x")


def start(folder: Path, words: str) -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join(sys.path),
        "KRING_DATA_DIR": str(folder),
    }
    command = [sys.executable, "-m", "kring.command", *words.split()]
    return subprocess.run(  # noqa: S603 - own interpreter
        command, env=environment, capture_output=True, text=True, check=False, timeout=120
    )


@pytest.mark.parametrize("words", COMMANDS)
def test_without_keys_no_command_starts(tmp_path: Path, words: str) -> None:
    ended = start(tmp_path, words)
    assert ended.returncode == 2
    assert ended.stderr.startswith("No keys in")
    assert "Traceback" not in ended.stderr


@pytest.mark.django_db
def test_an_empty_database_takes_any_keys(ring: Keyring) -> None:
    check_keys()


@pytest.mark.django_db
def test_the_right_keys_are_let_in(ring: Keyring) -> None:
    fill(2, others=1)
    register_person(by=SYSTEM, at=AT, given_name="An")
    write_anchor(at=AT)
    check_keys()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("purpose", "told"),
    [
        ("fields", "person.national_number does not open with key 'a'"),
        ("index", "the key 'index'"),
        ("journal", "the key 'journal'"),
        ("anchor", "the key 'anchor'"),
    ],
)
def test_one_wrong_key_is_enough_to_refuse(
    ring: Keyring, settings: Settings, purpose: str, told: str
) -> None:
    fill(2, others=1)
    register_person(by=SYSTEM, at=AT, given_name="An")
    assert ChainHead.objects.exists()
    write_anchor(at=AT)
    path = _with_other(ring, purpose)
    settings.KEYRING = load_keyring(path)
    with pytest.raises(KeysWrong, match=re.escape(told)) as refused:
        check_keys()
    assert str(path) in str(refused.value)


@pytest.mark.django_db
def test_a_missing_old_key_is_named(ring: Keyring, settings: Settings) -> None:
    fill(2, others=1)
    path = _with_other(ring, "index")
    document = json.loads(path.read_text())
    document["fields"] = {"current": "b", "keys": {"b": document["fields"]["keys"]["a"]}}
    path.write_text(json.dumps(document))
    settings.KEYRING = load_keyring(path)
    with pytest.raises(KeysWrong, match="key 'a', under which person"):
        check_keys()


def test_a_file_that_breaks_while_it_runs_changes_nothing(ring: Keyring) -> None:
    assert ring.path is not None
    sealed = seal("woord", row="proef:1")
    ring.path.write_text("half a file")
    assert unseal(sealed, row="proef:1") == "woord"


def _with_other(ring: Keyring, purpose: str) -> Path:
    """The same key file with one secret of somebody else."""
    assert ring.path is not None
    other = ring.path.with_name("other.json")
    write_new_keyring(other)
    theirs = json.loads(other.read_text())
    mixed = {**json.loads(ring.path.read_text()), purpose: theirs[purpose]}
    changed = ring.path.with_name("mixed.json")
    shutil.copy(ring.path, changed)
    changed.write_text(json.dumps(mixed))
    return changed
