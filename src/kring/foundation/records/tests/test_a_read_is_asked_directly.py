"""On PostgreSQL a prepared read goes without a cursor, and tells what it would tell with one."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import DataError, connection, transaction
from django.test.utils import CaptureQueriesContext
from tests.cast import MONDAY

from kring.foundation.accounts.models import SharedValue
from kring.foundation.records.prepared import Prepared, asked

pytestmark = pytest.mark.django_db(transaction=True)

READ = Prepared(lambda name, at: SharedValue.objects.filter(name__lte=name, expires_at__gt=at))


@pytest.fixture
def cursors(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One entry for each cursor that is opened from now on."""
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL is asked directly")
    for name in "abc":
        later = MONDAY + timedelta(days=1)
        SharedValue.objects.create(name=name, value={"of": name, "100%": [1, None]}, expires_at=later)
    opened: list[int] = []
    real: Callable[..., Any] = connection.cursor

    def counted(*args: Any, **more: Any) -> Any:
        opened.append(1)
        return real(*args, **more)

    monkeypatch.setattr(connection, "cursor", counted)
    return opened


def names(until: str = "c") -> list[str]:
    return sorted(row.name for row in READ.rows(name=until, at=MONDAY))


def test_the_rows_are_the_same_and_no_cursor_is_opened(cursors: list[int]) -> None:
    fresh = list(SharedValue.objects.filter(name__lte="b").order_by("name"))
    cursors.clear()
    found = sorted(READ.rows(name="b", at=MONDAY), key=lambda row: row.name)
    assert not cursors
    assert [vars(row) | {"_state": None} for row in found] == [
        vars(row) | {"_state": None} for row in fresh
    ]
    assert names("") == []


def test_in_a_transaction_and_where_statements_are_counted_a_cursor_is_used(cursors: list[int]) -> None:
    with transaction.atomic():
        assert names() == ["a", "b", "c"]
    assert cursors
    with CaptureQueriesContext(connection) as asked:
        assert names() == ["a", "b", "c"]
    assert len(asked) == 1


def test_what_was_just_written_is_seen_and_what_was_undone_is_not(cursors: list[int]) -> None:
    assert names() == ["a", "b", "c"]
    SharedValue.objects.filter(name="b").delete()
    assert names() == ["a", "c"]
    with transaction.atomic():
        SharedValue.objects.all().delete()
        transaction.set_rollback(True)
    assert names() == ["a", "c"]


def test_a_server_that_forgot_the_statement_is_asked_again(cursors: list[int]) -> None:
    assert names() == ["a", "b", "c"]
    with connection.cursor() as cursor:
        cursor.execute("DEALLOCATE ALL")
    assert names() == ["a", "b", "c"]
    cursors.clear()
    assert names() == ["a", "b", "c"]
    assert not cursors


def test_a_lost_connection_is_told_once_and_then_made_anew(cursors: list[int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (own,) = cursor.fetchone()
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s)", [own])
    finally:
        other.close()
    connection.close_if_unusable_or_obsolete()
    assert names() == ["a", "b", "c"]


def test_a_statement_that_cannot_be_answered_fails_as_ever(cursors: list[int]) -> None:

    with pytest.raises(DataError):
        asked("SELECT 1 / %s::int", [0])
    assert names() == ["a", "b", "c"]
