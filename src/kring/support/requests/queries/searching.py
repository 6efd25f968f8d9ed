"""Own questions by words somebody types: a name, a part of the question, or its code."""

from collections.abc import Iterable
from datetime import datetime
from itertools import chain
from typing import Any

from django.db.models import Q, QuerySet, Value

from kring.foundation.keys.sealing import hash_code
from kring.foundation.records.folding import fold
from kring.foundation.records.prepared import Prepared
from kring.support.requests.models import Request
from kring.support.requests.queries.basic import visible
from kring.trust.access.finding import all_of, numbered
from kring.trust.access.queries import seeing, seen_families, seen_persons, shape_of
from kring.trust.access.readers import Reader


def questions_like(reader: Reader, text: str, at: datetime, most: int) -> list[Request]:
    """The reader's questions whose asker, family, words or code this is, the newest first.

    Never more than ``most``. A name counts only where the reader may see who bears it.
    """
    if not reader.is_worker:
        return []
    mine: dict[str, Any] = {
        "regions": tuple(reader.intake_region_ids),
        "own_desks": tuple(reader.desk_ids),
        "worker": reader.worker_id or 0,
    }
    named = mine | seeing(reader, at) | numbered(fold(text))
    said = mine | {"code": hash_code(text), "text": text.strip()}
    # Three reads: in one, the "or" makes the database look at every question of the reader.
    rows: Iterable[Request] = chain(
        _OF_ASKER.rows(shape=shape_of(reader) | {"most": most}, **named),
        _OF_FAMILY.rows(shape=shape_of(reader) | {"most": most}, **named),
        _SAID.rows(shape={"circle": reader.circle, "most": most}, **said),
    )
    found = {row.pk: row for row in rows}.values()
    return sorted(found, key=lambda row: (row.asked_at, row.pk), reverse=True)[:most]


def _newest(
    *, circle: bool, most: int, about: Q, worker: int, own_desks: Any, regions: Any
) -> QuerySet[Request]:
    found = visible(circle=circle, worker=worker, desks=own_desks, regions=regions).filter(about)
    return found.select_related("desk").order_by("-asked_at", "-pk")[:most]


def _of_asker(*, circle: bool, glass: bool, at: datetime, desks: Any, **rest: Any) -> QuerySet[Request]:
    mine, words = _parted(rest)
    seen = seen_persons(circle=circle, glass=glass, at=at, worker=mine["worker"], desks=desks)
    return _newest(circle=circle, about=Q(asker__in=seen.filter(all_of(words))), **mine)


def _of_family(*, circle: bool, glass: bool, at: datetime, desks: Any, **rest: Any) -> QuerySet[Request]:
    mine, words = _parted(rest)
    seen = seen_families(circle=circle, glass=glass, at=at, worker=mine["worker"], desks=desks)
    return _newest(circle=circle, about=Q(family__in=seen.filter(all_of(words))), **mine)


def _said(*, code: str, text: str, **mine: Any) -> QuerySet[Request]:
    return _newest(about=Q(code_hash=code) | Q(words__icontains=Value(text)), **mine)


def _parted(values: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Whose questions, and the words to look for."""
    words = [value for name, value in values.items() if name.startswith("word")]
    return {name: value for name, value in values.items() if not name.startswith("word")}, words


_OF_ASKER = Prepared(_of_asker)
_OF_FAMILY = Prepared(_of_family)
_SAID = Prepared(_said)
