"""Classing a personal item, and reading many of them by the one table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from kring.foundation.classes.facts import DataClass
from kring.foundation.journal import ledger
from kring.registry.network.models import Organisation, Worker
from kring.registry.people.models import Person
from kring.trust.access.gathering import gather
from kring.trust.access.models import HarmGround, Item, ItemHidden, ItemNamed, ItemSubject
from kring.trust.access.readers import Reader
from kring.trust.access.standing import standing_of
from kring.trust.access.table import ItemFacts, Standing, may_read


@dataclass(frozen=True, slots=True)
class Known:
    """What a reader is to these people, worked out on this page already."""

    standing: Standing
    people: tuple[Person, ...]


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
    private: bool = False,
    alone: bool = False,
    between: bool = False,
    named: Iterable[Person | Worker | Organisation] = (),
    hidden_from: Iterable[Person] = (),
) -> Item:
    """Keep how a new item is classed; the deed that makes it is journalled by its own room.

    ``named`` are those who made it together and so may know it; ``hidden_from`` never read it.
    """
    item = Item.objects.create(
        kind=kind,
        data_class=data_class,
        domain=domain,
        told_by=told_by,
        owner=owner,
        author=author,
        private=private,
        alone=alone,
        between=between,
        made_at=at,
    )
    subjects = [ItemSubject(item=item, person=person) for person in about]
    subjects += [ItemSubject(item=item, person=person, aside=True) for person in aside]
    ItemSubject.objects.bulk_create(subjects)
    ItemNamed.objects.bulk_create([ItemNamed(item=item, **_as_named(item, one)) for one in named])
    ItemHidden.objects.bulk_create([ItemHidden(item=item, person=person) for person in hidden_from])
    return item


def _naming(reader: Person | Worker | Organisation) -> dict[str, Any]:
    """The three columns of who is named, of which one is filled."""
    return {
        "person": reader if isinstance(reader, Person) else None,
        "worker": reader if isinstance(reader, Worker) else None,
        "organisation": reader if isinstance(reader, Organisation) else None,
    }


def _as_named(item: Item, reader: Person | Worker | Organisation) -> dict[str, Any]:
    """A name that is added: of a worker with the organisation they are named under.

    That whose file it is where they work there, else the one they work for longest.
    """
    naming = _naming(reader)
    if isinstance(reader, Worker):
        held = reader.roles.filter(ends_at__isnull=True).order_by("starts_at", "pk")
        places = list(held.values_list("organisation_id", flat=True))
        under = item.owner_id if item.owner_id in places else next(iter(places), None)
        naming["under_id"] = under
    return naming


def reclass_item(item: Item, data_class: DataClass) -> None:
    """Class an item anew; what kept it from somebody because of harm is over."""
    HarmGround.objects.filter(item=item).delete()
    item.data_class = data_class
    item.save(update_fields=["data_class"])


def withhold(
    item: Item, *, reason: str, decided_by: Worker, reviewer: Worker, review_on: date, at: datetime
) -> None:
    """Class an item as harmful to read, for a reason, until a colleague looks at it again.

    The colleague is named on it, so that they can read what they review.
    """
    reclass_item(item, DataClass.HARM)
    HarmGround.objects.create(
        item=item,
        reason=reason,
        decided_by=decided_by,
        decided_at=at,
        reviewer=reviewer,
        review_on=review_on,
    )
    hand_over(item, reviewer)


def going_with(persons: Iterable[UUID], kind: str = "") -> QuerySet[Item]:
    """Items (of a kind) that go when these persons go: nobody is left that they are about.

    What is about two children stays for the other.
    """
    keys = list(persons)
    rows = ItemSubject.objects.filter(item=OuterRef("pk"))
    going, left = rows.filter(person__key__in=keys), rows.exclude(person__key__in=keys)
    about_them_alone = Exists(going.filter(aside=False)) & ~Exists(left.filter(aside=False))
    items = Item.objects.filter(kind=kind) if kind else Item.objects.all()
    return items.filter(Exists(going)).filter(~Exists(left) | about_them_alone)


def hand_over(item: Item, reader: Person | Worker | Organisation) -> None:
    """Name a reader on an item; whoever calls it has asked everybody the item is about."""
    naming = _as_named(item, reader)
    under = {"under_id": naming.pop("under_id", None)}
    ItemNamed.objects.update_or_create(item=item, **naming, defaults=under)


def take_back(item: Item, reader: Person | Worker | Organisation) -> None:
    """Name a reader on an item no longer."""
    ItemNamed.objects.filter(item=item, **_naming(reader)).delete()


def readable_items(reader: Reader, items: QuerySet[Item], at: datetime) -> dict[int, Item]:
    """Of these items those the reader may see, by inner number; their subjects noted as read."""
    found = sifted(reader, items, at)
    saw_items(found.values())
    return found


def saw_items(items: Iterable[Item]) -> None:
    """Note that a page shows these: whom they are about is written down as read."""
    ledger.saw_all("person", {row.person.key for item in items for row in item.subjects.all()})


def sifted(reader: Reader, items: QuerySet[Item], at: datetime) -> dict[int, Item]:
    """Of these items those the reader may see; the page notes what it shows by ``saw_items``."""
    return sifted_among(reader, items.order_by("pk"), at)


def sifted_among(
    reader: Reader, items: Iterable[Item], at: datetime, known: Known | None = None
) -> dict[int, Item]:
    """The same of items at hand. ``known`` is what the page worked out already, if that is enough."""
    met = known.people if known is not None else ()
    loaded = gather(items, met)
    if not loaded:
        return {}
    people = {row.person_id: row.person for item in loaded for row in item.subjects.all()}
    if known is not None and people.keys() <= {person.pk for person in met}:
        standing = known.standing
    else:
        standing = standing_of(reader, people.values(), at)
    return {item.pk: item for item in loaded if may_read(standing, facts_of(item))}


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
        private=item.private,
        alone=item.alone,
        between=item.between,
        named_persons=frozenset(row.person_id for row in named if row.person_id),
        named_workers=frozenset((row.worker_id, row.under_id) for row in named if row.worker_id),
        named_organisations=frozenset(row.organisation_id for row in named if row.organisation_id),
        hidden_from=frozenset(row.person_id for row in item.hidden.all()),
    )
