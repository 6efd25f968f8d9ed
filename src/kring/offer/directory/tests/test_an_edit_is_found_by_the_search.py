"""What changes in the directory is found soon, whatever day it bears and whoever else is at it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test import TestCase

from kring.offer.directory import finding, upkeep
from kring.offer.directory.actions import (
    AtLocation,
    add_location,
    change_location,
    change_service,
    put_aside,
    state_free_places,
)
from kring.offer.directory.documents import documents_of
from kring.offer.directory.models import Service, ServiceArea, ToIndex
from kring.offer.directory.search.documents import Point, Query, Why
from kring.offer.directory.search.folder import only_writer
from kring.offer.directory.search.standing import Standing
from kring.offer.directory.tests.offering import BY, NOW, described, house, morning, playgroup

pytestmark = pytest.mark.django_db
GEEL, GHENT = Point(51.16, 4.99), Point(51.05, 3.72)


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path


@contextmanager
def committed() -> Iterator[None]:
    """A transaction of its own, with what follows on it; those before it are over."""
    connection.run_on_commit = []
    with TestCase.captureOnCommitCallbacks(execute=True):
        yield


def built() -> Service:
    """The playgroup, and an index that holds it."""
    with committed():
        service = playgroup()
    upkeep.keep_whole(at=NOW)
    return service


def found(text: str = "", **asked: object) -> list[str]:
    """Names in the newest index, as a process sees them that starts now."""
    answer = Standing(upkeep.index_folder()).search(Query(text=text, **asked))
    return [hit.shown["name"]["nl"] for hit in answer.hits]


def test_the_first_index_is_there_before_anybody_asks():
    with committed():
        playgroup()
    assert upkeep.make_first(at=NOW)
    assert found("speelgroep") == ["Speelgroep"]
    assert not upkeep.make_first(at=NOW + timedelta(days=1))


def renamed(service: Service, name: str, **when: object) -> None:
    said = described(values={"name": {"nl": name}})
    said = type(said)(values=said.values, places=_places(service))
    changes = {**BY, **when}
    change_service(service=service, version=service.version, described=said, confirm_every=6, **changes)


def _places(service: Service) -> list[AtLocation]:
    return [AtLocation(location=one.location) for one in service.service_at_locations.all()]


def test_an_edit_is_found_when_it_is_committed():
    service = built()
    assert found("speelgroep") == ["Speelgroep"]
    with committed():
        renamed(service, "Babymassage")
    assert found("babymasage", near=GEEL) == ["Babymassage"]
    assert found("speelgroep") == []
    assert not ToIndex.objects.exists()


def test_an_edit_dated_earlier_is_found_too():
    service = built()
    with committed():
        renamed(service, "Babymassage", at=NOW - timedelta(days=400))
    assert found("babymassage") == ["Babymassage"]


def test_what_was_left_behind_is_done_at_the_next_tick():
    service = built()
    renamed(service, "Babymassage")  # and the process stopped here
    assert found("babymassage") == []
    assert not upkeep.keep_whole(at=NOW)
    assert found("babymassage") == ["Babymassage"]


def test_who_is_at_it_takes_in_what_came_meanwhile():
    service = built()
    with only_writer(upkeep.index_folder() / "upkeep"):
        renamed(service, "Babymassage")
        upkeep.follow()
        assert found("babymassage") == []
    upkeep.follow()
    assert found("babymassage") == ["Babymassage"]


def test_each_day_it_is_built_anew():
    playgroup()
    assert upkeep.keep_whole(at=NOW)
    assert not upkeep.keep_whole(at=NOW + timedelta(hours=3))
    assert upkeep.keep_whole(at=NOW + timedelta(days=1))


def test_what_a_build_takes_in_is_not_taken_in_again(monkeypatch):
    playgroup()
    monkeypatch.setattr(upkeep, "_write_changes", None)
    assert upkeep.keep_whole(at=NOW)
    assert found("speelgroep") == ["Speelgroep"]
    assert not ToIndex.objects.exists()


def test_an_index_that_cannot_be_read_is_built_anew():
    service = built()
    for file in upkeep.index_folder().glob("build-*/*.tsv"):
        file.write_text("een\ttwee\tdrie\n")
    renamed(service, "Babymassage")
    assert upkeep.keep_whole(at=NOW)
    assert found("babymassage") == ["Babymassage"]


def test_many_changes_at_once_are_written_as_a_whole(monkeypatch):
    monkeypatch.setattr(upkeep, "MOST_CHANGED", 1)
    service = built()
    with committed():
        state_free_places(service=service, places=3, **BY)
        renamed(service, "Babymassage")
    assert found("babymassage") == ["Babymassage"]
    assert not ToIndex.objects.exists()


def test_what_is_put_aside_is_found_no_more_and_every_deed_counts():
    service = built()
    with committed():
        state_free_places(service=service, places=3, **BY)
        morning(service)
    assert found("muziek schoot", free_now=True) == ["Speelgroep"]
    with committed():
        put_aside(service=service, **BY)
    assert found() == []


def test_of_several_places_the_nearest_counts_and_the_service_is_there_once():
    owner = house()
    far = add_location(organization=owner, values={"latitude": 51.05, "longitude": 3.72}, **BY)
    near = add_location(organization=owner, values={"latitude": 51.17, "longitude": 4.99}, **BY)
    playgroup(places=[AtLocation(location=far), AtLocation(location=near)])
    (hit,) = finding.find(Query(text="speelgroep", near=GEEL, within_km=300), at=NOW).hits
    assert hit.km == pytest.approx(1.1, abs=0.1)
    assert [reason.code for reason in hit.reasons] == [Why.IN_NAME, Why.NEAR]
    (hit,) = finding.find(Query(text="speelgroep", near=GHENT), at=NOW).hits
    assert hit.km == pytest.approx(0, abs=0.1)
    answer = finding.find(Query(text="speelgroep"), at=NOW)
    assert (len(answer.hits), answer.total) == (1, 1)


def test_a_place_that_moves_takes_its_services_along():
    service = built()
    location = service.service_at_locations.get().location
    with committed():
        values = {"latitude": 51.05, "longitude": 3.72}
        change_location(location=location, version=location.version, values=values, parts=[], **BY)
    assert found("speelgroep", near=GHENT) == ["Speelgroep"]


def test_days_ages_territory_and_languages_are_held():
    area = ServiceArea(extent_type="nis", extent="13008")
    playgroup(parts=[*described().parts, area])
    upkeep.keep_whole(at=NOW)
    assert found(open_on=frozenset({2}), age=12, languages=frozenset({"nl"})) == ["Speelgroep"]
    assert found(areas=frozenset({"13008", "10000"})) == ["Speelgroep"]
    assert found(open_on=frozenset({3})) == found(age=40) == found(age=-3) == []
    assert found(areas=frozenset({"44021"})) == found(languages=frozenset({"tr"})) == []


def test_the_reads_of_the_index_are_fixed(django_assert_num_queries):
    described_twice = [playgroup(), playgroup()]
    for number in (1, 2):
        some = Service.objects.filter(pk__in=[one.pk for one in described_twice[:number]])
        with django_assert_num_queries(12):
            assert len(list(documents_of(some, NOW.date()))) == number
