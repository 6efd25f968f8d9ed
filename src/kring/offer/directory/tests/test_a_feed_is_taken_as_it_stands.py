"""What a feed says is taken over, the same twice is nothing, and nobody changes it here."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from kring.foundation.journal.actor import SYSTEM
from kring.foundation.journal.models import JournalEntry
from kring.foundation.journal.recording import NothingJournalled, deed
from kring.offer.directory.actions import (
    Came,
    Said,
    add_source,
    confirm_service,
    finish_reading,
    take_organization,
    take_service,
)
from kring.offer.directory.checks import services_come_with_their_organization
from kring.offer.directory.models import Service, Source
from kring.offer.directory.rules import may_keep
from kring.offer.directory.tests.offering import BY, NOW, described, playgroup
from kring.registry.network.rules import NETWORK_MANAGE
from kring.trust.access.readers import Reader

pytestmark = pytest.mark.django_db
KEY = UUID("ac148810-d857-441c-9679-408f346de14b")
LATER = NOW + timedelta(days=1)


def a_source(address: str = "https://example.org/hsds") -> Source:
    """A directory of somebody else."""
    return add_source(name="Gids", address=address, licence="CC0", language="en", **BY)


def read(
    source: Source, digest: str, at: datetime = NOW, key: UUID = KEY, *, seen: bool = True
) -> Came | None:
    """One service of the feed, or none, and the end of the reading."""
    came = None
    with deed():
        if seen:
            values = {"name": {"en": "Charity"}}
            owner, _ = take_organization(source=source, said=Said("org", "a", values), at=at)
            said = Said("one", digest, {}, key, also={"licenses": "L"})
            _service, came = take_service(
                source=source,
                said=said,
                described=described(),
                organization=owner,
                state="active",
                confirmed_at=None,
                at=at,
            )
        finish_reading(source=source, began_at=at, whole=True, counts={}, by=SYSTEM, at=at)
    return came


def test_the_same_twice_is_nothing_and_what_changed_is_taken():
    source = a_source()
    assert read(source, "x") is Came.NEW
    assert read(source, "x") is Came.SAME
    assert read(source, "y", LATER) is Came.CHANGED
    service = Service.objects.get()
    assert (service.key, service.version, service.also) == (KEY, 2, {"licenses": "L"})
    assert service.schedules.count() == 1
    assert JournalEntry.objects.filter(verb="source.read").count() == 3


def test_the_same_address_is_the_same_source():
    assert a_source().pk == a_source().pk


def test_an_id_that_somebody_here_has_does_not_take_their_place():
    own = playgroup()
    read(a_source(), "x", key=own.key)
    foreign = Service.objects.get(source__isnull=False)
    assert foreign.key != own.key
    read(a_source("https://example.org/other"), "x", key=foreign.key)
    assert Service.objects.count() == 3


def test_what_the_feed_has_no_more_stops_and_may_come_back():
    source = a_source()
    read(source, "x")
    read(source, "x", LATER, seen=False)
    assert Service.objects.get().state == "defunct"
    assert read(source, "x", LATER + timedelta(days=1)) is Came.CHANGED
    assert Service.objects.get().state == "active"


def test_nobody_changes_it_here():
    read(a_source(), "x")
    service = Service.objects.get()
    with pytest.raises(ValidationError, match="Verbeter het daar"):
        confirm_service(service=service, **BY)
    assert not may_keep(Reader(grants=frozenset({NETWORK_MANAGE})), service.organization)
    assert list(services_come_with_their_organization(NOW)) == []


def test_a_record_alone_outside_a_reading_is_undone():
    source = a_source()
    with pytest.raises(NothingJournalled):
        take_organization(source=source, said=Said(str(uuid4()), "a", {"name": {"en": "A"}}), at=NOW)
