"""A restored backup erases again what was erased after it was made."""

from datetime import UTC, datetime, timedelta

import pytest

from kring.foundation.retention.ledger import ledger_file, to_replay, write_out
from kring.foundation.retention.models import Erased
from kring.foundation.retention.running import run
from kring.foundation.retention.tests.shelf import Shelf

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 23, 3, tzinfo=UTC)


def test_what_came_back_goes_again(shelf: Shelf) -> None:
    key, kept = shelf.add(AT), shelf.add(AT + timedelta(days=900))
    run(at=AT)
    # the backup of yesterday: the record is back, its line in the database is not, and its
    # term would not have brought it down today
    Erased.objects.all().delete()
    shelf.due[key] = AT + timedelta(days=900)
    shelf.family[key] = key
    assert run(at=AT + timedelta(days=1)).counts == {"youth_file": {"file": 1, "page": 1}}
    assert list(shelf.due) == [kept]
    assert to_replay() == {}


def test_the_file_names_nobody(shelf: Shelf) -> None:
    key = shelf.add(AT)
    run(at=AT)
    told = ledger_file().read_text()
    assert len(told.splitlines()) == 1
    assert str(key) not in told
    assert key.hex not in told


def test_writing_it_out_again_adds_nothing(shelf: Shelf) -> None:
    shelf.add(AT)
    run(at=AT)
    assert write_out() == 0


def test_a_line_that_only_the_database_knows_is_written_later(shelf: Shelf) -> None:
    shelf.add(AT)
    run(at=AT)
    ledger_file().unlink()
    assert write_out() == 1
