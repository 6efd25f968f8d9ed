"""An item goes with the last person it is about; what is about two children stays for the other."""

import pytest
from tests.cast import MONDAY, person

from kring.foundation.classes.facts import DataClass
from kring.trust.access.items import class_item, going_with

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("about", "aside", "going", "goes"),
    [
        ("a", "", "a", True),
        ("a", "", "b", False),
        ("ab", "", "a", False),
        ("ab", "", "ab", True),
        ("a", "b", "a", True),
        ("a", "b", "b", False),
        ("ab", "c", "a", False),
        ("ab", "c", "ab", True),
        ("", "a", "a", True),
        ("", "ab", "a", False),
        ("", "ab", "ab", True),
    ],
)
def test_who_goes_takes_along_what_is_about_nobody_else(about, aside, going, goes) -> None:
    people = {name: person(name, "Bos") for name in "abc"}
    item = class_item(
        kind="note",
        about=[people[name] for name in about],
        aside=[people[name] for name in aside],
        data_class=DataClass.OPEN,
        told_by="self",
        at=MONDAY,
    )
    keys = [people[name].key for name in going]
    assert list(going_with(keys)) == ([item] if goes else [])
    assert list(going_with(iter(keys), "note")) == ([item] if goes else [])
    assert not going_with(keys, "goal").exists()
