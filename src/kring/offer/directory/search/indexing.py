"""From a document to what the index holds of it."""

import json
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

import tantivy
from tantivy import Schema, SchemaBuilder

from kring.offer.directory.search.compounds import listed_parts
from kring.offer.directory.search.documents import AGE_CEILING, AGE_FLOOR, Document, TextField
from kring.offer.directory.search.lexicon import Lexicon, Row
from kring.offer.directory.search.spelling import is_quiet, stop_words, words_of
from kring.offer.directory.search.stems import stems
from kring.offer.directory.search.synonyms import synonym_words

EXACT = "="
"""Before a word of a name as it stands; without it a term is a stem."""
GOES, FAR = 1, 2
"""How it is given: at a place one goes to, at a distance, or both (their sum)."""
ON_SITE, REMOTE, FREE_NOW, SPECIFIC_NEED, EVERYWHERE = "on_site", "remote", "free", "need", "area:"


def schema() -> Schema:
    """Words of the name, stems of all texts, facets, place and age; the card is for the answer."""
    return (
        SchemaBuilder()
        .add_text_field("key", tokenizer_name="raw", index_option="basic")
        .add_text_field("name", tokenizer_name="whitespace", index_option="freq")
        .add_text_field("body", tokenizer_name="whitespace", index_option="freq")
        .add_text_field("facet", tokenizer_name="whitespace", index_option="basic")
        .add_float_field("lat", fast=True)
        .add_float_field("lon", fast=True)
        .add_unsigned_field("way", fast=True)
        .add_unsigned_field("one", fast=True)
        .add_integer_field("age_from", fast=True)
        .add_integer_field("age_to", fast=True)
        .add_bytes_field("card", stored=True)
        .build()
    )


def vocabulary(documents: Iterable[Document]) -> Lexicon:
    """The words of the documents, the most used first, and those of our own lists behind them."""
    counts: Counter[str] = Counter()
    dutch: set[str] = set()
    for document in documents:
        for languages in document.texts.values():
            for language, text in languages.items():
                words = words_of(text)
                counts.update(words)
                if language == "nl":
                    dutch.update(words)
    dutch -= stop_words("nl")
    words = [word for word, _count in counts.most_common() if word in dutch or not is_quiet(word)]
    rows: list[Row] = [(word, word in dutch) for word in words]
    lexicon = Lexicon(rows)
    learn_parts(lexicon, words)
    return lexicon


def learn_parts(lexicon: Lexicon, words: Iterable[str]) -> None:
    """Take in the parts of compounds and the words of our own lists: they too may be mistyped."""
    parts = [part for word in words for part in lexicon.splitter.all_parts(word)]
    for word in dict.fromkeys([*parts, *synonym_words(), *sorted(listed_parts())]):
        if not lexicon.has(word):
            lexicon.learn(word, dutch=False)


class Indexer:
    """Makes entries with the words of one lexicon; remembers the terms of each word."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._splitter = lexicon.splitter
        self._terms: dict[tuple[str, str], str] = {}

    def entry(self, document: Document) -> tantivy.Document:
        """What the index holds of a document."""
        names, bodies = [], []
        for where, languages in document.texts.items():
            for language, text in languages.items():
                quiet = stop_words(language)
                words = [word for word in words_of(text) if word not in quiet]
                terms = " ".join(self._of(word, language) for word in words)
                bodies.append(terms)
                if where == TextField.NAME:
                    names += [*(f"{EXACT}{word}" for word in words), terms]
                elif where == TextField.ALSO:
                    names.append(terms)
        entry = tantivy.Document()
        entry.add_text("key", document.key)
        entry.add_text("name", " ".join(names))
        entry.add_text("body", " ".join(bodies))
        entry.add_text("facet", " ".join(facets(document)))
        entry.add_unsigned(
            "way", GOES * bool(document.on_site and document.point) + FAR * document.remote
        )
        entry.add_unsigned("one", number_of(document.key))
        entry.add_integer("age_from", AGE_FLOOR if document.age_from is None else document.age_from)
        entry.add_integer("age_to", AGE_CEILING if document.age_to is None else document.age_to)
        if document.point:
            entry.add_float("lat", document.point.lat)
            entry.add_float("lon", document.point.lon)
        entry.add_bytes("card", card(document))
        return entry

    def _of(self, word: str, language: str) -> str:
        """The terms of a word: its stems, and in Dutch those of its parts."""
        known = self._terms.get((word, language))
        if known is None:
            found = dict.fromkeys(stems(word, language))
            for part in self._splitter.all_parts(word) if language == "nl" else ():
                found |= dict.fromkeys(stems(part))
            known = self._terms[word, language] = " ".join(found)
        return known


def number_of(key: str) -> int:
    """A number by which the places of one service are known for one."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest()) >> 1


def facets(document: Document) -> list[str]:
    """What a document is filtered by, as terms."""
    flags = {
        ON_SITE: document.on_site,
        REMOTE: document.remote,
        FREE_NOW: document.free_now,
        SPECIFIC_NEED: document.specific_need,
    }
    found = [name for name, is_so in flags.items() if is_so]
    found += facet("language", document.languages) + facet("domain", document.domains)
    found += facet("open", document.open_days) + facet("area", document.areas or {""})
    return found + facet("reach", {document.reach}) + facet("pillar", {document.pillar})


def facet(name: str, values: Iterable[object]) -> list[str]:
    """Terms of one filter. A blank inside a code would be two terms, so it is taken out."""
    return [f"{name}:{''.join(str(value).split())}" for value in values]


def card(document: Document) -> bytes:
    """What an answer needs to say about a document, small."""
    named = {**document.texts.get(TextField.NAME, {})}
    values = {
        "k": document.key,
        "n": {language: words_of(text) for language, text in named.items()},
        "a": [document.age_from, document.age_to],
        "l": sorted(document.languages),
        "d": sorted(document.domains),
        "o": sorted(document.open_days),
        "f": int(document.free_now),
        "r": int(document.remote),
        "s": int(document.on_site),
        "x": int(document.specific_need),
        "v": document.shown,
    }
    return json.dumps(values, separators=(",", ":")).encode()
