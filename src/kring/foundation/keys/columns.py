"""The columns that hold sealed values, told by each room in its own ``sealed.py``.

Rotation seals them again, the start tries whether they open, and a test fails on a sealed field
that stands in no list.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from django.db.models import Model, Q

from kring.foundation.keys.sealing import seal, unseal


class SealedColumn(Protocol):
    """Sealed values of one kind, wherever they stand; ``name`` begins their row."""

    @property
    def name(self) -> str: ...

    def left(self, current: str) -> int:
        """How many records hold a value under another key than ``current``."""

    def batch(self, current: str, size: int) -> list[int]:
        """Inner numbers of at most ``size`` of them."""

    def reseal(self, current: str, ids: list[int]) -> int:
        """Seal these again inside the caller's transaction; how many were not written meanwhile."""

    def samples(self) -> Iterator[tuple[str, str]]:
        """A few sealed values with their rows, the oldest and the newest among them."""


@dataclass(frozen=True, slots=True)
class SealedField:
    """One text column of a model; ``row`` names the row of a record, empty text is no value."""

    name: str
    model: type[Model]
    field: str
    row: Callable[[Any], str]

    def _sealed(self) -> Any:
        return self.model._default_manager.exclude(**{self.field: ""})

    def _others(self, current: str) -> Any:
        return self._sealed().exclude(**{f"{self.field}__startswith": f"{current}:"})

    def left(self, current: str) -> int:
        return int(self._others(current).count())

    def batch(self, current: str, size: int) -> list[int]:
        return list(self._others(current).order_by("pk").values_list("pk", flat=True)[:size])

    def reseal(self, current: str, ids: list[int]) -> int:
        """A value that was written meanwhile is left alone: it is not the one that was opened."""
        done = 0
        for record in self._others(current).filter(pk__in=ids).order_by("pk"):
            row, old = self.row(record), getattr(record, self.field)
            fresh = seal(unseal(old, row=row), row=row)
            same = self.model._default_manager.filter(Q(pk=record.pk), **{self.field: old})
            done += same.update(**{self.field: fresh})
        return done

    def samples(self) -> Iterator[tuple[str, str]]:
        for order in ("pk", "-pk"):
            record = self._sealed().order_by(order).first()
            if record is not None:
                yield getattr(record, self.field), self.row(record)


COLUMNS: dict[str, SealedColumn] = {}
PROBES: dict[str, Callable[[], bool]] = {}
"""What else tells a wrong key: True when the key fits what is written, or nothing is written yet."""


def register_column(column: SealedColumn) -> None:
    """Add a kind of sealed value; each has one name."""
    if column.name in COLUMNS:
        raise ValueError(f"{column.name} is sealed twice")
    COLUMNS[column.name] = column


def register_probe(purpose: str, fits: Callable[[], bool]) -> None:
    """Add how the key of one purpose shows that it is not the one the data were written with."""
    if purpose in PROBES:
        raise ValueError(f"{purpose} is tried twice")
    PROBES[purpose] = fits
