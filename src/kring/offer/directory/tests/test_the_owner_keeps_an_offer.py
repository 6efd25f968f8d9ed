"""An organisation adds, changes and withdraws its offer; two who change it lose nothing."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from tests.cast import organisation

from kring.foundation.journal.models import JournalEntry
from kring.foundation.records.bases import StaleRecord
from kring.foundation.workflow.transitions import CannotMove
from kring.offer.directory.actions import (
    AtLocation,
    add_service,
    change_location,
    change_service,
    close_for_now,
    open_again,
    withdraw_service,
)
from kring.offer.directory.models import Eligibility, Phone, Schedule, Service, ServiceArea
from kring.offer.directory.queries import service_by_key, services_of, shown_services
from kring.offer.directory.rules import may_keep
from kring.offer.directory.tests.offering import BY, NOW, described, house, playgroup
from kring.registry.network.rules import NETWORK_MANAGE
from kring.trust.access.readers import Reader

pytestmark = pytest.mark.django_db


def test_all_that_is_said_is_kept_and_journalled():
    service = service_by_key(playgroup().key)
    assert service.name == {"nl": "Speelgroep", "fr": "Groupe de jeu", "en": "Playgroup"}
    assert [one.byday for one in service.schedules.all()] == ["TU"]
    assert [one.code for one in service.domains.all()] == ["cohesion"]
    assert service.eligibility.maximum_months == 36
    place = service.service_at_locations.all()[0].location
    assert [one.city for one in place.addresses.all()] == ["Geel"]
    assert JournalEntry.objects.filter(verb="service.added").count() == 1


def test_sent_twice_it_is_one():
    first = playgroup()
    again = {"described": described(), "confirm_every": 6, "key": first.key}
    assert add_service(organization=first.organization, **again, **BY).pk == first.pk
    assert Service.objects.count() == 1


def test_a_change_is_whole_and_a_place_keeps_its_key():
    service = playgroup()
    there = service.service_at_locations.get()
    said = described(
        parts=[Phone(number="014 11 11 11")],
        domains=("leisure", "parenting"),
        places=[AtLocation(location=there.location)],
    )
    change_service(service=service, version=1, described=said, confirm_every=3, **BY)
    now = service_by_key(service.key)
    assert [one.number for one in now.phones.all()] == ["014 11 11 11"]
    assert not now.schedules.exists()
    assert sorted(one.code for one in now.domains.all()) == ["leisure", "parenting"]
    assert [one.key for one in now.service_at_locations.all()] == [there.key]
    assert now.version == 2


def test_who_saves_second_is_told():
    service = playgroup()
    change_service(service=service, version=1, described=described(), confirm_every=6, **BY)
    with pytest.raises(StaleRecord):
        change_service(service=service, version=1, described=described(), confirm_every=6, **BY)


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("name", {"values": {"name": {"nl": "  "}}}),
        ("name", {"values": {"name": {"de": "Spielgruppe"}}}),
        ("description", {"values": {"description": {"nl": "a" * 10_001}}}),
        ("url", {"values": {"url": "javascript:alert(1)"}}),
        ("domains", {"domains": ("sport",)}),
        ("situations", {"situations": ("rich",)}),
        ("maximum_months", {"eligibility": Eligibility(minimum_months=36, maximum_months=36)}),
        ("byday", {"parts": [Schedule(freq="WEEKLY", byday="DI")]}),
        ("bymonthday", {"parts": [Schedule(freq="MONTHLY", bymonthday="0")]}),
        ("until", {"parts": [Schedule(freq="WEEKLY", until=NOW.date(), count=3)]}),
        ("extent", {"parts": [ServiceArea(extent_type="nis", extent="99999")]}),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(field, wrong):
    with pytest.raises(ValidationError) as refused:
        add_service(organization=house(), described=described(**wrong), confirm_every=6, **BY)
    assert field in refused.value.message_dict
    assert not Service.objects.exists()


def test_what_stopped_is_not_found_but_its_address_tells():
    service = playgroup()
    withdraw_service(service=service, **BY)
    assert not shown_services().exists()
    assert service_by_key(service.key).state == "defunct"
    with pytest.raises(CannotMove):
        open_again(service=service, **BY)
    with pytest.raises(ValidationError):
        change_service(service=service, version=1, described=described(), confirm_every=6, **BY)


def test_closed_for_now_is_still_shown():
    service = playgroup()
    close_for_now(service=service, **BY)
    assert [one.state for one in shown_services()] == ["temporarily closed"]


def test_only_its_own_workers_keep_it():
    owner = house()
    assert may_keep(Reader(organisation_ids=frozenset({owner.ours_id})), owner)
    assert not may_keep(Reader(organisation_ids=frozenset({organisation("CAW De Kempen").pk})), owner)
    assert may_keep(Reader(grants=frozenset({NETWORK_MANAGE})), owner)
    assert list(services_of(owner.ours)) == []


def test_a_place_that_changes_changes_what_is_given_there():
    service = playgroup()
    place = service.service_at_locations.get().location
    later = NOW.replace(hour=15)
    change_location(
        location=place,
        version=1,
        values={"latitude": 51.2, "longitude": 5.0},
        parts=[],
        by=BY["by"],
        at=later,
    )
    service.refresh_from_db()
    assert service.changed_at == later
    wrong = {"latitude": 100, "longitude": 5.0}
    with pytest.raises(ValidationError):
        change_location(location=place, version=2, values=wrong, parts=[], **BY)


def test_the_database_keeps_an_own_entry_confirmed():
    service = playgroup()
    with pytest.raises(IntegrityError), transaction.atomic():
        Service.objects.filter(pk=service.pk).update(confirm_every=13)
    with pytest.raises(IntegrityError), transaction.atomic():
        Service.objects.filter(pk=service.pk).update(free_places=3)
