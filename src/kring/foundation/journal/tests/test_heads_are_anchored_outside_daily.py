"""Once a day the heads of the chains are signed and kept outside the database."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from kring.foundation.journal.anchors import FILE_NAME, BadAnchor, read_anchors, write_anchor
from kring.foundation.journal.models import ChainHead
from kring.foundation.journal.tests.writing import FATMA, START, did

DAY = timedelta(days=1)


def _tick(_number: int) -> bool:
    try:
        return write_anchor(at=START)
    finally:
        connection.close()


@pytest.fixture
def file(db: None, tmp_path: Path, settings: Settings) -> Path:
    settings.ANCHOR_DIR = tmp_path / "anchors"
    assert FATMA.key is not None
    did(by=FATMA, at=START, about=FATMA.key)
    return tmp_path / "anchors" / FILE_NAME


def test_one_line_a_local_day_with_every_head(file: Path) -> None:
    assert write_anchor(at=START)
    assert not write_anchor(at=START + timedelta(hours=14))
    assert write_anchor(at=START + timedelta(hours=15))
    heads = {head.chain: (head.sequence, head.mac) for head in ChainHead.objects.order_by("chain")}
    assert [anchor.heads for anchor in read_anchors()] == [heads, heads]
    assert file.stat().st_mode & 0o777 == 0o600


def test_nothing_is_anchored_before_the_first_entry(
    db: None, tmp_path: Path, settings: Settings
) -> None:
    settings.ANCHOR_DIR = tmp_path
    assert not write_anchor(at=START)
    assert read_anchors() == []


def test_a_line_cut_short_by_a_power_failure_never_counted(file: Path) -> None:
    write_anchor(at=START)
    with file.open("a") as half:
        half.write('{"at": "2026-03-0')
    assert len(read_anchors()) == 1
    assert write_anchor(at=START + DAY)
    assert len(read_anchors()) == 2


def test_a_line_that_was_taken_out_is_noticed(file: Path) -> None:
    for day in range(3):
        write_anchor(at=START + day * DAY)
    first, _, third = file.read_text().splitlines(keepends=True)
    file.write_text(first + third)
    with pytest.raises(BadAnchor, match="Line 2"):
        read_anchors()
    with pytest.raises(BadAnchor):
        write_anchor(at=START + 5 * DAY)


def test_a_line_signed_with_another_key_is_noticed(file: Path) -> None:
    write_anchor(at=START)
    line = json.loads(file.read_text())
    file.write_text(json.dumps({**line, "signature": "0" * 64}) + "\n")
    with pytest.raises(BadAnchor, match="Line 1"):
        read_anchors()


@pytest.mark.django_db(transaction=True)
def test_ticks_that_overlap_write_one_line(file: Path) -> None:
    heads = list(ChainHead.objects.order_by("chain"))
    assert heads
    with ThreadPoolExecutor(4) as ticks:
        written = list(ticks.map(_tick, range(8)))
    assert sum(written) == 1
    assert len(read_anchors()) == 1
