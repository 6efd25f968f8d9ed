"""At 12, 18, 25 and 35 another line of the reader table counts, from the first minute of the day on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction

from kring.foundation.deadlines.calendar import start_of_day
from kring.foundation.retention.erasing import ERASERS
from kring.registry.people.models import Family, Person, Relation
from kring.support.notes.models import ITEM_KIND, Note
from kring.trust.access.items import readable_items
from kring.trust.access.models import Involvement, Item, ItemNamed, ItemSubject
from kring.trust.access.queries import reader_for
from kring.trust.access.readers import Reader
from kring.trust.consent.models import Consent
from tests.access.asking import undone
from tests.access.cells import Cell, cells, joined, kindest
from tests.cast import LONG_AGO, kempen, person

pytestmark = pytest.mark.django_db
BORN = date(2014, 11, 20)
READERS = ("child", "parent", "trusted")
AGES = (12, 18, 25, 35)
MOMENTS = {
    "a day before": timedelta(days=-1),
    "the last minute before": timedelta(minutes=-1),
    "the first minute": timedelta(0),
    "a day after": timedelta(days=1),
}


@dataclass
class Twins:
    """Two born on one day, their mother, somebody they trust, and the notes about them."""

    family: Family
    one: Person
    other: Person
    readers: dict[str, Person]
    notes: dict[tuple[str, Cell], Note]


def birthday(age: int) -> datetime:
    """The first minute of the day somebody turns so old, here."""
    return start_of_day(BORN.replace(year=BORN.year + age))


def turned(moment: str) -> bool:
    """Whether the day has begun."""
    return MOMENTS[moment] >= timedelta(0)


def kinds_at(reader: str, age: int, *, turned: bool) -> set[str]:
    """What the reader is by then, as the decree says it; not worked out by the product."""
    years = age if turned else age - 1
    if reader == "child":
        steps = ((12, "child_below"), (18, "child_able"), (25, "young_adult"))
        return {next((kind for below, kind in steps if years < below), "adult")}
    if reader == "parent":
        steps = ((12, "parent_below"), (18, "parent_able"))
        return {next((kind for below, kind in steps if years < below), "own_circle")}
    return {"trusted_person" if years < 25 else "own_circle"}


@pytest.fixture(scope="module")
def twins(django_db_setup: Any, django_db_blocker: Any) -> Iterator[Twins]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield build()
        transaction.set_rollback(True)


def build() -> Twins:
    family = Family.objects.create(name="Tweeling", search_name="tweeling", created_at=LONG_AGO)
    one, other = (person(name, "Tweeling", BORN) for name in ("Ro", "Sam"))
    mother = person("Mama", "Tweeling", date(1985, 1, 1))
    trusted = person("Tante", "Vertrouwd", date(1980, 1, 1))
    joined(family, "child", one, other)
    joined(family, "parent", mother)
    for child in (one, other):
        Relation.objects.create(person=mother, to=child, type="moeder", starts_at=LONG_AGO)
        Relation.objects.create(person=trusted, to=child, type="vertrouwenspersoon", starts_at=LONG_AGO)
    readers = {"child": one, "parent": mother, "trusted": trusted}
    found = Twins(family, one, other, readers, {})
    stranger = person("Vreemd", "Vreemd", date(1970, 1, 1))
    for reader in READERS:
        for cell in cells():
            about, aside = _people(found, reader, cell.about, stranger)
            found.notes[reader, cell] = _note(readers[reader], cell, about, aside)
    return found


def _people(
    twins: Twins, reader: str, about: str, stranger: Person
) -> tuple[list[Person], list[Person]]:
    me, mother = twins.readers[reader], twins.readers["parent"]
    child = reader == "child"
    return {
        "self": ([me], []),
        "entrusted": ([stranger if child else twins.one], []),
        "shared": ([me, mother] if child else [twins.one, twins.other], []),
        "other": ([stranger], [twins.one]),
    }[about]


def _note(reader: Person, cell: Cell, about: list[Person], aside: list[Person]) -> Note:
    item = Item.objects.create(
        kind=ITEM_KIND, data_class=cell.data_class, told_by="family", made_at=LONG_AGO
    )
    ItemSubject.objects.bulk_create(
        [
            *(ItemSubject(item=item, person=one) for one in about),
            *(ItemSubject(item=item, person=one, aside=True) for one in aside),
        ]
    )
    if cell.named:
        ItemNamed.objects.create(item=item, person=reader)
    return Note.objects.create(item=item, words=cell.token, written_at=LONG_AGO)


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("age", AGES)
@pytest.mark.parametrize("reader", READERS)
def test_every_cell_on_the_days_around_a_birthday(
    twins: Twins, reader: str, age: int, moment: str
) -> None:
    at = birthday(age) + MOMENTS[moment]
    kinds = kinds_at(reader, age, turned=turned(moment))
    assert answers(twins, reader, at) == wanted(twins, reader, kinds, agreed=False)
    with undone():
        agree(twins, twins.readers[reader])
        assert answers(twins, reader, at) == wanted(twins, reader, kinds, agreed=True)


def answers(twins: Twins, reader: str, at: datetime) -> set[Cell]:
    """The cells whose note this reader gets at a moment."""
    mine = {note.item_id: cell for (who, cell), note in twins.notes.items() if who == reader}
    items = Item.objects.filter(pk__in=mine)
    found = readable_items(Reader(person=twins.readers[reader]), items, at)
    return {mine[item] for item in found}


def wanted(twins: Twins, reader: str, kinds: set[str], *, agreed: bool) -> set[Cell]:
    """The cells the file gives; about themself the grown-ups read as adults."""
    found = set()
    for who, cell in twins.notes:
        by = {"adult"} if cell.about == "self" and reader != "child" else kinds
        if who == reader and kindest(by, cell, agreed=agreed):
            found.add(cell)
    return found


def agree(twins: Twins, reader: Person) -> None:
    """Everybody the notes are about lets this reader read along."""
    for one in (twins.one, twins.other, twins.readers["parent"]):
        if one != reader:
            Consent.objects.create(
                person=one, purpose="read_along", outcome="yes", reader=reader, starts_at=LONG_AGO
            )


@pytest.mark.parametrize("moment", MOMENTS)
def test_what_a_parent_agreed_to_with_a_service_counts_until_the_child_decides(
    twins: Twins, moment: str
) -> None:
    bram = kempen().bram
    assert bram.account is not None
    at = birthday(12) + MOMENTS[moment]
    note = twins.notes["parent", Cell("open", "entrusted", named=False)]
    with undone():
        Involvement.objects.create(
            family=twins.family, worker=bram, role="team", because="request", starts_at=LONG_AGO
        )
        reader = reader_for(bram.account, at)
        Consent.objects.create(
            person=twins.one,
            decided_by=twins.readers["parent"],
            purpose="share",
            outcome="yes",
            organisation_id=next(iter(reader.organisation_ids)),
            starts_at=LONG_AGO,
        )
        found = readable_items(reader, Item.objects.filter(pk=note.item_id), at)
    assert bool(found) is not turned(moment)


@pytest.mark.parametrize("moment", MOMENTS)
def test_at_35_the_file_is_due_and_never_a_minute_before(twins: Twins, moment: str) -> None:
    at = birthday(35) + MOMENTS[moment]
    due = turned(moment)
    found = {row.key for row in ERASERS["person"].find_due(at)}
    assert (twins.one.key in found) is due
    assert (twins.readers["parent"].key in found) is due
    families = {row.key for row in ERASERS["family"].find_due(at)}
    assert (twins.family.key in families) is due
