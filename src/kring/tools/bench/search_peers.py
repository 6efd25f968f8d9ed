"""The two the search is held against: raw tantivy without our reading, and PostgreSQL's ``pg_trgm``."""

import math
from collections.abc import Collection
from pathlib import Path

import tantivy
from django.db import connection
from tantivy import FieldType, Index, Occur, SchemaBuilder
from tantivy import Query as IndexQuery

from kring.offer.directory.search.documents import AGE_CEILING, AGE_FLOOR, Document, Point
from kring.offer.directory.search.spelling import words_of
from kring.tools.bench.search_figures import FIRST, Finder
from kring.tools.bench.search_world import Case, name_of

HEAP = 400_000_000
ROWS = 5_000
PER_DEGREE = 111.2
TABLE = """
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    DROP TABLE IF EXISTS bench_service;
    CREATE TABLE bench_service (key text, name text, lat float8, lon float8, age_from int, age_to int);
"""
FILL = "INSERT INTO bench_service VALUES (%s, %s, %s, %s, %s, %s)"
INDEXES = """
    CREATE INDEX ON bench_service USING gin (name gin_trgm_ops);
    CREATE INDEX ON bench_service (lat, lon);
    ANALYZE bench_service;
"""
ASK = """
    SELECT key FROM bench_service
    WHERE name %% %s AND lat BETWEEN %s AND %s AND lon BETWEEN %s AND %s
      AND age_from <= %s AND age_to > %s
    ORDER BY similarity(name, %s) DESC LIMIT %s
"""


def box_of(near: Point, km: float) -> tuple[float, float, float, float]:
    """South, north, west, east."""
    high = km / PER_DEGREE
    wide = high / math.cos(math.radians(near.lat))
    return near.lat - high, near.lat + high, near.lon - wide, near.lon + wide


def raw_tantivy(folder: Path, documents: Collection[Document]) -> Finder:
    """Both words at one letter in the name, the box and the age: what tantivy does by itself."""
    schema = (
        SchemaBuilder()
        .add_text_field("key", stored=True, tokenizer_name="raw", index_option="basic")
        .add_text_field("name")
        .add_float_field("lat", fast=True)
        .add_float_field("lon", fast=True)
        .add_integer_field("age_from", fast=True)
        .add_integer_field("age_to", fast=True)
        .build()
    )
    index = Index(schema, path=str(folder))
    writer = index.writer(HEAP, 1)
    for document in documents:
        entry = tantivy.Document()
        entry.add_text("key", document.key)
        entry.add_text("name", name_of(document))
        _place(entry, document)
        writer.add_document(entry)
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def find(case: Case) -> list[str]:
        result = searcher.search(_raw_query(schema, case), FIRST, count=False)
        return [str(searcher.doc(address).get_first("key")) for _score, address in result.hits]

    return find


def _place(entry: tantivy.Document, document: Document) -> None:
    if document.point:
        entry.add_float("lat", document.point.lat)
        entry.add_float("lon", document.point.lon)
    entry.add_integer("age_from", AGE_FLOOR if document.age_from is None else document.age_from)
    entry.add_integer("age_to", AGE_CEILING if document.age_to is None else document.age_to)


def _raw_query(schema: tantivy.Schema, case: Case) -> IndexQuery:
    near, age = case.query.near or Point(0, 0), case.query.age or 0
    south, north, west, east = box_of(near, case.query.within_km)
    ranges = [
        IndexQuery.range_query(schema, "lat", FieldType.Float, south, north),
        IndexQuery.range_query(schema, "lon", FieldType.Float, west, east),
        IndexQuery.range_query(schema, "age_from", FieldType.Integer, None, age),
        IndexQuery.range_query(schema, "age_to", FieldType.Integer, age + 1, None),
    ]
    words = [IndexQuery.fuzzy_term_query(schema, "name", word, 1) for word in words_of(case.query.text)]
    return IndexQuery.boolean_query([(Occur.Must, part) for part in [*words, *ranges]])


def trigrams(documents: Collection[Document]) -> Finder:
    """Similarity of the whole question to the name, over a GIN index, as a plain query each time.

    Prepared statements are off: with the generic plan this query is many times slower.
    """
    with connection.cursor() as cursor:
        cursor.execute(TABLE)
        rows = [_row(document) for document in documents]
        for first in range(0, len(rows), ROWS):
            cursor.executemany(FILL, rows[first : first + ROWS])
        cursor.execute(INDEXES)
    connection.connection.prepare_threshold = None

    def find(case: Case) -> list[str]:
        near, age, text = case.query.near or Point(0, 0), case.query.age or 0, case.query.text
        with connection.cursor() as cursor:
            cursor.execute(ASK, [text, *box_of(near, case.query.within_km), age, age, text, FIRST])
            return [key for (key,) in cursor.fetchall()]

    return find


def _row(document: Document) -> tuple[str | float | None, ...]:
    point = document.point or Point(0, 0)
    return document.key, name_of(document), point.lat, point.lon, document.age_from, document.age_to
