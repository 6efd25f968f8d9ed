"""A backup of before an erasure is restored: who was erased goes again, and no byte of them stays.

On SQLite the backup is made with the backup API and put back as the database file; on PostgreSQL
it is a copy of the database. Everything goes the way an operator would: the ledger of erasures lies
outside the database, the check says what came back, the next tick takes it away.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from django.db import connection, connections
from pytest_django import Settings

from kring.foundation.retention import checks
from kring.foundation.retention.ledger import is_up_to_date
from kring.foundation.retention.running import run_daily
from kring.registry.people.models import Person
from kring.trust.access.tests.a_full_life import CANARY, a_full_life, a_worker

pytestmark = pytest.mark.django_db(transaction=True)
LIVES = 500 if os.environ.get("KRING_FULL") == "1" else 25
ON_THE_DAY = datetime(2045, 3, 1, 3, tzinfo=UTC)
LATER_THAT_DAY = ON_THE_DAY + timedelta(hours=2)


class Backup:
    """A copy of the whole database, made and put back beside the product."""

    def __init__(self, folder: Path) -> None:
        self.copy = folder / "backup.sqlite3"
        self.name = str(connection.settings_dict["NAME"])

    def make(self) -> None:
        if connection.vendor == "sqlite":
            with _closing(self.name) as source, _closing(str(self.copy)) as target:
                source.backup(target)
            return
        connections.close_all()
        self._sql(f'DROP DATABASE IF EXISTS "{self.name}_copy"')
        self._sql(f'CREATE DATABASE "{self.name}_copy" TEMPLATE "{self.name}"')

    def put_back(self) -> None:
        connections.close_all()
        if connection.vendor == "sqlite":
            for end in ("-wal", "-shm"):
                Path(self.name + end).unlink(missing_ok=True)
            Path(self.name).write_bytes(self.copy.read_bytes())
            return
        self._sql(f'DROP DATABASE "{self.name}"')
        self._sql(f'ALTER DATABASE "{self.name}_copy" RENAME TO "{self.name}"')

    def _sql(self, statement: str) -> None:
        parameters = {**connection.get_connection_params(), "dbname": "postgres"}
        parameters.pop("cursor_factory", None)
        parameters.pop("context", None)
        with psycopg.connect(**parameters, autocommit=True) as beside:
            beside.execute(statement)


@contextmanager
def _closing(name: str) -> Iterator[sqlite3.Connection]:
    opened = sqlite3.connect(name)
    try:
        yield opened
    finally:
        opened.close()


@pytest.fixture
def backup(settings: Settings, tmp_path: Path) -> Backup:
    settings.ANCHOR_DIR = tmp_path / "anchors"
    return Backup(tmp_path)


def bytes_on_disk() -> bytes:
    """The files of the database; on PostgreSQL, whose pages are the server's, every row as text."""
    if connection.vendor == "sqlite":
        name = str(connection.settings_dict["NAME"])
        files = [Path(name), Path(f"{name}-wal")]
        return b"".join(file.read_bytes() for file in files if file.exists())
    rows = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT t::text FROM {connection.ops.quote_name(table)} t")  # noqa: S608
            rows += [str(row[0]) for row in cursor.fetchall()]
    return "\n".join(rows).encode()


def canaries() -> int:
    found = bytes_on_disk().lower()
    return found.count(CANARY.lower().encode())


def test_a_restored_backup_brings_nobody_back(backup: Backup) -> None:
    worker = a_worker()
    for life in range(LIVES):
        a_full_life(worker, life)
    assert canaries()
    backup.make()
    report = run_daily(at=ON_THE_DAY)
    assert report is not None
    assert report.failed == 0
    assert not Person.objects.exists()
    after_vacuum()
    assert canaries() == 0

    backup.put_back()
    assert Person.objects.count() == 3 * LIVES
    assert canaries()
    assert not is_up_to_date()
    assert list(checks.the_erased_stay_erased(LATER_THAT_DAY)) != []
    # the term is moved away: only the ledger can take them now
    Person.objects.update(birth_date="2044-01-01")
    again = run_daily(at=LATER_THAT_DAY)
    assert again is not None
    assert again.failed == 0
    assert not Person.objects.exists()
    assert is_up_to_date()
    assert list(checks.the_erased_stay_erased(LATER_THAT_DAY)) == []
    after_vacuum()
    assert canaries() == 0
    assert run_daily(at=LATER_THAT_DAY) is None


def after_vacuum() -> None:
    """What is deleted is overwritten at once; the log of SQLite is emptied at a checkpoint."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
