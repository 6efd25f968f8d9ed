"""What is so in the random walk: plain facts by name, kept beside the database and apart from it.

Only what runs is kept, with its end where an end is known beforehand; what ended is taken out.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

WORKERS = ("Kim", "Nora", "Bo", "Wim", "Mia")


@dataclass
class Told:
    """One item: its class, about whom, beside whom it lies, whose file, who is named on it."""

    data_class: str
    about: frozenset[str]
    aside: frozenset[str] = frozenset()
    domain: str = ""
    owner: str = ""
    author: str = ""
    private: bool = False
    alone: bool = False
    between: bool = False
    named: dict[str, str] = field(default_factory=dict)
    """Who is named on it; a worker with the organisation they are named under, or none."""


@dataclass(frozen=True)
class Said:
    """An answer: the outcome, the life domains (none means all) and when it runs out."""

    outcome: str
    domains: frozenset[str] = frozenset()
    until: datetime | None = None


@dataclass(frozen=True)
class Part:
    """That somebody (a worker or a desk) takes part for a family or a person, in a role.

    ``by`` are those of the organisations a worker had a role at when it began where they still do.
    """

    who: str
    about: str
    role: str
    by: frozenset[str] = frozenset()


@dataclass
class Facts:
    """The whole small world, by name; every name stands for one thing only."""

    at: datetime
    born: dict[str, date] = field(default_factory=dict)
    members: dict[tuple[str, str], tuple[str, datetime]] = field(default_factory=dict)
    ties: dict[tuple[str, str, str], bool | None] = field(default_factory=dict)
    judged: dict[str, bool] = field(default_factory=dict)
    answers: dict[tuple[str, str, str, str], Said] = field(default_factory=dict)
    safe: dict[tuple[str, str], bool] = field(default_factory=dict)
    access: set[str] = field(default_factory=set)

    sector: dict[str, str] = field(default_factory=dict)
    desks: dict[str, str] = field(default_factory=dict)
    works_for: dict[tuple[str, str], str] = field(default_factory=dict)
    worked_for: set[tuple[str, str]] = field(default_factory=set)
    duties: set[tuple[str, str]] = field(default_factory=set)
    away: dict[str, tuple[str, datetime | None]] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    paused: set[str] = field(default_factory=set)
    closed: set[str] = field(default_factory=set)

    parts: dict[int, Part] = field(default_factory=dict)
    took_part: set[tuple[str, str, str]] = field(default_factory=set)
    """Who (a worker or a desk) took part, where, and for which organisation; of a desk for none."""
    glass: list[tuple[str, str, datetime]] = field(default_factory=list)
    circle: set[tuple[str, str]] = field(default_factory=set)
    items: dict[int, Told] = field(default_factory=dict)

    @property
    def persons(self) -> list[str]:
        """Everybody, in the order in which they were written down."""
        return list(self.born)

    @property
    def families(self) -> list[str]:
        return ["Bos", "Claes"]

    def homes(self, person: str) -> set[str]:
        """The families somebody belongs to."""
        return {family for family, one in self.members if one == person}

    def people_of(self, family: str) -> set[str]:
        """Who belongs to a family."""
        return {one for home, one in self.members if home == family}
