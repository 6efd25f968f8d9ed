"""On PostgreSQL the role that runs the product can do its work, and no more."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection, transaction

from kring.foundation.journal import verifying, walls
from kring.foundation.journal.erasing import erase_subject
from kring.foundation.journal.models import JournalEntry
from kring.foundation.journal.tests.writing import FATMA, START, did

pytestmark = pytest.mark.django_db
SOMEBODY = UUID(int=5)


@pytest.fixture
def _as_app_role() -> Iterator[None]:
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL has roles")
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE kring_app_of_test")
        call_command("grant_app_role", "kring_app_of_test", verbosity=0)
        cursor.execute("SET ROLE kring_app_of_test")
        yield
        cursor.execute("RESET ROLE")


def _execute(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.usefixtures("_as_app_role")
def test_it_writes_reads_and_erases() -> None:
    did(by=FATMA, at=START, about=SOMEBODY)
    erase_subject(by=FATMA, at=START, key=SOMEBODY)
    assert JournalEntry.objects.count() == 2
    assert verifying.faults() == []


@pytest.mark.usefixtures("_as_app_role")
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_journalentry SET verb = 'x'",
        "DELETE FROM journal_journalentry",
        "TRUNCATE journal_journalentry CASCADE",
        "UPDATE journal_journalpayload SET salt = 'x'",
        "UPDATE journal_journalsubject SET kind = 'x'",
        "UPDATE journal_journalveil SET leaf = 'x'",
        "DELETE FROM journal_journalveil",
        "DELETE FROM journal_chainhead",
        "ALTER TABLE journal_journalentry DISABLE TRIGGER ALL",
        "DROP TRIGGER journal_journalentry_no_update ON journal_journalentry",
        "SET session_replication_role = replica",
        "DELETE FROM django_migrations",
    ],
)
def test_it_cannot_change_delete_or_take_down_a_wall(statement: str) -> None:
    did(by=FATMA, at=START, about=SOMEBODY)
    connection.check_constraints()
    with pytest.raises(ProgrammingError, match=r"permission denied|must be owner"):
        _execute(statement)


def test_a_role_that_is_not_there_is_named() -> None:
    with pytest.raises(CommandError, match=r"no role nobody|Only PostgreSQL has roles"):
        call_command("grant_app_role", "nobody")


def test_walls_can_be_put_back() -> None:
    walls.take_down()
    walls.put_up()
