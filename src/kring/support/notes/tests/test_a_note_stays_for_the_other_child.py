"""A note about two children stays for the other child until both have had their term."""

from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pytest_django import Settings
from tests.cast import MONDAY, Network, acting, kempen, person

from kring.foundation.journal.models import JournalSubject
from kring.foundation.retention.running import run
from kring.registry.people.models import Family, FamilyMembership, Person
from kring.support.notes.actions import Draft, write_note
from kring.support.notes.checks import notes_are_about_somebody
from kring.support.notes.models import Note
from kring.trust.access.items import hand_over
from kring.trust.access.models import Item, ItemNamed, ItemSubject

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _ledger(settings: Settings, tmp_path: Path) -> None:
    settings.ANCHOR_DIR = tmp_path


def child(name: str, year: int, family: Family) -> Person:
    found = person(name, "Peeters", date(year, 3, 1))
    FamilyMembership.objects.create(family=family, person=found, role="child", starts_at=MONDAY)
    return found


def written(network: Network, words: str, about: list[Person], aside: list[Person]) -> Note:
    draft = Draft(words=words, about=about, aside=aside)
    nele = network.nele
    return write_note(draft=draft, author=nele, owner=None, by=acting(nele), at=MONDAY)


def counts() -> Counter[str]:
    models = (Note, Item, ItemSubject, ItemNamed)
    return Counter({model.__name__: model._default_manager.count() for model in models})


def test_each_goes_with_the_last_it_is_about() -> None:
    network = kempen()
    family = Family.objects.create(name="Peeters", search_name="peeters", created_at=MONDAY)
    noor, bas = child("Noor", 2010, family), child("Bas", 2015, family)
    alone = written(network, "Over Noor alleen.", [noor], [])
    both = written(network, "Over Noor en Bas.", [noor, bas], [])
    beside = written(network, "Over Noor, bij Bas.", [noor], [bas])
    hand_over(both.item, noor)
    assert counts() == Counter(Note=3, Item=3, ItemSubject=5, ItemNamed=1)

    report = run(at=datetime(2045, 3, 1, 12, tzinfo=UTC))
    assert (report.failed, report.counts["youth_file"]["note"]) == (0, 2)
    assert counts() == Counter(Note=1, Item=1, ItemSubject=1)
    assert Note.objects.get() == both
    assert list(notes_are_about_somebody(MONDAY)) == []
    gone = JournalSubject.objects.filter(subject_key__in=[alone.key, beside.key])
    assert not gone.exists()

    report = run(at=datetime(2050, 3, 1, 12, tzinfo=UTC))
    assert report.counts["youth_file"]["note"] == 1
    assert +counts() == Counter()
