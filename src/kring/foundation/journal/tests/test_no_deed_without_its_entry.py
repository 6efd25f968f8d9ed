"""A deed and its entry share one transaction: both are there, or neither."""

from uuid import UUID

import pytest
from django.contrib.contenttypes.models import ContentType

from kring.foundation.journal.models import JournalEntry, JournalPayload
from kring.foundation.journal.recording import (
    NothingJournalled,
    action,
    nothing_changed,
    record,
)
from kring.foundation.journal.tests.writing import FATMA, START, did

pytestmark = pytest.mark.django_db
SOMETHING = UUID(int=3)


def _write() -> None:
    ContentType.objects.create(app_label="journal", model="of_a_test")


def _written() -> bool:
    return ContentType.objects.filter(model="of_a_test").exists()


def test_a_deed_that_wrote_nothing_down_is_undone() -> None:
    with pytest.raises(NothingJournalled):
        action(_write)()
    assert not _written()


def test_a_deed_that_found_its_work_done_needs_no_entry() -> None:
    action(nothing_changed)()
    assert not JournalEntry.objects.exists()


def test_a_deed_that_fails_leaves_neither_work_nor_entry() -> None:
    @action
    def fails() -> None:
        _write()
        did(by=FATMA, at=START, about=SOMETHING)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert not _written()
    assert not JournalEntry.objects.exists()


def test_a_part_that_fails_takes_its_entry_along_and_the_rest_stays() -> None:
    @action
    def part() -> None:
        did(by=FATMA, at=START, about=SOMETHING, part="second")
        raise ZeroDivisionError

    @action
    def whole() -> None:
        did(by=FATMA, at=START, about=SOMETHING, part="first")
        with pytest.raises(ZeroDivisionError):
            part()

    whole()
    assert JournalPayload.objects.get().body["details"] == {"part": "first"}


def test_a_failed_deed_leaves_nothing_open_for_the_next() -> None:
    with pytest.raises(NothingJournalled):
        action(_write)()
    did(by=FATMA, at=START, about=SOMETHING)
    assert JournalEntry.objects.count() == 1


def test_outside_a_deed_nothing_can_be_recorded() -> None:
    with pytest.raises(RuntimeError, match="outside a deed"):
        record(by=FATMA, at=START, did="test.did", about=[])


@pytest.mark.parametrize("value", [object(), float("nan"), "a\x00b", {1, 2}])
def test_what_no_database_can_keep_is_refused_at_once(value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        did(by=FATMA, at=START, about=SOMETHING, value=value)
    assert not JournalEntry.objects.exists()
