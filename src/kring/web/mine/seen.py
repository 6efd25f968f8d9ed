"""Whose part a page shows, and what one thing that is kept looks like."""

from dataclasses import dataclass
from datetime import datetime

from kring.registry.people.models import Person
from kring.trust.access.own_part import children_read_along
from kring.trust.access.readers import Reader

type Line = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Seen:
    """Whose part it is, who reads it, and when; ``children`` are those this parent reads for."""

    person: Person
    reader: Reader
    at: datetime
    children: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is kept: a heading, and what stands under it as label and words."""

    heading: str
    lines: list[Line]


def seen_by(reader: Reader, person: Person, at: datetime) -> Seen:
    """What the parts start from."""
    return Seen(person, reader, at, tuple(children_read_along(reader, at)))
