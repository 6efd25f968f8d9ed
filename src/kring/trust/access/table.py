"""The reader table: about x class x reader, read from the one file that code, tests and docs share.

Pure: no database. ``data/reader_table.csv`` names the ground of each row and the line a jurist signs.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path

from kring.foundation.classes.facts import About, DataClass
from kring.trust.access.kinds import PARENT_KINDS, ReaderKind

FILE = Path(__file__).parent / "data" / "reader_table.csv"
EVERYTHING = "*"


class Answer(StrEnum):
    """What a cell of the table says."""

    YES = "yes"
    CONSENT = "consent"
    NAMED = "named"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the file: a reader, a class, the answer for each ``About``, and its ground."""

    reader: ReaderKind
    data_class: DataClass
    answers: Mapping[About, Answer]
    ground: str


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """What the table asks of an item; persons, workers and organisations by inner number.

    ``subjects`` are those it is about, ``aside`` those in whose part it lies without being about
    them. ``named_workers`` stand with the organisation under which they were named.
    """

    data_class: DataClass
    subjects: frozenset[int]
    aside: frozenset[int] = frozenset()
    domain: str = ""
    owner: int | None = None
    author: int | None = None
    private: bool = False
    alone: bool = False
    between: bool = False
    named_persons: frozenset[int] = frozenset()
    named_workers: frozenset[tuple[int, int | None]] = frozenset()
    named_organisations: frozenset[int] = frozenset()
    hidden_from: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Standing:
    """What a reader is to each person, and what those persons opened to them, at one moment.

    ``own`` is what the reader is to themself. ``agreed`` gives the life domains each person opened
    to this reader. ``keeps`` are those of whom this worker, by their own name and not by a desk, is
    the anchor person or holds the question. ``worked_with`` are persons whose help the reader took
    part in for the organisations they work for now: there these keep what they wrote.
    """

    person: int | None = None
    worker: int | None = None
    organisations: frozenset[int] = frozenset()
    own: ReaderKind | None = None
    kinds: Mapping[int, frozenset[ReaderKind]] = field(default_factory=dict)
    agreed: Mapping[int, frozenset[str]] = field(default_factory=dict)
    keeps: frozenset[int] = frozenset()
    worked_with: frozenset[int] = frozenset()
    blocked: frozenset[int] = frozenset()


@cache
def reader_table() -> Mapping[tuple[ReaderKind, DataClass], Row]:
    """Every line of the file, by reader and class."""
    lines = [line for line in FILE.read_text().splitlines() if not line.startswith("#")]
    rows = (_row(line) for line in csv.DictReader(lines))
    return {(row.reader, row.data_class): row for row in rows}


def _row(line: dict[str, str]) -> Row:
    return Row(
        ReaderKind(line["reader"]),
        DataClass(line["data_class"]),
        {about: Answer(line[about.value]) for about in About},
        line["ground"],
    )


def answer_for(kind: ReaderKind, data_class: DataClass, about: About) -> Answer:
    """The cell of the table; a missing cell is no."""
    row = reader_table().get((kind, data_class))
    return row.answers[about] if row is not None else Answer.NO


def reads_item_by_item(standing: Standing) -> bool:
    """Whether the table gives this reader nothing open about these people but what names them.

    So it is for a helper outside youth help, who is nothing more to any of them.
    """
    kinds = {kind for found in standing.kinds.values() for kind in found}
    answers = {answer_for(kind, DataClass.OPEN, About.ENTRUSTED) for kind in kinds}
    return bool(kinds) and answers <= {Answer.NAMED, Answer.NO}


def about_for(standing: Standing, item: ItemFacts) -> About:
    """Whom an item is about, seen from this reader."""
    others = item.subjects - {standing.person}
    if item.subjects and not others:
        return About.SELF
    if standing.person in item.subjects:
        return About.SHARED
    if not others or any(not _kinds(standing, item, person) for person in others):
        return About.OTHER
    return About.ENTRUSTED if len(others) == 1 else About.SHARED


def may_read(standing: Standing, item: ItemFacts) -> bool:
    """Whether this reader may see this item: the strictest answer over everybody it is about.

    For one person the kindest of what the reader is to them counts. Nobody reads about their own
    circle at work, a private working note is read by its author alone, and from whom an item is
    hidden no answer of the table opens it.
    """
    if standing.blocked & (item.subjects | item.aside) or standing.person in item.hidden_from:
        return False
    if item.private:
        return _wrote(standing, item)
    about = about_for(standing, item)
    if about is About.SELF:
        return _passes(standing, item, _own(standing), about, standing.person)
    if about is About.OTHER:
        everybody = item.subjects | item.aside
        kinds = {kind for person in everybody for kind in _kinds(standing, item, person)}
        return _passes(standing, item, kinds, about, None)
    own = _own(standing) if standing.person in item.subjects else frozenset()
    return all(
        _passes(standing, item, _kinds(standing, item, person) | own, about, person)
        for person in item.subjects - {standing.person}
    )


def _wrote(standing: Standing, item: ItemFacts) -> bool:
    """Whether this reader is the author, and still is something to everybody it is about."""
    if not _is_author(standing, item):
        return False
    return all(_kinds(standing, item, person) for person in item.subjects)


def _is_author(standing: Standing, item: ItemFacts) -> bool:
    """Whether this reader wrote it and still works for whose file it is.

    What was written for an organisation stays there when its author goes to another.
    """
    if standing.worker is None or standing.worker != item.author:
        return False
    return item.owner is None or item.owner in standing.organisations


def _own(standing: Standing) -> frozenset[ReaderKind]:
    return frozenset() if standing.own is None else frozenset({standing.own})


def _kinds(standing: Standing, item: ItemFacts, person: int) -> frozenset[ReaderKind]:
    """What the reader is to a person, and with them to this item: its author's organisation too.

    Of what a young person asked alone a parent is nothing; of what somebody and a helper write to each
    other, everybody is who does not take part and does not keep that person.
    """
    if item.between and person not in standing.keeps and not is_named(standing, item):
        return frozenset()
    kinds = standing.kinds.get(person, frozenset())
    if item.alone:
        kinds -= PARENT_KINDS
    wrote_it = item.owner is not None and item.owner in standing.organisations
    if wrote_it and person in standing.worked_with:
        return kinds | {ReaderKind.AUTHOR}
    return kinds


def _passes(
    standing: Standing,
    item: ItemFacts,
    kinds: Iterable[ReaderKind],
    about: About,
    person: int | None,
) -> bool:
    answers = {answer_for(kind, item.data_class, about) for kind in kinds}
    if Answer.YES in answers:
        return True
    if answers & {Answer.NAMED, Answer.CONSENT} and is_named(standing, item):
        return True
    return Answer.CONSENT in answers and _agreed(standing, item, person)


def is_named(standing: Standing, item: ItemFacts) -> bool:
    """Whether the item names this reader, or the reader wrote it."""
    if standing.person is not None and standing.person in item.named_persons:
        return True
    if standing.worker is None:
        return False
    if _is_author(standing, item):
        return True
    # a worker was named under an organisation, and works there still
    if any((standing.worker, under) in item.named_workers for under in standing.organisations):
        return True
    return bool(item.named_organisations & standing.organisations)


def _agreed(standing: Standing, item: ItemFacts, person: int | None) -> bool:
    domains = standing.agreed.get(person, frozenset()) if person is not None else frozenset()
    return EVERYTHING in domains or (item.domain != "" and item.domain in domains)
