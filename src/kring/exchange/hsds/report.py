"""What became of each record of a feed: taken, mended or refused, and why."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

MOST_NOTES = 10_000
LONGEST = 200


class Outcome(StrEnum):
    """What became of a record, or of one thing it says."""

    MENDED = "mended"
    """Taken, but for what is named: that is kept as it was said and not used."""
    REFUSED = "refused"
    """Not taken."""


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to know about a record; ``kind`` is an HSDS object or the feed itself."""

    outcome: Outcome
    kind: str
    record: str
    field: str
    why: str

    def line(self) -> str:
        """The note as a line of text."""
        named = " ".join(part for part in (self.kind, self.record, self.field) if part)
        return f"{self.outcome}: {named}: {self.why}"


@dataclass
class Report:
    """A reading as it went. ``counts`` tells ``services.new`` and the like, counted here and never
    believed from a header. ``broken``: nothing at all was taken. ``whole``: all of it was read, so
    what it does not say has stopped.
    """

    counts: Counter[str] = field(default_factory=Counter)
    notes: list[Note] = field(default_factory=list)
    broken: bool = False
    whole: bool = True

    @property
    def any_refused(self) -> bool:
        """Whether anything was not taken."""
        return self.broken or any(
            number for name, number in self.counts.items() if name.endswith(f".{Outcome.REFUSED}")
        )

    def mended(self, kind: str, record: str, field: str, why: str) -> None:
        """Something of a record was set aside."""
        self._note(Note(Outcome.MENDED, kind, record[:LONGEST], field[:LONGEST], why))

    def refused(self, kind: str, record: str, why: str, field: str = "") -> None:
        """A record, or a part of one, was not taken."""
        self._note(Note(Outcome.REFUSED, kind, record[:LONGEST], field[:LONGEST], why))

    def _note(self, note: Note) -> None:
        self.counts[f"{note.kind}.{note.outcome}"] += 1
        if len(self.notes) < MOST_NOTES:
            self.notes.append(note)

    def lines(self) -> Iterator[str]:
        """The report as text: first the counts, then each note."""
        yield from (f"{name}: {number}" for name, number in sorted(self.counts.items()))
        yield from (note.line() for note in self.notes)
