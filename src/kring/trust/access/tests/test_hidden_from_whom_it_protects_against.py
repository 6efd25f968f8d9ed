"""What is hidden from somebody is read by them on no ground, whatever else they are."""

from dataclasses import replace

from kring.foundation.classes.facts import DataClass
from kring.trust.access.kinds import ReaderKind
from kring.trust.access.table import ItemFacts, Standing, may_read

FATHER, CHILD, MOTHER = 1, 2, 3
OF_CHILD = ItemFacts(data_class=DataClass.OPEN, subjects=frozenset({CHILD}))
HIDDEN = replace(OF_CHILD, hidden_from=frozenset({FATHER}))


def parent(who: int) -> Standing:
    kinds = {CHILD: frozenset({ReaderKind.PARENT_BELOW})}
    return Standing(person=who, own=ReaderKind.ADULT, kinds=kinds)


def test_the_parent_it_is_hidden_from_reads_it_no_more() -> None:
    assert may_read(parent(FATHER), OF_CHILD)
    assert not may_read(parent(FATHER), HIDDEN)


def test_the_other_parent_still_does() -> None:
    assert may_read(parent(MOTHER), HIDDEN)


def test_being_named_or_agreed_to_does_not_open_it() -> None:
    named = replace(HIDDEN, named_persons=frozenset({FATHER}))
    agreed = replace(parent(FATHER), agreed={CHILD: frozenset({"*"})})
    assert not may_read(agreed, named)


def test_it_is_hidden_although_it_is_about_them() -> None:
    about_him = replace(HIDDEN, subjects=frozenset({FATHER}))
    assert not may_read(parent(FATHER), about_him)
