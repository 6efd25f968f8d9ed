"""The terms of the file are there after ``migrate`` and are never overwritten."""

from datetime import UTC, datetime

import pytest

from kring.foundation.deadlines.loading import load_terms, shipped_terms
from kring.foundation.deadlines.models import Term
from kring.foundation.deadlines.queries import NoSuchTerm, due_for, number_at, term_at
from kring.foundation.deadlines.rules import kind_of_value

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_every_term_of_the_file_is_there() -> None:
    codes = [term.code for term in shipped_terms()]
    assert len(codes) == len(set(codes))
    assert set(Term.objects.values_list("code", flat=True)) >= set(codes)


def test_every_value_can_be_read() -> None:
    assert {kind_of_value(term.value) for term in shipped_terms()} == {"number", "term"}


def test_loading_again_adds_nothing_and_keeps_what_people_changed() -> None:
    Term.objects.filter(code="answer_term").update(value="P20D")
    assert load_terms() == 0
    assert term_at("answer_term", AT) == "P20D"


def test_a_term_that_is_missing_comes_back() -> None:
    Term.objects.filter(code="small_cell_limit").delete()
    with pytest.raises(NoSuchTerm):
        number_at("small_cell_limit", AT)
    assert load_terms() == 1
    assert number_at("small_cell_limit", AT) > 0


def test_the_promise_is_a_month() -> None:
    assert due_for("answer_term", AT) == datetime(2026, 12, 22, 23, tzinfo=UTC)
