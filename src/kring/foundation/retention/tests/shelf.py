"""A room of these tests: files on a shelf, each of a family, with pages in a room above."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from kring.foundation.journal.actor import Actor
from kring.foundation.retention.erasing import Due, Eraser


@dataclass
class Shelf:
    """``due`` says when the term of each file is over; ``stuck`` files cannot be erased."""

    due: dict[UUID, datetime] = field(default_factory=dict)
    family: dict[UUID, UUID] = field(default_factory=dict)
    pages: set[UUID] = field(default_factory=set)
    stuck: set[UUID] = field(default_factory=set)
    order: list[str] = field(default_factory=list)

    def add(self, due: datetime) -> UUID:
        key = uuid4()
        self.due[key] = due
        self.family[key] = uuid4()
        self.pages.add(key)
        return key

    def find_due(self, at: datetime) -> Iterable[Due]:
        return [
            Due(key, frozenset({self.family[key]})) for key, moment in self.due.items() if moment <= at
        ]

    def every(self) -> Iterable[UUID]:
        return list(self.due)

    def erase(self, *, keys: list[UUID], **_: Actor | datetime) -> Counter[str]:
        if self.stuck & set(keys):
            raise ArithmeticError
        self.order.append("file")
        for key in keys:
            del self.due[key]
        return Counter(file=len(keys))

    def let_go(self, *, keys: list[UUID], **_: Actor | datetime) -> Counter[str]:
        self.order.append("pages")
        self.pages -= set(keys)
        return Counter(page=len(keys))

    def eraser(self) -> Eraser:
        return Eraser("youth_file", "file", self.find_due, self.erase, self.every, in_journal=True)
