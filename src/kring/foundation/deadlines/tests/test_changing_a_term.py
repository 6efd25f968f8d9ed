"""A term is changed from a later day on; what held before stays readable."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from kring.foundation.deadlines.actions import change_term
from kring.foundation.deadlines.models import Term
from kring.foundation.deadlines.queries import NoSuchTerm, term_at
from kring.foundation.deadlines.rules import may_change_term
from kring.foundation.journal.actor import SYSTEM
from kring.foundation.journal.models import JournalEntry

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 22, 12, tzinfo=UTC)


def change(value: str, day: date, code: str = "handover_reminder") -> Term:
    return change_term(
        by=SYSTEM, at=AT, code=code, value=value, valid_from=day, ground="Agreed by the network"
    )


def value_on(day: date) -> str:
    return term_at("handover_reminder", datetime(day.year, day.month, day.day, 12, tzinfo=UTC))


def test_the_old_value_holds_until_the_day_before() -> None:
    change("2WD", date(2027, 1, 1))
    assert value_on(date(2026, 12, 31)) == "3WD"
    assert value_on(date(2027, 1, 1)) == "2WD"
    assert JournalEntry.objects.filter(verb="term.changed").count() == 1


def test_a_change_before_a_planned_one_ends_where_that_starts() -> None:
    change("2WD", date(2027, 6, 1))
    change("4WD", date(2027, 1, 1))
    assert [value_on(date(2026, 12, 1)), value_on(date(2027, 3, 1)), value_on(date(2027, 7, 1))] == [
        "3WD",
        "4WD",
        "2WD",
    ]


def test_a_change_planned_for_the_same_day_is_replaced() -> None:
    change("2WD", date(2027, 1, 1))
    change("1WD", date(2027, 1, 1))
    assert value_on(date(2027, 2, 1)) == "1WD"
    assert Term.objects.filter(code="handover_reminder").count() == 2


@pytest.mark.parametrize("value", ["", "soon", "P", "3", "-3WD", "P1H", "3 WD"])
def test_a_value_of_another_kind_is_refused_with_a_sentence(value: str) -> None:
    with pytest.raises(ValidationError):
        change(value, date(2027, 1, 1))
    assert value_on(date(2027, 2, 1)) == "3WD"


def test_today_is_too_early() -> None:
    with pytest.raises(ValidationError):
        change("2WD", date(2026, 11, 22))
    assert may_change_term(old="3WD", new="2WD", valid_from=date(2026, 11, 23), at=AT)


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(NoSuchTerm):
        change("P1M", date(2027, 1, 1), code="no_such_term")
