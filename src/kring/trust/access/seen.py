"""The families and the persons that one page names, asked at once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from operator import attrgetter
from typing import Any

from django.db.models import Model, QuerySet

from kring.foundation.journal import ledger
from kring.foundation.records.together import Together
from kring.registry.people.models import Family, Person
from kring.trust.access.queries import seeing, seen_families, seen_persons, shape_of
from kring.trust.access.readers import Reader

type Ids = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """Families and persons that a reader may see, by inner id."""

    families: dict[int, Family] = field(default_factory=dict)
    persons: dict[int, Person] = field(default_factory=dict)


def seen_by_id(
    reader: Reader, at: datetime, *, families: Iterable[int | None], persons: Iterable[int | None]
) -> Seen:
    """What ``families_by_id`` and ``persons_by_id`` tell, in one read; all noted as read."""
    wanted = {"families": _known(families), "persons": _known(persons)}
    if reader.worker_id is None or not any(wanted.values()):
        return Seen()
    found = _BY_ID.lists(shape=shape_of(reader), **wanted, **seeing(reader, at))
    seen = Seen(_by_id(found["families"]), _by_id(found["persons"]))
    ledger.saw_all("family", (family.key for family in seen.families.values()))
    ledger.saw_all("person", (person.key for person in seen.persons.values()))
    return seen


def _known(ids: Iterable[int | None]) -> Ids:
    return tuple(sorted({identity for identity in ids if identity is not None}))


def _by_id[M: Model](rows: list[M]) -> dict[int, M]:
    """By inner id and in its order: the order of the database could tell of what is not seen."""
    return {row.pk: row for row in sorted(rows, key=attrgetter("pk"))}


def _families(
    *, families: Ids, at: datetime, worker: int, desks: Ids, circle: bool, glass: bool
) -> QuerySet[Family, Any]:
    who = seen_families(at=at, worker=worker, desks=desks, circle=circle, glass=glass)
    return who.filter(pk__in=families)


def _persons(
    *, persons: Ids, at: datetime, worker: int, desks: Ids, circle: bool, glass: bool
) -> QuerySet[Person, Any]:
    who = seen_persons(at=at, worker=worker, desks=desks, circle=circle, glass=glass)
    return who.filter(pk__in=persons)


_BY_ID = Together(families=_families, persons=_persons)
