"""Closing takes back what names a receiver in what is about a person, and nothing else."""

import pytest
from tests.cast import LONG_AGO, person

from kring.foundation.classes.facts import DataClass
from kring.trust.access.items import class_item, hand_over, take_back
from kring.trust.access.models import Item
from kring.trust.access.opening import close_to
from kring.trust.access.tests.households import at_work, born, open_item

pytestmark = pytest.mark.django_db


def named(item: Item) -> int:
    return item.named.count()


def test_a_reader_loses_what_is_about_this_person_and_keeps_the_rest() -> None:
    girl, boy = person("Mila", "Bos", born(14)), person("Jef", "Bos", born(15))
    aunt, uncle = person("Els", "Raes", born(40)), person("Bart", "Raes", born(41))
    of_girl, of_boy = open_item(girl), open_item(boy)
    for item in (of_girl, of_boy):
        hand_over(item, aunt)
        hand_over(item, uncle)
    assert close_to(girl, aunt) == 1
    assert close_to(girl, aunt) == 0
    assert [row.person for row in of_girl.named.order_by("pk")] == [uncle]
    assert named(of_boy) == 2


def test_an_organisation_loses_with_its_workers_but_for_its_own_file() -> None:
    girl, boy = person("Mila", "Bos", born(14)), person("Jef", "Bos", born(15))
    kim, _reader = at_work("Kim Wens", "caw")
    noa, _other = at_work("Noa Pels", "cig")
    caw, cig = kim.roles.get().organisation, noa.roles.get().organisation
    elsewhere, of_boy = open_item(girl), open_item(boy)
    its_own = class_item(
        kind="note",
        about=[girl],
        data_class=DataClass.OPEN,
        told_by="worker",
        owner=caw,
        author=kim,
        at=LONG_AGO,
    )
    for item in (elsewhere, of_boy, its_own):
        for receiver in (kim, caw, noa, cig, girl):
            hand_over(item, receiver)
    assert close_to(girl, caw) == 2
    left = elsewhere.named.order_by("pk").values_list("worker", "organisation", "person")
    assert list(left) == [(noa.pk, None, None), (None, cig.pk, None), (None, None, girl.pk)]
    assert (named(its_own), named(of_boy)) == (5, 5)


def test_taking_back_names_one_reader_of_one_item() -> None:
    girl, aunt = person("Mila", "Bos", born(14)), person("Els", "Raes", born(40))
    kim, _reader = at_work("Kim Wens", "caw")
    receivers = [aunt, kim, kim.roles.get().organisation]
    one, other = open_item(girl), open_item(girl)
    for item in (one, other):
        for receiver in receivers:
            hand_over(item, receiver)
    for count, receiver in enumerate(receivers, start=1):
        take_back(one, receiver)
        assert (named(one), named(other)) == (3 - count, 3)
