"""``kring check`` is silent proof when all holds, and names what does not."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.utils.module_loading import autodiscover_modules

from kring.foundation.journal import walls
from kring.foundation.journal.actor import SYSTEM
from kring.foundation.journal.models import JournalEntry
from kring.foundation.journal.recording import record_read
from kring.foundation.records.checking import CHECKS, check
from kring.tools.check.run import run

AT = datetime(2026, 3, 2, 8, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _own_list() -> Iterator[None]:
    autodiscover_modules("checks")
    before = dict(CHECKS)
    # The other rooms want their reference data; here the journal stands for all of them.
    for name, looks in before.items():
        if looks.__module__ != "kring.foundation.journal.checks":
            del CHECKS[name]
    yield
    CHECKS.clear()
    CHECKS.update(before)


@pytest.fixture(autouse=True)
def _entry(db: None) -> None:
    walls.take_down()
    record_read(by=SYSTEM, at=AT, page="list", about=[("person", UUID(int=1))], because="involved")


def test_a_sound_database_holds() -> None:
    lines: list[str] = []
    assert run(lines.append) == 0
    assert lines[-1].endswith("all hold")
    assert any("journal was not bent" in line for line in lines)


def test_a_bent_journal_is_named_and_fails() -> None:
    JournalEntry.objects.update(verb="other")
    lines: list[str] = []
    assert run(lines.append) == 1
    place = JournalEntry.objects.get()
    assert any(f"Journal chain {place.chain}, entry 1: was changed" in line for line in lines)


def test_every_broken_invariant_is_a_line_and_a_long_list_is_cut() -> None:
    @check("no number is odd")
    def even(_at: datetime) -> list[str]:
        return [f"{number} is odd" for number in range(1, 60, 2)]

    lines: list[str] = []
    assert run(lines.append) == 1
    assert "WRONG  no number is odd" in lines
    assert "       - 39 is odd" in lines
    assert "       - 41 is odd" not in lines
    assert "       - and more" in lines


def test_a_check_that_breaks_down_is_wrong_and_hides_no_other() -> None:
    @check("a check that fails")
    def fails(_at: datetime) -> list[str]:
        raise ZeroDivisionError

    lines: list[str] = []
    assert run(lines.append) == 1
    assert "       - The check itself failed: ZeroDivisionError()" in lines
    assert any("journal was not bent" in line for line in lines)


def test_two_checks_may_not_share_a_name() -> None:
    check("one name")(lambda _at: [])
    with pytest.raises(ValueError, match="one name"):
        check("one name")(lambda _at: [])
