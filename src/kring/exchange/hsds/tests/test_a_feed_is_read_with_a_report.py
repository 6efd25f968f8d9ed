"""A feed of HSDS is taken over; each record that was mended or refused says why."""

from datetime import UTC, datetime, timedelta

import pytest

from kring.exchange.hsds.actions import read_in
from kring.exchange.hsds.report import Outcome, Report
from kring.exchange.hsds.tests.feeding import HALL, HOUSE, NOW, PLAY, noted, read, service
from kring.foundation.journal.actor import SYSTEM
from kring.foundation.journal.models import JournalEntry
from kring.offer.directory.models import Location, Organization, Service, Source
from kring.offer.directory.queries import service_by_key

pytestmark = pytest.mark.django_db


def test_a_service_comes_whole():
    report = read(service())
    kept = service_by_key(Service.objects.get().key)
    assert report.notes == []
    assert (str(kept.key), kept.name) == (PLAY, {"nl": "Speelgroep"})
    assert (kept.eligibility.minimum_months, kept.eligibility.maximum_months) == (0, 36)
    assert kept.confirmed_at == datetime(2026, 9, 30, 22, tzinfo=UTC)
    assert kept.also == {"licenses": "erkend"}
    assert [one.byday for one in kept.schedules.all()] == ["TU"]
    assert [one.location.latitude for one in kept.service_at_locations.all()] == [51]
    assert kept.organization.name == {"nl": "Huis"}
    assert report.counts["services.new"] == report.counts["organizations.new"] == 1


def test_read_twice_nothing_changes_but_the_journal():
    read(service())
    version = Service.objects.get().version
    report = read(service(), at=NOW + timedelta(hours=1))
    assert report.counts["services.same"] == report.counts["locations.same"] == 1
    assert Service.objects.get().version == version
    assert JournalEntry.objects.filter(verb="source.read").count() == 2


def test_what_is_said_no_more_goes():
    read(service(email="speel@example.org"))
    report = read(service(schedules=[]))
    kept = service_by_key(Service.objects.get().key)
    assert report.counts["services.changed"] == 1
    assert (kept.email, list(kept.schedules.all())) == ("", [])


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"status": "open"}, "status"),
        ({"email": "geen adres"}, "email"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"description": 12}, "description"),
        ({"minimum_age": "nul"}, "minimum_age"),
        ({"minimum_age": 9}, "minimum_age"),
        ({"maximum_age": 10**400}, "maximum_age"),
        ({"assured_date": "gisteren"}, "assured_date"),
        ({"assured_date": "0001-01-01"}, "assured_date"),
        ({"alternate_name": "bel\x07"}, "alternate_name"),
        ({"schedules": [{"freq": "WEEKLY", "byday": "DI"}]}, "schedules.byday"),
        ({"cost_options": [{"amount": -1}]}, "cost_options.amount"),
    ],
)
def test_what_does_not_fit_is_mended_and_handed_on(changes, field):
    report = read(service(**changes))
    assert ("services", field) in noted(report)
    kept = service_by_key(Service.objects.get().key)
    name = field.partition(".")[0]
    if name == field:
        assert kept.also[field] == changes[field]
    else:
        (part,) = getattr(kept, name).all()
        assert part.also


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, ""),
        ({"name": ["x"]}, ""),
        ({"organization": {"id": HOUSE}}, ""),
        ({"organization": None}, ""),
        ({"id": 12}, ""),
        ({"id": "nul\x00"}, ""),
    ],
)
def test_without_what_it_must_have_it_is_refused(changes, field):
    report = read(service(**changes))
    assert ("services", field) in noted(report, Outcome.REFUSED)
    assert not Service.objects.exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"phones": "014"}, "phones"),
        ({"phones": [{"type": "voice"}]}, "phones"),
        ({"phones": ["014"]}, "phones"),
        ({"service_at_locations": [{"location_id": "elders"}]}, "service_at_locations"),
    ],
)
def test_a_part_that_says_nothing_is_refused_and_the_rest_is_taken(changes, field):
    report = read(service(**changes))
    assert ("services", field) in noted(report, Outcome.REFUSED)
    assert Service.objects.count() == 1


def test_a_place_that_is_not_on_earth_is_kept_but_lies_nowhere():
    place = {"id": HALL, "location_type": "physical", "latitude": 100, "longitude": 101}
    report = read(service(service_at_locations=[{"location": place}]))
    kept = Location.objects.get()
    assert (kept.latitude, kept.also) == (None, {"latitude": 100, "longitude": 101})
    assert noted(report) == {("locations", "latitude"), ("locations", "longitude")}


def test_a_sign_that_no_database_keeps_is_said_to_be_unknown():
    report = read(service(alternate_name="nul\x00", licenses={"half\ud800": "\udfff"}))
    kept = Service.objects.get()
    assert kept.alternate_name == {"nl": "nul\ufffd"}
    assert kept.also == {"licenses": {"half\ufffd": "\ufffd"}}
    assert noted(report) == {("services", "")}


def test_the_same_id_twice_counts_once_and_the_first_is_kept():
    report = read([service(), service(name="Iets anders")])
    assert Service.objects.get().name == {"nl": "Speelgroep"}
    assert ("services", "name") in noted(report, Outcome.REFUSED)
    assert report.counts["services.new"] == 1


def test_totals_are_counted_and_not_believed():
    page = {"total_items": 5, "total_pages": 1, "size": 5, "contents": [service()]}
    report = read(page)
    assert {("feed", "size"), ("feed", "total_items")} <= noted(report)
    assert report.counts["services.new"] == 1
    assert not report.whole


def test_what_the_pages_of_a_feed_name_no_more_has_stopped():
    names = [f"0000000{number}-0000-4000-8000-00000000000b" for number in range(3)]
    every = [service(id=name) for name in names]

    def pages(*said, total):
        return [{"total_items": total, "total_pages": 2, "size": 1, "contents": [one]} for one in said]

    read(*pages(*every, total=3))
    twice = read(*pages(every[0], every[0], total=2), at=NOW + timedelta(days=1))
    assert (twice.whole, twice.counts["services.gone"]) == (False, 0)
    fewer = read(*pages(*every[:2], total=2), at=NOW + timedelta(days=2))
    assert (fewer.whole, fewer.counts["services.gone"]) == (True, 1)


def test_half_a_feed_stops_nothing():
    other = "00000009-0000-4000-8000-000000000000"
    read([service(), service(id=other)])
    half = {"total_items": 2, "total_pages": 2, "size": 1, "contents": [service()]}
    read(half, at=NOW + timedelta(days=1))
    assert Service.objects.filter(state="defunct").count() == 0
    report = read([service()], at=NOW + timedelta(days=2))
    assert report.counts["services.gone"] == 1
    assert str(Service.objects.get(state="defunct").key) == other


def test_organisations_in_a_ring_stand_apart():
    ring = [
        {"id": "a", "name": "A", "parent_organization_id": "b"},
        {"id": "b", "name": "B", "parent_organization_id": "a"},
        {"id": "c", "name": "C", "parent_organization_id": "a"},
    ]
    report = read(ring)
    assert ("organizations", "parent_organization_id") in noted(report, Outcome.REFUSED)
    parents = {
        one.foreign_id: one.parent and one.parent.foreign_id
        for one in Organization.objects.order_by("pk")
    }
    assert parents == {"a": None, "b": "a", "c": "a"}


def test_what_raises_while_it_comes_leaves_nothing():
    def answers():
        yield service()
        raise ConnectionResetError

    source = Source.objects.create(name="Gids", address="https://example.org", added_at=NOW)
    with pytest.raises(ConnectionResetError):
        read_in(source=source, answers=answers(), report=Report(), whole=True, by=SYSTEM, at=NOW)
    assert not Organization.objects.exists()


def test_a_list_of_terms_is_no_organisation():
    report = read(
        [{"id": "t", "name": "Thema", "version": "1"}, {"id": "l", "location_type": "virtual"}]
    )
    assert (report.notes, report.counts["taxonomies.new"]) == ([], 1)
    assert not Organization.objects.exists()
    assert Location.objects.get().location_type == "virtual"


@pytest.mark.parametrize(
    "payload", [None, 12, "tekst", {"contents": "x"}, {"contents": [1, None]}, [[]]]
)
def test_what_is_no_hsds_is_a_report(payload):
    report = read(payload)
    assert ("feed", "") in noted(report, Outcome.REFUSED)
    assert not Service.objects.exists()
