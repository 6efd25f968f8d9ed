import math

import pytest

from kring.offer.directory.search.documents import Note, Point, Query

EVERYTHING = 9


@pytest.mark.parametrize(
    "text",
    [
        "x" * 10_000,
        "opvang " * 2_000,
        "😀🙈 👨‍👩‍👧",
        "'; DROP TABLE service; --",
        'name:"a" AND (b OR [1 TO *]) ~2 ^3 \\ * ? +-!{}',
        "\x00\ud800\ufffe",
        "e" + "\u0301" * 5_000,
        "مساعدة للأسرة",
        "-" * 300,
    ],
)
def test_text_of_any_kind(engine, text):
    answer = engine.search(Query(text=text, near=Point(51.05, 3.72), age=10))
    assert answer.total >= len(answer.hits)


def test_only_stop_words_is_asking_for_all(engine):
    answer = engine.search(Query(text="waar kan ik de het een"))
    assert answer.total == EVERYTHING
    assert answer.notes == {Note.NO_WORDS}


def test_a_long_question_says_that_it_was_shortened(engine):
    assert Note.SHORTENED in engine.search(Query(text="opvang " * 2_000)).notes
    assert Note.SHORTENED not in engine.search(Query(text="opvang")).notes


@pytest.mark.parametrize(
    "query",
    [
        Query(near=Point(math.nan, math.inf)),
        Query(near=Point(90, 180), within_km=math.inf),
        Query(near=Point(-1e9, 1e9), within_km=-5),
        Query(age=10**30),
        Query(offset=-3, limit=-1),
        Query(offset=10**12, limit=10**12),
        Query(languages=frozenset({"nl fr", "", "*"}), areas=frozenset({"x y"})),
    ],
)
def test_numbers_and_codes_of_any_kind(engine, query):
    assert engine.search(query).total >= 0
