"""Who takes part in the help to one person, apart from the family: shown only to who may know it."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

from django.db.models import QuerySet

from kring.foundation.records.prepared import Prepared
from kring.trust.access.kinds import ReaderKind
from kring.trust.access.models import Involvement
from kring.trust.access.readers import Reader

KEEPING = frozenset({ReaderKind.HOLDER, ReaderKind.ANCHOR})
BY_A_JOIN = "join"


def let_in_alone(
    reader: Reader, kinds: Mapping[int, frozenset[ReaderKind]], at: datetime
) -> dict[int, list[Involvement]]:
    """For each person (inner number) who is let in for them alone; one read.

    ``kinds`` is what the reader is to each person. Who keeps them reads whom a join let in; who
    takes part for that person alone reads all of it. So what a young person asked alone, and who
    helps with it, shows to nobody who only helps the family.
    """
    known = tuple(person for person, found in kinds.items() if found)
    running: list[Involvement] = _RUNNING.rows(persons=known, at=at) if known else []
    beside = {row.person_id for row in running if _is_of(reader, row)}
    found: dict[int, list[Involvement]] = defaultdict(list)
    for row in running:
        person = row.person_id or 0
        keeps = bool(KEEPING & kinds[person])
        if person in beside or (keeps and row.because == BY_A_JOIN):
            found[person].append(row)
    return found


def _running(*, persons: tuple[int, ...], at: datetime) -> QuerySet[Involvement]:
    rows = Involvement.objects.running(at).filter(person__in=persons)
    related = rows.select_related("worker", "desk__organisation", "organisation")
    return related.order_by("starts_at", "pk")


_RUNNING = Prepared(_running)


def _is_of(reader: Reader, row: Involvement) -> bool:
    return row.worker_id == reader.worker_id if row.worker_id else row.desk_id in reader.desk_ids
