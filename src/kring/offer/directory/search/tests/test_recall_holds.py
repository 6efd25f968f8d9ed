"""The held-out half of the words, on few services. ``kring bench search`` takes the figure on many."""

import hashlib

import pytest

from kring.offer.directory.search.documents import Query
from kring.offer.directory.search.spelling import DATA
from kring.offer.directory.search.tests.conftest import engine_on
from kring.tools.bench.search_figures import DUTCH_LIMIT, TYPOS_LIMIT, measured
from kring.tools.bench.search_words import FILES, Half, pairs
from kring.tools.bench.search_world import World, house_of

SERVICES = 1_600
WITHOUT_THE_WORD = 0.75


@pytest.fixture(scope="module")
def world():
    return World(SERVICES)


@pytest.fixture(scope="module")
def engine(world, tmp_path_factory):
    return engine_on(tmp_path_factory.mktemp("world"), world.documents)


@pytest.mark.slow
def test_typos_inflections_and_compounds_are_found(engine, world):
    outcome = measured(
        lambda case: [hit.key for hit in engine.search(case.query).hits], world.cases(Half.HELD_OUT)
    )
    figures = outcome.figures()
    assert figures["recall_typos"] >= TYPOS_LIMIT, figures
    assert figures["recall_dutch"] >= DUTCH_LIMIT, figures


def test_the_question_cannot_be_answered_without_the_word(engine, world):
    services = {document.key: document for document in world.documents}

    def without(case):
        asked = Query(text=house_of(services[case.key]), near=case.query.near, age=case.query.age)
        return [hit.key for hit in engine.search(asked).hits]

    assert measured(without, world.cases(Half.HELD_OUT)[::4]).figures()["recall_all"] < WITHOUT_THE_WORD


def test_the_words_are_those_written_down_before_tuning():
    written = b"".join((DATA / "words" / f"{file}.csv").read_bytes() for file in FILES)
    assert hashlib.sha256(written).hexdigest()[:16] == "27ec380733a1146b"


def test_about_half_of_each_kind_is_held_out():
    for file in FILES:
        halves = [pair.half for pair in pairs() if pair.file == file]
        assert 0.4 < halves.count(Half.HELD_OUT) / len(halves) < 0.6
