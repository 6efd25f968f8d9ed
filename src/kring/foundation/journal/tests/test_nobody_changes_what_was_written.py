"""The database itself refuses to change or delete what the journal holds."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import Model

from kring.foundation.journal.models import (
    JournalEntry,
    JournalPayload,
    JournalSubject,
    JournalVeil,
)
from kring.foundation.journal.tests.writing import FATMA, START, did
from kring.foundation.journal.walls import REFUSAL

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def entry() -> JournalEntry:
    assert FATMA.key is not None
    did(by=FATMA, at=START, about=FATMA.key)
    return JournalEntry.objects.get()


def _execute(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize(
    ("model", "column"),
    [(JournalEntry, "verb"), (JournalPayload, "salt"), (JournalSubject, "kind")],
)
def test_neither_header_nor_words_nor_subjects_are_changed(model: type[Model], column: str) -> None:
    with pytest.raises(DatabaseError, match=REFUSAL):
        _execute(f"UPDATE {model._meta.db_table} SET {column} = 'x'")  # noqa: S608 - own names


@pytest.mark.parametrize("model", [JournalEntry, JournalPayload, JournalSubject])
def test_nothing_is_deleted(model: type[Model]) -> None:
    with pytest.raises(DatabaseError, match=REFUSAL):
        _execute(f"DELETE FROM {model._meta.db_table}")  # noqa: S608 - own names


def test_words_go_from_under_a_veil_but_the_veil_and_the_header_stay(entry: JournalEntry) -> None:
    JournalVeil.objects.create(entry=entry, leaf="0" * 64)
    _execute("DELETE FROM journal_journalpayload")
    _execute("DELETE FROM journal_journalsubject")
    for table in ("journalveil", "journalentry"):
        with pytest.raises(DatabaseError, match=REFUSAL):
            _execute(f"DELETE FROM journal_{table}")  # noqa: S608 - own names
