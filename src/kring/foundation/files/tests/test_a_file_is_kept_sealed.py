"""A file is encrypted in its own place, opens only for its row, and goes when it is let go."""

import os
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from tests.cast import MONDAY

from kring.foundation.files.checks import files_are_there, files_have_a_row
from kring.foundation.files.models import StoredFile
from kring.foundation.files.store import (
    FileLost,
    TooLarge,
    content_of,
    keep_file,
    let_go_of_files,
    path_of,
    read_at_most,
)
from kring.foundation.files.sweeping import sweep_files
from kring.foundation.keys.columns import COLUMNS
from kring.foundation.keys.sealing import CannotOpen

pytestmark = pytest.mark.django_db
CONTENT = b"Noor tekende een huis. " * 100


@pytest.fixture(autouse=True)
def place(settings: Any, tmp_path: Path) -> Path:
    settings.FILES_DIR = tmp_path / "files"
    return tmp_path / "files"


def test_nothing_of_it_can_be_read_on_the_disk(place: Path) -> None:
    stored = keep_file(CONTENT, at=MONDAY)
    body = path_of(stored.place).read_bytes()
    assert content_of(stored) == CONTENT
    assert b"Noor" not in body
    assert path_of(stored.place).stat().st_mode & 0o077 == 0


def test_another_row_does_not_open_it() -> None:
    mine, other = keep_file(CONTENT, at=MONDAY), keep_file(b"anders", at=MONDAY)
    path_of(other.place).write_bytes(path_of(mine.place).read_bytes())
    with pytest.raises(CannotOpen):
        content_of(other)
    other.sealed_key = mine.sealed_key
    with pytest.raises(CannotOpen):
        content_of(other)


def test_one_changed_byte_is_found() -> None:
    stored = keep_file(CONTENT, at=MONDAY)
    body = bytearray(path_of(stored.place).read_bytes())
    body[40] ^= 1
    path_of(stored.place).write_bytes(body)
    with pytest.raises(CannotOpen):
        content_of(stored)


def test_a_stream_is_cut_off_at_its_limit() -> None:
    taken = []

    def endless():
        while True:
            taken.append(1)
            yield b"x" * 1000

    with pytest.raises(TooLarge):
        read_at_most(endless(), 5_000)
    assert len(taken) == 6
    assert read_at_most([b"ab", b"c"], 3) == b"abc"


@pytest.mark.django_db(transaction=True)
def test_it_goes_with_its_row() -> None:
    stored = keep_file(CONTENT, at=MONDAY)
    path = path_of(stored.place)
    let_go_of_files([stored.pk])
    assert not path.exists()
    assert not StoredFile.objects.exists()


def test_what_is_missing_or_has_no_row_is_told_and_swept(place: Path) -> None:
    now = timezone.now()
    stored, lost = keep_file(CONTENT, at=now), keep_file(CONTENT, at=now)
    path_of(lost.place).unlink()
    stray = place / "ab" / "abc"
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"x")
    two_days_ago = time.time() - 2 * 86_400
    os.utime(stray, (two_days_ago, two_days_ago))
    with pytest.raises(FileLost):
        content_of(lost)
    assert list(files_are_there(now)) == [
        f"File {lost.key} is missing or cut off: restore the folder of files."
    ]
    assert list(files_have_a_row(now)) == ["File abc has no row."]
    assert sweep_files(now - timedelta(days=3)) == 0
    assert sweep_files(now) == 1
    assert path_of(stored.place).exists()


def test_rotation_seals_the_key_and_leaves_the_file() -> None:
    stored = keep_file(CONTENT, at=MONDAY)
    before = path_of(stored.place).read_bytes()
    column = COLUMNS["stored_file.key"]
    assert column.left("another") == 1
    assert column.reseal("another", [stored.pk]) == 1
    stored.refresh_from_db()
    assert content_of(stored) == CONTENT
    assert path_of(stored.place).read_bytes() == before
