"""Who reads an item now, and no more once it is what a child told alone: its parents."""

import pytest
from tests.cast import MONDAY, person

from kring.trust.access.effects import who_loses_alone
from kring.trust.access.items import class_item, hand_over
from kring.trust.access.tests.households import born, family_of, open_item

pytestmark = pytest.mark.django_db


def test_a_parent_who_read_it_and_nobody_who_reads_on_or_never_did() -> None:
    mother, boy, neighbour = (
        person(name, "Bos", born(age)) for name, age in (("An", 38), ("Jef", 8), ("Fien", 60))
    )
    family_of("Bos", parent=[mother], child=[boy])
    everybody = [mother, neighbour, boy]
    item = open_item(boy)
    assert who_loses_alone(item, iter(everybody), MONDAY) == [mother]
    assert who_loses_alone(item, [neighbour], MONDAY) == []
    own = open_item(mother)
    hand_over(own, boy)
    assert who_loses_alone(own, everybody, MONDAY) == []
    alone = class_item(
        kind="note", about=[boy], data_class="open", told_by="self", alone=True, at=MONDAY
    )
    assert who_loses_alone(alone, everybody, MONDAY) == []
