import pytest

from kring.offer.directory.search.documents import Query
from kring.offer.directory.search.folder import NoIndex, current
from kring.offer.directory.search.standing import LOOKS_EVERY_SECONDS, Standing
from kring.offer.directory.search.tests.conftest import SERVICES, service
from kring.offer.directory.search.writing import change, rebuild


class Ticks:
    """A clock that is turned by hand."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def keys(standing: Standing, text: str) -> list[str]:
    return [hit.key for hit in standing.search(Query(text=text)).hits]


def test_each_process_takes_a_change_within_a_second(tmp_path):
    rebuild(tmp_path, SERVICES)
    ticks = Ticks()
    processes = [Standing(tmp_path, ticks), Standing(tmp_path, ticks)]
    assert [keys(each, "zwemlessen") for each in processes] == [["swim"], ["swim"]]
    change(tmp_path, put=[service("swim", "Aquarellen")], drop=["books"])
    ticks.seconds += LOOKS_EVERY_SECONDS
    for each in processes:
        assert keys(each, "zwemlessen") == []
        assert keys(each, "aquarelen") == ["swim"]
        assert keys(each, "voorleesuurtje") == []


def test_a_rebuild_is_taken_too_and_the_old_one_goes(tmp_path):
    rebuild(tmp_path, SERVICES)
    ticks = Ticks()
    standing = Standing(tmp_path, ticks)
    keys(standing, "opvang")
    rebuild(tmp_path, SERVICES[:1])
    assert keys(standing, "zwemlessen") == ["swim"]
    ticks.seconds += LOOKS_EVERY_SECONDS
    assert keys(standing, "zwemlessen") == []
    assert len(list(tmp_path.glob("build-*"))) == 1


def test_where_nothing_was_built_it_says_so(tmp_path):
    with pytest.raises(NoIndex):
        Standing(tmp_path).search(Query())
    with pytest.raises(NoIndex):
        change(tmp_path, drop=["x"])


def test_a_build_that_broke_off_changes_nothing(tmp_path):
    before = rebuild(tmp_path, SERVICES)
    with pytest.raises(AttributeError):
        rebuild(tmp_path, [*SERVICES, None])
    assert current(tmp_path) == before
    assert rebuild(tmp_path, SERVICES) > before


def test_a_build_that_is_gone_meanwhile_leaves_the_old_engine(tmp_path):
    rebuild(tmp_path, SERVICES)
    ticks = Ticks()
    standing = Standing(tmp_path, ticks)
    assert keys(standing, "zwemlessen") == ["swim"]
    (tmp_path / "CURRENT").write_text("99.0")
    ticks.seconds += LOOKS_EVERY_SECONDS
    assert keys(standing, "zwemlessen") == ["swim"]
