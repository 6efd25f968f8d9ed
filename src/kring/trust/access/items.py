"""Classing a personal item, and reading many of them by the one table."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Prefetch, QuerySet

from kring.foundation.classes.facts import DataClass
from kring.foundation.journal import ledger
from kring.registry.network.models import Organisation, Worker
from kring.registry.people.models import Person
from kring.trust.access.models import Item, ItemNamed, ItemSubject
from kring.trust.access.readers import Reader
from kring.trust.access.standing import standing_of
from kring.trust.access.table import ItemFacts, may_read


def class_item(
    *,
    kind: str,
    about: Iterable[Person],
    data_class: DataClass,
    told_by: str,
    at: datetime,
    aside: Iterable[Person] = (),
    domain: str = "",
    owner: Organisation | None = None,
    author: Worker | None = None,
) -> Item:
    """Keep how a new item is classed; the deed that makes it is journalled by its own room."""
    item = Item.objects.create(
        kind=kind,
        data_class=data_class,
        domain=domain,
        told_by=told_by,
        owner=owner,
        author=author,
        made_at=at,
    )
    subjects = [ItemSubject(item=item, person=person) for person in about]
    subjects += [ItemSubject(item=item, person=person, aside=True) for person in aside]
    ItemSubject.objects.bulk_create(subjects)
    return item


def hand_over(item: Item, reader: Person | Worker | Organisation) -> None:
    """Name a reader on an item; whoever calls it has asked everybody the item is about."""
    ItemNamed.objects.get_or_create(
        item=item,
        person=reader if isinstance(reader, Person) else None,
        worker=reader if isinstance(reader, Worker) else None,
        organisation=reader if isinstance(reader, Organisation) else None,
    )


def take_back(item: Item, reader: Person | Worker | Organisation) -> None:
    """Name a reader on an item no longer."""
    named = ItemNamed.objects.filter(item=item)
    field = {Person: "person", Worker: "worker", Organisation: "organisation"}[type(reader)]
    named.filter(**{field: reader}).delete()


def readable_items(reader: Reader, items: QuerySet[Item], at: datetime) -> dict[int, Item]:
    """Of these items those the reader may see, by inner number; their subjects noted as read."""
    loaded = list(
        items.order_by("pk").prefetch_related(
            Prefetch("subjects", ItemSubject.objects.select_related("person").order_by("pk")),
            Prefetch("named", ItemNamed.objects.order_by("pk")),
        )
    )
    people = {row.person.pk: row.person for item in loaded for row in item.subjects.all()}
    standing = standing_of(reader, people.values(), at)
    found = {item.pk: item for item in loaded if may_read(standing, facts_of(item))}
    seen = {row.person.key for item in found.values() for row in item.subjects.all()}
    ledger.saw_all("person", seen)
    return found


def facts_of(item: Item) -> ItemFacts:
    """What the table asks of an item."""
    subjects = list(item.subjects.all())
    named = list(item.named.all())
    return ItemFacts(
        data_class=DataClass(item.data_class),
        subjects=frozenset(row.person_id for row in subjects if not row.aside),
        aside=frozenset(row.person_id for row in subjects if row.aside),
        domain=item.domain,
        owner=item.owner_id,
        author=item.author_id,
        named_persons=frozenset(row.person_id for row in named if row.person_id),
        named_workers=frozenset(row.worker_id for row in named if row.worker_id),
        named_organisations=frozenset(row.organisation_id for row in named if row.organisation_id),
    )
