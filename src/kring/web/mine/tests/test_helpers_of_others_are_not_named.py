"""On the own pages only one's own helpers are named: of another's neither name, place nor day."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.cast import LONG_AGO, Network, PeetersElAmrani, acting, kempen, peeters_el_amrani

from kring.registry.network.models import Worker
from kring.registry.people.models import Family, FamilyMembership, Person
from kring.support.notes.actions import Draft, write_note
from kring.trust.access.items import hand_over
from kring.trust.access.models import Involvement
from kring.trust.consent.models import Consent
from kring.web.mine.tests.at_home import client_of, second_parent

pytestmark = pytest.mark.django_db
WORDS = "Jan haalt Noor op dinsdag van school."
PAGES = ["", "wie-keek/", "delen/", "stop/", "kopie/", "klopt-niet/"]


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home() -> PeetersElAmrani:
    return peeters_el_amrani()


def helps(who: Worker, about: Family | Person) -> None:
    Involvement.objects.create(
        family=about if isinstance(about, Family) else None,
        person=about if isinstance(about, Person) else None,
        worker=who,
        role="team",
        because="test",
        starts_at=LONG_AGO,
    )


def told_to(reader: Person, about: list[Person], author: Worker, network: Network) -> None:
    """A note of this worker, handed over to who reads it."""
    note = write_note(
        draft=Draft(words=WORDS, about=about),
        author=author,
        owner=network.outside.organisation,
        by=acting(author),
        at=timezone.now() - timedelta(days=40),
    )
    hand_over(note.item, reader)


def everything(client: Client) -> str:
    pages = [client.get(f"/mijn/{path}").content.decode() for path in PAGES]
    return "".join(pages) + client.post("/mijn/kopie/", {"vorm": "data"}).content.decode()


def test_the_helper_of_the_first_parent_is_left_out(network: Network, home: PeetersElAmrani) -> None:
    helps(network.bram, home.family)
    jan = second_parent(home, network, safe=True)
    told_to(jan, [jan, home.noor], network.bram, network)
    said = everything(client_of(jan, network))
    assert WORDS in said
    for hidden in ("Bram", "CAW De Kempen", "Geschreven door"):
        assert hidden not in said


def test_the_first_parent_reads_who_wrote(network: Network, home: PeetersElAmrani) -> None:
    helps(network.bram, home.family)
    told_to(home.sofia, [home.sofia, home.noor], network.bram, network)
    assert "Bram De Smet, CAW De Kempen" in everything(client_of(home.sofia, network))


def test_ones_own_helper_is_named(network: Network, home: PeetersElAmrani) -> None:
    jan = second_parent(home, network, safe=True)
    helps(network.bram, jan)
    told_to(jan, [jan, home.noor], network.bram, network)
    assert "Bram De Smet, CAW De Kempen" in everything(client_of(jan, network))


def test_who_left_the_family_hears_of_no_later_helper(network: Network, home: PeetersElAmrani) -> None:
    grown = home.younes
    FamilyMembership.objects.filter(person=grown).update(ends_at=timezone.now() - timedelta(days=9))
    helps(network.bram, home.family)
    Involvement.objects.update(starts_at=timezone.now() - timedelta(days=2))
    client = client_of(grown, network)
    assert "Bram" not in everything(client)
    house = network.outside.organisation
    assert client.get(f"/mijn/delen/{grown.key}/{house.key}/").status_code == 404


def test_whom_another_parent_let_in_is_theirs_to_tell(network: Network, home: PeetersElAmrani) -> None:
    jan = second_parent(home, network, safe=True)
    Consent.objects.create(
        person=home.noor,
        purpose="share",
        outcome="yes",
        decided_by=jan,
        organisation=network.outside.organisation,
        starts_at=LONG_AGO,
    )
    assert "CAW De Kempen" not in everything(client_of(home.sofia, network))
