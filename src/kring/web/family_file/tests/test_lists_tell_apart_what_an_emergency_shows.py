"""A list on which an emergency shows a family beside own ones is told of under each reason."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from tests.cast import LONG_AGO, MONDAY, Network, PeetersElAmrani, kempen, peeters_el_amrani, person

from kring.foundation.journal.models import JournalEntry, JournalPayload, JournalSubject
from kring.registry.people.models import Family, FamilyMembership
from kring.trust.access.actions import involve
from kring.trust.access.tests.a_glass import broken, kept_by

pytestmark = pytest.mark.django_db
NOW = MONDAY + timedelta(minutes=5)


@pytest.fixture
def network() -> Iterator[Network]:
    with time_machine.travel(NOW, tick=False):
        yield kempen()


@pytest.fixture
def home(network: Network) -> PeetersElAmrani:
    found = peeters_el_amrani()
    kept_by(found, network.nele)
    return found


@pytest.fixture
def maes(network: Network) -> Family:
    """A family that Bram helps: Els Maes, and Noor who lives there too."""
    family = Family.objects.create(name="Maes", search_name="maes", created_at=LONG_AGO)
    els = person("Els", "Maes")
    FamilyMembership.objects.create(family=family, person=els, role="parent", starts_at=LONG_AGO)
    involve(
        at=MONDAY, about=family, who=network.bram, role="team", because="request", because_key=uuid4()
    )
    return family


def told(client: Client, path: str) -> dict[str, set[object]]:
    """The subjects of the entries one page leaves, by their reason."""
    before = JournalEntry.objects.filter(verb="read").count()
    assert client.get(path).status_code == 200
    entries = JournalEntry.objects.filter(verb="read").order_by("pk")[before:]
    return {
        JournalPayload.objects.get(pk=entry.pk).body.get("because", ""): set(
            JournalSubject.objects.filter(entry=entry).values_list("subject_key", flat=True)
        )
        for entry in entries
    }


def signed_in(network: Network) -> Client:
    client = Client()
    assert network.bram.account is not None
    client.force_login(network.bram.account)
    return client


def test_the_list_of_families(network: Network, home: PeetersElAmrani, maes: Family) -> None:
    client = signed_in(network)
    (usual,) = told(client, "/gezinnen/")
    broken(home, network.bram)
    assert told(client, "/gezinnen/") == {usual: {maes.key}, "glass": {home.family.key}}
    kept_by(home, network.bram, "team")
    assert told(client, "/gezinnen/") == {usual: {maes.key, home.family.key}}
