"""Whom many items are about and who is named on them, read for all of them at once.

Django's prefetch does the same and makes a queryset for each item and each relation; of a plan with
two hundred actions that took half the time of its page.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Self

from django.db.models import Model, QuerySet
from django.db.models.sql import Query

from kring.foundation.records.prepared import Prepared
from kring.foundation.records.together import Together
from kring.registry.people.models import Person
from kring.trust.access.models import Item, ItemHidden, ItemNamed, ItemSubject


class OfOneItem[M: Model](QuerySet[M]):
    """The rows of one item, read already. Asked for anything else it asks the database, of this item."""

    def __init__(self, model: type[M], rows: list[M], item: int) -> None:
        super().__init__(model, query=_QUERIES[model])
        self._result_cache: Any = rows
        self.item = item

    def _chain(self) -> Self:
        fresh: Any = self.model._default_manager.filter(item=self.item)
        return fresh  # type: ignore[no-any-return]


def _subjects(*, items: tuple[int, ...]) -> QuerySet[ItemSubject]:
    return ItemSubject.objects.filter(item__in=items)


def _named(*, items: tuple[int, ...]) -> QuerySet[ItemNamed]:
    return ItemNamed.objects.filter(item__in=items)


def _hidden(*, items: tuple[int, ...]) -> QuerySet[ItemHidden]:
    return ItemHidden.objects.filter(item__in=items)


_MODELS: dict[str, type[Model]] = {"subjects": ItemSubject, "named": ItemNamed, "hidden": ItemHidden}
_QUERIES = {model: Query(model) for model in _MODELS.values()}
"""What every such set of a model starts from; it is never asked and never changed."""
_READ = Together(subjects=_subjects, named=_named, hidden=_hidden)
_PEOPLE = Prepared(lambda people: Person.objects.filter(pk__in=people))


def gather(items: Iterable[Item], known: Iterable[Person] = ()) -> list[Item]:
    """The items with their subjects, who is named and from whom they are hidden.

    One read, and one more for people who are not ``known`` to the page already. Somebody whom many
    items are about is one record.
    """
    loaded = list(items)
    if not loaded:
        return []
    for name, rows in _READ.lists(items=tuple(item.pk for item in loaded)).items():
        found: dict[int, list[Any]] = defaultdict(list)
        for row in sorted(rows, key=_by_number):
            found[row.item_id].append(row)
        for item in loaded:
            kept: Any = item.__dict__.setdefault("_prefetched_objects_cache", {})
            kept[name] = OfOneItem(_MODELS[name], found[item.pk], item.pk)
        if name == "subjects":
            _introduce(rows, known)
    return loaded


def _introduce(subjects: list[ItemSubject], known: Iterable[Person]) -> None:
    """Let every subject know its person."""
    people = {person.pk: person for person in known}
    missing = tuple({row.person_id for row in subjects} - people.keys())
    if missing:
        people |= {person.pk: person for person in _PEOPLE.rows(people=missing)}
    for row in subjects:
        row.person = people[row.person_id]


def _by_number(row: Model) -> int:
    number: int = row.pk
    return number
