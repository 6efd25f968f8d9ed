"""The terms with which a feed describes its services, taken over as they are said."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kring.foundation.journal.recording import action
from kring.offer.directory.actions.feeds import Came
from kring.offer.directory.models import ForeignTaxonomy, ForeignTerm, Source

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class SaidTerm:
    """A term as its feed says it, with the ids of its list and of the term above it (or empty)."""

    said: Mapping[str, Any]
    taxonomy: str = ""
    parent: str = ""


@action
def take_taxonomies(*, source: Source, said: Mapping[str, Mapping[str, Any]]) -> Counter[Came]:
    """Take lists over, by their ids; how many were new, changed and the same."""
    known = {row.foreign_id: row for row in _known(ForeignTaxonomy, source, said)}
    rows = [
        ForeignTaxonomy(pk=_pk(known.get(found)), source=source, foreign_id=found, said=dict(one))
        for found, one in said.items()
    ]
    return _written(ForeignTaxonomy, rows, known, ("said",))


@action
def take_terms(*, source: Source, said: Mapping[str, SaidTerm]) -> Counter[Came]:
    """Take terms over, by their ids; how many were new, changed and the same."""
    known = {row.foreign_id: row for row in _known(ForeignTerm, source, said)}
    rows = [
        ForeignTerm(
            pk=_pk(known.get(found)),
            source=source,
            foreign_id=found,
            said=dict(one.said),
            taxonomy=one.taxonomy,
            parent=one.parent,
        )
        for found, one in said.items()
    ]
    return _written(ForeignTerm, rows, known, ("said", "taxonomy", "parent"))


def _known(model: Any, source: Source, said: Iterable[str]) -> list[Any]:
    return list(model.objects.filter(source=source).order_by("pk")) if said else []


def _pk(row: Any) -> int | None:
    return None if row is None else row.pk


def _written(
    model: Any, rows: list[Any], known: Mapping[str, Any], names: tuple[str, ...]
) -> Counter[Came]:
    """Write what is new or was said otherwise before."""
    new = [row for row in rows if row.pk is None]
    changed = [
        row
        for row in rows
        if row.pk is not None
        and any(getattr(row, name) != getattr(known[row.foreign_id], name) for name in names)
    ]
    model.objects.bulk_create(new, AT_ONCE)
    model.objects.bulk_update(changed, names, AT_ONCE)
    same = len(rows) - len(new) - len(changed)
    return Counter({Came.NEW: len(new), Came.CHANGED: len(changed), Came.SAME: same})
