"""Whoever bends the journal is found, and the first bad entry is named."""

import os
from pathlib import Path
from random import Random

import pytest
from django.db import connection, transaction
from pytest_django import Settings

from kring.foundation.journal import anchors, verifying, walls
from kring.foundation.journal.models import ChainHead, JournalEntry
from kring.foundation.journal.tests.tampering import TAMPERINGS, cut_tail
from kring.foundation.journal.tests.writing import write_journal
from kring.foundation.journal.verifying import mac_of

TRIES = 1000 if os.environ.get("KRING_FULL") == "1" else 200


@pytest.fixture
def chance(db: None, tmp_path: Path, settings: Settings) -> Random:
    """An anchored journal whose walls are down, as for one who owns the database."""
    settings.ANCHOR_DIR = tmp_path
    walls.take_down()
    chance = Random(20260302)  # noqa: S311 - the same chance every time
    at = write_journal(chance)
    anchors.write_anchor(at=at)
    return chance


def test_an_honest_journal_holds(chance: Random) -> None:
    assert JournalEntry.objects.count() == 64
    assert verifying.faults() == []


def test_every_tampering_is_found_and_its_first_bad_entry_named(chance: Random) -> None:
    missed = []
    for number in range(TRIES):
        tamper = TAMPERINGS[number % len(TAMPERINGS)]
        with transaction.atomic():
            expected = tamper(chance)
            found = {(fault.chain, fault.sequence) for fault in verifying.faults()}
            transaction.set_rollback(True)
        if not found & expected:
            missed.append((number, tamper.__name__, expected, found))
    assert missed == []


def test_a_journal_rewritten_with_the_stolen_key_is_found_by_its_anchor(chance: Random) -> None:
    head = ChainHead.objects.order_by("chain")[0]
    mac = ""
    for entry in JournalEntry.objects.filter(chain=head.chain).order_by("sequence"):
        entry.previous_mac, entry.actor_kind = mac, "system"
        entry.mac = mac = mac_of(entry)
        entry.save()
    ChainHead.objects.filter(pk=head.pk).update(mac=mac)
    fault = verifying.first_fault()
    assert fault is not None
    assert (fault.chain, fault.sequence) == (head.chain, head.sequence)
    assert "anchor" in fault.reason


def test_an_emptied_journal_is_found_by_its_anchor(chance: Random) -> None:
    chain = ChainHead.objects.order_by("chain")[0].chain
    everything = JournalEntry.objects.filter(chain=chain)
    everything.update(chain=77)
    ChainHead.objects.filter(chain=chain).delete()
    assert (chain, 1) in {(fault.chain, fault.sequence) for fault in verifying.faults()}


def test_only_the_anchor_finds_a_cut_tail(chance: Random, tmp_path: Path) -> None:
    expected = cut_tail(chance)
    fault = verifying.first_fault()
    assert fault is not None
    assert {(fault.chain, fault.sequence)} == expected
    assert "the anchor of 2026-03-02" in str(fault)
    (tmp_path / anchors.FILE_NAME).unlink()
    assert verifying.faults() == []


@pytest.mark.parametrize(
    ("table", "column", "entry"),
    [
        ("journalentry", "at", "id"),
        ("journalentry", "actor_key", "id"),
        ("journalpayload", "body", "entry_id"),
        ("journalsubject", "subject_key", "entry_id"),
    ],
)
def test_rubbish_that_only_sqlite_stores_is_named(
    chance: Random, table: str, column: str, entry: str
) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL refuses it")
    bent = JournalEntry.objects.order_by("-pk")[5]
    with connection.cursor() as cursor:
        # The constraint on JSON would refuse it too, for one who leaves it on.
        cursor.execute("PRAGMA ignore_check_constraints = ON")
        cursor.execute(f"UPDATE journal_{table} SET {column} = 'rubbish' WHERE {entry} = {bent.pk}")  # noqa: S608 - own names
        cursor.execute("PRAGMA ignore_check_constraints = OFF")
    fault = verifying.first_fault()
    assert fault is not None
    assert (fault.chain, fault.sequence) == (bent.chain, bent.sequence)


@pytest.mark.parametrize("line", [0, 1])
def test_a_changed_or_missing_anchor_line_is_named(chance: Random, tmp_path: Path, line: int) -> None:
    file = tmp_path / anchors.FILE_NAME
    honest = file.read_text()
    file.write_text("" if line else honest.replace('"0": [', '"0": [1'))
    if line:
        file.write_text(honest.replace('"previous": ""', '"previous": "abc"'))
    assert "Line 1 of anchors.jsonl was changed" in str(verifying.first_fault())
