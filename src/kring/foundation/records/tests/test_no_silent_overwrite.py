"""Two people edit one record: one save wins, the other is told and nothing is lost."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from django.db import connection

from kring.foundation.records.bases import StaleRecord
from kring.foundation.records.tests.cards import Card, card_table

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 30
EDITORS = 10
AT = datetime(2026, 3, 2, 8, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _table(transactional_db: None) -> Iterator[None]:
    with card_table():
        yield


def _edit(pk: int, version: int, text: str) -> str:
    """Save from a version; returns the own text when it won, else the text of the other."""
    card = Card(pk=pk)
    try:
        card.save_from(version, text=text)
    except StaleRecord as stale:
        return stale.current.text
    else:
        return card.text
    finally:
        connection.close()


def test_of_all_who_edit_at_once_one_wins_and_the_others_are_told() -> None:
    card = Card.objects.create(starts_at=AT)
    with ThreadPoolExecutor(EDITORS) as editors:
        for version in range(1, ROUNDS + 1):
            mine = [f"round {version}, editor {editor}" for editor in range(EDITORS)]
            answers = list(editors.map(lambda text: _edit(card.pk, version, text), mine))  # noqa: B023
            won = [text for text, answer in zip(mine, answers, strict=True) if text == answer]
            card.refresh_from_db()
            assert (won, card.version) == ([card.text], version + 1)
            assert set(answers) == {card.text}


def test_three_hundred_stale_edits_change_nothing() -> None:
    card = Card.objects.create(starts_at=AT)
    card.save_from(1, text="the first")
    assert card.version == 2
    with ThreadPoolExecutor(EDITORS) as editors:
        answers = editors.map(lambda number: _edit(card.pk, 1, f"stale {number}"), range(300))
        assert set(answers) == {"the first"}
    card.refresh_from_db()
    assert (card.text, card.version) == ("the first", 2)


def test_a_save_writes_only_what_it_names() -> None:
    card = Card.objects.create(starts_at=AT, text="kept")
    card.save_from(1, state="closed")
    card.refresh_from_db()
    assert (card.text, card.state) == ("kept", "closed")
