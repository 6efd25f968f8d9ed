import pytest

from kring.offer.directory.search.documents import Query
from kring.offer.directory.search.tests.conftest import GHENT, engine_on, service


def test_what_is_near_comes_first_and_what_is_remote_last(search):
    found = search(near=GHENT, within_km=10)
    assert found[-2:] == ["after", "line"]
    assert "fr" not in found


def test_a_better_word_does_not_lift_what_is_remote(search, tmp_path):
    lower = service("talk", "Gesprek", "Ook over opvoeding.")
    line = service("line", "Opvoeding opvoeding", point=None, on_site=False, remote=True)
    engine = engine_on(tmp_path, [line, lower])
    assert [hit.key for hit in engine.search(Query(text="opvoeding", near=GHENT)).hits] == [
        "talk",
        "line",
    ]


def test_one_or_the_other_alone(search):
    assert search(near=GHENT, remote=True) == ["line"]
    assert "line" not in search(near=GHENT, remote=False)
    assert search(remote=True) == ["line"]


def test_the_distance_is_told_and_the_circle_is_round(engine):
    far = engine.search(Query(text="opvang na school", near=GHENT, within_km=7.8)).hits[0]
    assert far.key == "after"
    assert far.km == pytest.approx(7.78, abs=0.02)
    assert engine.search(Query(text="lagere", near=GHENT, within_km=7.7)).hits == ()


def test_among_many_the_nearest_are_found(tmp_path):
    many = [
        service(f"{step}", "Speelgroep", point=type(GHENT)(GHENT.lat + step * 0.0005, GHENT.lon))
        for step in range(400)
    ]
    engine = engine_on(tmp_path, many[::-1])
    answer = engine.search(Query(text="speelgroep", near=GHENT))
    assert [hit.key for hit in answer.hits] == [f"{step}" for step in range(20)]
    second = engine.search(Query(text="speelgroep", near=GHENT, offset=20))
    assert [hit.key for hit in second.hits] == [f"{step}" for step in range(20, 40)]
    assert answer.total == second.total == len(many)
