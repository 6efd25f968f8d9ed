"""What somebody wrote for an organisation stays there when they go to work for another."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.cast import LONG_AGO, MONDAY, organisation, person

from kring.foundation.classes.facts import DataClass
from kring.registry.network.models import Organisation, Worker, WorkerRole
from kring.registry.people.models import Person
from kring.support.notes.models import Note
from kring.support.notes.rules import may_change
from kring.trust.access.items import class_item
from kring.trust.access.models import Involvement, Item
from kring.trust.access.readers import Reader
from kring.trust.access.tests.households import at_work, born, family_of, reads, takes_part

pytestmark = pytest.mark.django_db
type Case = tuple[Person, Worker, Reader, Organisation]


@pytest.fixture
def case() -> Case:
    """Kim helps Mila for her CAW; the other organisation is where she goes next."""
    girl = person("Mila", "Bos", born(14))
    family_of("Bos", child=[girl])
    kim, reader = at_work("Kim Wens", "caw")
    takes_part(kim, girl)
    return girl, kim, reader, organisation("Tweede huis", "bjb")


def moved(kim: Worker, reader: Reader, to: Organisation) -> Reader:
    """Kim works for another organisation from now on."""
    held = WorkerRole.objects.get(worker=kim)
    WorkerRole.objects.filter(pk=held.pk).update(ends_at=MONDAY)
    WorkerRole.objects.create(worker=kim, organisation=to, role=held.role, starts_at=MONDAY)
    return replace(reader, organisation_ids=frozenset({to.pk}), desk_ids=frozenset())


def written(
    about: Person, author: Worker | None, owner: Organisation | None, *, private: bool = False
) -> Item:
    return class_item(
        kind="note",
        about=[about],
        data_class=DataClass.OPEN if private or author is None else DataClass.CONFIDENCE,
        told_by="third",
        owner=owner,
        author=author,
        private=private,
        at=LONG_AGO,
    )


@pytest.mark.parametrize("private", [False, True])
def test_the_author_reads_it_only_while_working_there(case: Case, *, private: bool) -> None:
    girl, kim, reader, next_one = case
    item = written(girl, kim, kim.roles.get().organisation, private=private)
    assert reads(reader, item)
    later = moved(kim, reader, next_one)
    assert not reads(later, item, MONDAY + timedelta(days=1))


def test_nor_may_the_author_change_it_from_elsewhere(case: Case) -> None:
    girl, kim, reader, next_one = case
    item = written(girl, kim, kim.roles.get().organisation)
    note = Note.objects.create(item=item, words="Zij sliep.", written_at=LONG_AGO)
    assert may_change(reader, note)
    assert not may_change(moved(kim, reader, next_one), note)


def test_earlier_work_elsewhere_opens_nothing_of_the_new_organisation(case: Case) -> None:
    girl, kim, reader, next_one = case
    item = written(girl, None, next_one)
    Involvement.objects.filter(worker=kim).update(ends_at=MONDAY - timedelta(days=9))
    later = moved(kim, reader, next_one)
    assert not reads(later, item, MONDAY + timedelta(days=1))
    takes_part(kim, girl)
    Involvement.objects.filter(worker=kim, ends_at=None).update(ends_at=MONDAY + timedelta(hours=1))
    assert reads(later, item, MONDAY + timedelta(days=1))
