"""The words of one index: which are known, and which lie near a word that is not.

The words stand in ``words.tsv`` (word, ``nl`` or not), the most used first, and in a small index of
their own in which words at one or two letters from another are found without looking at each.
"""

from collections.abc import Iterable
from pathlib import Path

from tantivy import Document, Index, Query, Schema, SchemaBuilder, Searcher

from kring.offer.directory.search.columns import whole
from kring.offer.directory.search.compounds import Splitter
from kring.offer.directory.search.stems import START, stems

_FILE, _FOLDER = "words.tsv", "near"
_HEAP = 30_000_000
_MOST_NEAR = 6
_SHORTEST_FUZZY, _SHORTEST_TWICE = 4, 7
"""Letters a word needs before one, or two, letters may be wrong."""

type Row = tuple[str, bool]
"""A word, and whether it is Dutch."""


def _schema() -> Schema:
    return (
        SchemaBuilder()
        .add_text_field("word", tokenizer_name="raw", index_option="basic")
        .add_unsigned_field("line", fast=True)
        .build()
    )


class Lexicon:
    """Known words in memory, near words through the small index. Reads only.

    ``splitter`` remembers how words were split: what is learned comes before it is asked.
    """

    def __init__(self, rows: Iterable[Row], near: Searcher | None = None, schema: Schema | None = None):
        self._words: list[str] = []
        self._known: set[str] = set()
        self._dutch: set[str] = set()
        self._stems: set[str] = set()
        self._dutch_stems: set[str] = set()
        self._dutch_starts: set[str] = set()
        self._near, self._schema = near, schema
        self.splitter = Splitter(self.stands_alone)
        for word, dutch in rows:
            self.learn(word, dutch=dutch)

    def learn(self, word: str, *, dutch: bool) -> None:
        """Take a word in."""
        self._words.append(word)
        self._known.add(word)
        found = stems(word)
        self._stems.update(found)
        if dutch:
            self._dutch.add(word)
            self._dutch_stems.update(found)
            self._dutch_starts.add(word[:START])

    def __len__(self) -> int:
        return len(self._words)

    def rows(self) -> list[Row]:
        """All words in their order."""
        return [(word, word in self._dutch) for word in self._words]

    def has(self, word: str) -> bool:
        """Whether this very word is there."""
        return word in self._known

    def is_dutch(self, word: str) -> bool:
        """Whether this very word stands in a Dutch text and says something there."""
        return word in self._dutch

    def knows(self, word: str) -> bool:
        """Whether the word, or another form of it, is there."""
        return word in self._known or any(stem in self._stems for stem in stems(word))

    def stands_alone(self, word: str) -> bool:
        """Whether it is a Dutch word by itself, so that a compound may be split at it."""
        if word in self._dutch or word[:START] not in self._dutch_starts:
            return word in self._dutch
        return any(stem in self._dutch_stems for stem in stems(word))

    def near(self, word: str, letters: int = 2) -> list[tuple[str, int]]:
        """Other words at one letter, else at two, with that distance; the most used first."""
        if self._near is None or self._schema is None or len(word) < _SHORTEST_FUZZY:
            return []
        for distance in range(1, min(letters, 2 if len(word) >= _SHORTEST_TWICE else 1) + 1):
            query = Query.fuzzy_term_query(self._schema, "word", word, distance)
            hits = self._near.search(query, _MOST_NEAR + 1, count=False).hits
            lines = whole(self._near, "line", [address for _score, address in hits])
            found = dict.fromkeys(self._words[line] for line in sorted(lines) if line < len(self._words))
            if others := [(other, distance) for other in found if other != word]:
                return others[:_MOST_NEAR]
        return []


def write_lexicon(folder: Path, rows: list[Row]) -> None:
    """Lay a lexicon down in an empty folder."""
    (folder / _FOLDER).mkdir()
    Index(_schema(), path=str(folder / _FOLDER))
    _write(folder, rows, first=0)


def add_words(folder: Path, rows: list[Row], first: int) -> None:
    """Add words behind those that are there; ``first`` is how many these are."""
    if rows:
        _write(folder, rows, first)


def _write(folder: Path, rows: list[Row], first: int) -> None:
    writer = Index.open(str(folder / _FOLDER)).writer(_HEAP, 1)
    for line, (word, _dutch) in enumerate(rows, start=first):
        document = Document()
        document.add_text("word", word)
        document.add_unsigned("line", line)
        writer.add_document(document)
    with (folder / _FILE).open("a", encoding="utf-8") as file:
        file.writelines(f"{word}\t{'nl' if dutch else ''}\n" for word, dutch in rows)
    writer.commit()
    writer.wait_merging_threads()


def read_lexicon(folder: Path) -> Lexicon:
    """The lexicon of an index as it is now. A line that is still being written is left out."""
    lines = (folder / _FILE).read_text(encoding="utf-8").split("\n")[:-1]
    near = Index.open(str(folder / _FOLDER))
    near.reload()
    rows = (line.split("\t") for line in lines)
    return Lexicon(((word, mark == "nl") for word, mark in rows), near.searcher(), near.schema)
