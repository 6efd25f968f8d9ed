"""What a model says must be true, the database refuses to store otherwise."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from kring.foundation.records.bases import PeriodQuerySet
from kring.foundation.records.tests.cards import Card, card_table

pytestmark = pytest.mark.django_db(transaction=True)
AT = datetime(2026, 3, 2, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _table(transactional_db: None) -> Iterator[None]:
    with card_table():
        yield


@pytest.mark.parametrize(
    "values",
    [
        {"ends_at": AT - HOUR},
        {"told_at": AT},
        {"told_by": 1},
        {"house": 1},
        {"street": None},
        {"state": "lost"},
    ],
)
def test_what_cannot_be_is_refused(values: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Card.objects.create(starts_at=AT, **values)


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"ends_at": AT},
        {"told_at": AT, "told_by": 1},
        {"house": 1, "street": None},
        {"state": "closed"},
    ],
)
def test_what_can_be_is_stored(values: dict[str, Any]) -> None:
    assert Card.objects.create(starts_at=AT, **values).pk


def test_a_period_holds_its_start_and_not_its_end() -> None:
    Card.objects.create(starts_at=AT, ends_at=AT + HOUR)
    cards: PeriodQuerySet[Card] = PeriodQuerySet(Card)
    moments = [AT - HOUR, AT, AT + HOUR / 2, AT + HOUR]
    assert [cards.running(moment).count() for moment in moments] == [0, 1, 1, 0]


def test_a_period_without_end_still_runs() -> None:
    Card.objects.create(starts_at=AT)
    cards: PeriodQuerySet[Card] = PeriodQuerySet(Card)
    assert cards.running(AT + 1000 * HOUR).count() == 1
