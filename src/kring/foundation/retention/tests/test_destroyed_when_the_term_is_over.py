"""What is due goes, with what hangs on it, and a report of counts stays."""

from datetime import UTC, datetime, timedelta

import pytest

from kring.foundation.journal.actor import SYSTEM
from kring.foundation.journal.models import JournalEntry, JournalSubject
from kring.foundation.journal.recording import deed, record
from kring.foundation.journal.verifying import faults
from kring.foundation.retention.models import DestructionReport
from kring.foundation.retention.running import run, run_daily
from kring.foundation.retention.tests.shelf import Shelf

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 23, 3, tzinfo=UTC)
DAY = timedelta(days=1)


def test_only_what_is_due_goes(shelf: Shelf) -> None:
    shelf.add(AT - DAY)
    young = shelf.add(AT + DAY)
    report = run(at=AT)
    assert list(shelf.due) == [young]
    assert report.counts == {"youth_file": {"file": 1, "page": 1}}


def test_rooms_above_let_go_first(shelf: Shelf) -> None:
    shelf.add(AT)
    run(at=AT)
    assert shelf.order == ["pages", "file"]
    assert not shelf.pages


def test_one_that_is_stuck_does_not_keep_the_others(shelf: Shelf) -> None:
    keys = [shelf.add(AT) for _ in range(5)]
    shelf.stuck = {keys[2]}
    report = run(at=AT)
    assert (report.failed, report.counts) == (1, {"youth_file": {"file": 4, "page": 4}})
    shelf.stuck = set()
    assert run(at=AT + DAY).counts == {"youth_file": {"file": 1, "page": 1}}


def test_the_report_and_the_journal_name_nobody(shelf: Shelf) -> None:
    keys = [shelf.add(AT) for _ in range(3)]
    run(at=AT)
    told = [*DestructionReport.objects.values(), *JournalEntry.objects.values("payload_hash")]
    told += JournalEntry.objects.filter(verb="retention.destroyed").values("journalpayload__body")
    assert not any(str(key) in str(told) for key in keys)
    assert JournalEntry.objects.filter(verb="retention.destroyed").exists()


def test_the_journal_forgets_whom_it_was_about_and_still_holds(shelf: Shelf) -> None:
    key = shelf.add(AT)
    with deed():
        record(by=SYSTEM, at=AT - DAY, did="read", about=[("person", key)])
    run(at=AT)
    assert not JournalSubject.objects.filter(subject_key=key).exists()
    assert JournalEntry.objects.filter(verb="read").exists()
    assert list(faults()) == []


def test_once_a_day(shelf: Shelf) -> None:
    assert run_daily(at=AT) is not None
    assert run_daily(at=AT + timedelta(hours=6)) is None
    assert run_daily(at=AT + DAY) is not None
