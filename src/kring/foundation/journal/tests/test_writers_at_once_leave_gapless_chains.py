"""Many who write at the same moment: every deed has its entry, and no chain has a gap."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.db import connection
from django.db.models import Count, Max
from pytest_django import Settings

from kring.foundation.journal import verifying
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.models import ChainHead, JournalEntry
from kring.foundation.journal.recording import action, record
from kring.foundation.journal.tests.writing import FATMA, START, did

WRITERS = 12
DEEDS = 240


class ChangedTheirMind(Exception):
    """The deed fails after it was written down."""


@action
def _undone(*, by: Actor, number: int) -> None:
    record(by=by, at=START, did="test.did", about=[("request", UUID(int=number))])
    raise ChangedTheirMind


def _one(number: int) -> bool:
    """Every sixth deed fails at its end; returns whether it was done."""
    try:
        if number % 6 == 5:
            _undone(by=FATMA, number=number)
        did(by=FATMA, at=START + timedelta(seconds=number), about=UUID(int=number))
    except ChangedTheirMind:
        return False
    else:
        return True
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_writers_at_once_leave_gapless_chains(settings: Settings, tmp_path: Path) -> None:
    settings.ANCHOR_DIR = tmp_path
    with ThreadPoolExecutor(WRITERS) as writers:
        done = sum(writers.map(_one, range(DEEDS)))
    assert done == DEEDS * 5 // 6
    assert JournalEntry.objects.count() == done
    chains = JournalEntry.objects.values("chain").order_by("chain")
    for chain in chains.annotate(entries=Count("pk"), last=Max("sequence")):
        head = ChainHead.objects.get(chain=chain["chain"])
        assert chain["entries"] == chain["last"] == head.sequence
    assert verifying.faults() == []
