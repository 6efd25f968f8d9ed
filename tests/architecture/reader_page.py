"""The page of the reader table in the docs."""

from pathlib import Path

from django.utils.translation import override

from kring.foundation.classes.facts import About, DataClass
from kring.trust.access.kinds import KIND_NAMES, ReaderKind
from kring.trust.access.table import FILE, Answer, reader_table
from tests.architecture.source import ROOT

PAGE = ROOT / "docs" / "reference" / "reader-table.md"
HEAD = """# The reader table

Who may read which personal item. Drawn from `src/kring/trust/access/data/reader_table.csv` by
`python -m tests.architecture.reader_table`; a test keeps this page fresh. Code reads the same file:
what stands here is what happens. The words are those of the decree on the legal position of the
minor (DRM, 7 May 2004) and the decree on integral youth help (DIJH, 12 July 2013).

**{unsigned}**

## How to read it

| cell | meaning |
|---|---|
| **ja** | yes |
| *met instemming* | with the consent of everybody it is about, for this domain; or named on the item |
| op naam | only who is named on this one item: handed over to them, or written by them |
| nee | no |

| column | meaning |
|---|---|
| over zichzelf | only about the reader |
| over één ander | only about one other: the reader's child, or the one they help or stand beside |
| over meer mensen | contextual: about several together, each the reader or entrusted to the reader |
| over derden | about somebody who is neither |

Of several persons an item is about, the strictest answer decides. Of several things a reader is to
one person, the kindest. A **working note** (werknota) stands outside the table: its author alone
reads it. What a **young person asked alone** no parent reads. What somebody and their helper **write to
each other** is read by who takes part and by who keeps them: the anchor person, or who holds their
question by name; by no desk, team or emergency. Nobody reads about their **own circle** at work.

## The readers
"""
CLASSES = {
    DataClass.OPEN: "open",
    DataClass.CONFIDENCE: "in vertrouwen verstrekt door een derde",
    DataClass.COURT: "voor het gerecht",
    DataClass.HARM: "agogische exceptie",
    DataClass.HEALTH: "gezondheidsgegeven",
    DataClass.MEDIATION: "gezegd in bemiddeling",
    DataClass.PROTECTED_ADDRESS: "beschermd adres",
}
COLUMNS = {
    About.SELF: "over zichzelf",
    About.ENTRUSTED: "over één ander",
    About.SHARED: "over meer mensen",
    About.OTHER: "over derden",
}
CELLS = {
    Answer.YES: "**ja**",
    Answer.CONSENT: "*met instemming*",
    Answer.NAMED: "op naam",
    Answer.NO: "nee",
}


def page() -> str:
    """The text of the page."""
    unsigned = FILE.read_text().splitlines()[1].removeprefix("# ")
    notes: dict[str, int] = {}
    with override("nl"):
        parts = [_reader(kind, notes) for kind in ReaderKind]
    grounds = "\n".join(f"{number}. {ground}" for ground, number in notes.items())
    return "\n".join([HEAD.format(unsigned=unsigned), *parts, f"## Grounds\n\n{grounds}\n"])


def _reader(kind: ReaderKind, notes: dict[str, int]) -> str:
    """One reader: a row for each class, a column for whom it is about, and the number of its ground."""
    lines = [f"### {str(KIND_NAMES[kind]).capitalize()} (`{kind.value}`)\n"]
    lines += [f"| | {' | '.join(COLUMNS.values())} | ground |", "|---" * (len(COLUMNS) + 2) + "|"]
    for data_class, name in CLASSES.items():
        row = reader_table()[kind, data_class]
        cells = " | ".join(CELLS[row.answers[about]] for about in COLUMNS)
        number = notes.setdefault(row.ground, len(notes) + 1)
        lines.append(f"| {name} | {cells} | {number} |")
    return "\n".join(lines) + "\n"


def write(path: Path = PAGE) -> None:
    """Write the page."""
    path.write_text(page())
