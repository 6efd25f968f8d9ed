"""A stale save shows both texts whole, with what differs marked, and loses no word."""

from hypothesis import given
from hypothesis import strategies as st

from kring.foundation.ui.difference import changes_between, compare

LABELS = {"words": "Afspraak", "note": "Nota"}


@given(mine=st.text(max_size=200), theirs=st.text(max_size=200))
def test_no_word_is_lost(mine: str, theirs: str) -> None:
    change = compare("Nota", mine, theirs)
    assert "".join(part.text for part in change.mine) == mine
    assert "".join(part.text for part in change.theirs) == theirs


def test_only_what_differs_is_marked() -> None:
    change = compare("Afspraak", "drie ochtenden per week", "vier ochtenden per week")
    assert [part.text for part in change.mine if part.new] == ["drie"]
    assert [part.text for part in change.theirs if part.new] == ["vier"]


def test_equal_fields_are_left_out() -> None:
    found = changes_between(LABELS, {"words": "a", "note": "b"}, {"words": "a", "note": None})
    assert [change.label for change in found] == ["Nota"]


def test_long_texts_are_shown_whole() -> None:
    change = compare("Nota", "woord " * 5000, "ander " * 5000)
    assert len(change.mine) == 1
