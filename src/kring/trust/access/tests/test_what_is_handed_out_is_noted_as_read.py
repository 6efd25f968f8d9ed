"""Whoever a read hands out stands in the ledger of the page; who it does not hand out never does."""

from collections.abc import Callable

import pytest
from tests.cast import MONDAY, kempen, peeters_el_amrani

from kring.foundation.journal.ledger import Ledger, page_ledger
from kring.trust.access.items import readable_items, sifted
from kring.trust.access.models import Item
from kring.trust.access.queries import families_by_id, family_for, person_for, persons_by_id
from kring.trust.access.readers import Reader
from kring.trust.access.tests.a_glass import kept_by, reading
from kring.trust.access.tests.households import open_item

pytestmark = pytest.mark.django_db
READS: dict[str, tuple[Callable[[Reader, object], object], list[str]]] = {
    "a family": (lambda reader, home: family_for(reader, home.family.key, MONDAY), ["family"]),
    "families": (
        lambda reader, home: families_by_id(reader, [home.family.pk, None], MONDAY),
        ["family"],
    ),
    "a person": (lambda reader, home: person_for(reader, home.noor.key, MONDAY), ["noor"]),
    "persons": (
        lambda reader, home: persons_by_id(reader, [home.noor.pk, None, home.sofia.pk], MONDAY),
        ["noor", "sofia"],
    ),
    "items": (
        lambda reader, _home: readable_items(reader, Item.objects.all(), MONDAY),
        ["noor", "sofia"],
    ),
    "items not shown yet": (lambda reader, _home: sifted(reader, Item.objects.all(), MONDAY), []),
}


@pytest.mark.parametrize("name", READS)
def test_a_page_notes_whom_it_reads(name: str) -> None:
    network, home = kempen(), peeters_el_amrani()
    read, expected = READS[name]
    open_item(home.noor, home.sofia)
    kept_by(home, network.lotte)
    kinds = {"family": "family"}
    noted = {(kinds.get(each, "person"), getattr(home, each).key) for each in expected}
    with page_ledger(Ledger()) as ledger:
        assert read(reading(network.lotte), home)
    assert ledger.subjects == noted
    with page_ledger(Ledger()) as ledger:
        assert not read(reading(network.bram), home)
    assert ledger.subjects == set()
