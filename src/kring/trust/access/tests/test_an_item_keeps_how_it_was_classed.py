"""An item keeps how it was classed, whom it is about and who may read it by name."""

from datetime import timedelta

import pytest
from tests.cast import MONDAY, kempen, person

from kring.foundation.classes.facts import DataClass
from kring.trust.access.items import class_item, facts_of, hand_over, reclass_item, sifted, withhold
from kring.trust.access.models import HarmGround, Item, ItemNamed
from kring.trust.access.readers import NOBODY, Reader
from kring.trust.access.table import ItemFacts
from kring.trust.access.tests.households import born, open_item

pytestmark = pytest.mark.django_db


def test_the_table_is_asked_of_all_that_was_kept() -> None:
    network = kempen()
    girl, boy = person("Mila", "Bos"), person("Jef", "Bos")
    aunt, uncle = person("Els", "Raes"), person("Bart", "Raes")
    caw, house = network.outside.organisation, network.counter.organisation
    item = class_item(
        kind="note",
        about=iter([girl]),
        aside=iter([boy]),
        data_class=DataClass.HEALTH,
        told_by="worker",
        domain="school",
        owner=network.outside.organisation,
        author=network.bram,
        private=True,
        alone=True,
        between=True,
        named=iter([network.bram, uncle, network.outside.organisation]),
        hidden_from=iter([boy]),
        at=MONDAY,
    )
    for receiver in (aunt, network.nele, network.team.organisation, aunt):
        hand_over(item, receiver)
    item = Item.objects.get()
    assert (item.kind, item.told_by, item.made_at) == ("note", "worker", MONDAY)
    assert facts_of(item) == ItemFacts(
        DataClass.HEALTH,
        subjects=frozenset({girl.pk}),
        aside=frozenset({boy.pk}),
        domain="school",
        owner=network.outside.organisation_id,
        author=network.bram.pk,
        private=True,
        alone=True,
        between=True,
        named_persons=frozenset({aunt.pk, uncle.pk}),
        named_workers=frozenset({(network.bram.pk, caw.pk), (network.nele.pk, house.pk)}),
        named_organisations=frozenset({network.outside.organisation_id, network.team.organisation_id}),
        hidden_from=frozenset({boy.pk}),
    )


def test_without_more_it_is_plain() -> None:
    girl = person("Mila", "Bos")
    assert facts_of(open_item(girl)) == ItemFacts(DataClass.OPEN, frozenset({girl.pk}))


def test_what_harms_has_a_reason_a_colleague_and_a_day_until_it_is_classed_anew() -> None:
    network = kempen()
    item, other = open_item(person("Mila", "Bos")), open_item(person("Jef", "Bos"))
    day = MONDAY.date() + timedelta(days=30)
    for one in (item, other):
        withhold(
            one,
            reason="Het lezen schaadt nu.",
            decided_by=network.bram,
            reviewer=network.nele,
            review_on=day,
            at=MONDAY,
        )
    item.refresh_from_db()
    assert item.data_class == DataClass.HARM
    ground = HarmGround.objects.get(item=item)
    assert (ground.reason, ground.decided_by, ground.decided_at) == (
        "Het lezen schaadt nu.",
        network.bram,
        MONDAY,
    )
    assert (ground.reviewer, ground.review_on) == (network.nele, day)
    assert ItemNamed.objects.get(item=item).worker == network.nele
    reclass_item(item, DataClass.OPEN)
    item.refresh_from_db()
    assert item.data_class == DataClass.OPEN
    assert list(HarmGround.objects.values_list("item", flat=True)) == [other.pk]


def test_each_item_is_sifted_by_itself() -> None:
    girl, boy = person("Mila", "Bos", born(14)), person("Jef", "Bos", born(14))
    hers, his = open_item(girl), open_item(boy)
    every = Item.objects.order_by("-pk")
    assert sifted(Reader(person=girl), every, MONDAY) == {hers.pk: hers}
    assert sifted(Reader(person=boy), every, MONDAY) == {his.pk: his}
    assert sifted(NOBODY, every, MONDAY) == {}
    assert sifted(Reader(person=girl), every.none(), MONDAY) == {}
