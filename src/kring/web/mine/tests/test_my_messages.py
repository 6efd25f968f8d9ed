"""A person writes to their anchor person and asks to be called, from their own pages."""

from datetime import datetime

import pytest
from django.test import Client
from tests.cast import Network, PeetersElAmrani, kempen, peeters_el_amrani

from kring.registry.people.models import ContactChannel
from kring.support.messages.models import CallAsked, FamilyMessage
from kring.web.mine.tests.a_plan import a_plan
from kring.web.mine.tests.at_home import client_of, second_parent

pytestmark = pytest.mark.django_db
WORDS = "Mag oma meekomen?"


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home() -> PeetersElAmrani:
    return peeters_el_amrani()


def at_work(network: Network) -> Client:
    client = Client()
    client.force_login(network.nele.account)
    return client


def test_to_and_fro(network: Network, home: PeetersElAmrani) -> None:
    a_plan(home, network)
    client, nele = client_of(home.sofia, network), at_work(network)
    assert client.post("/mijn/berichten/", {"words": ""}).status_code == 422
    assert client.post("/mijn/berichten/", {"words": WORDS}).status_code == 302
    assert "1 ongelezen bericht" in nele.get("/vandaag/").content.decode()
    assert "Sofia" in nele.get("/gesprekken/").content.decode()
    path = f"/gesprekken/{home.sofia.key}/"
    assert WORDS in nele.get(path).content.decode()
    assert nele.post(path, {"words": "Zeker, tot vrijdag."}).status_code == 302
    assert "ongelezen" not in nele.get("/vandaag/").content.decode()
    assert "Nele Wouters schreef je" in client.get("/mijn/").content.decode()
    assert "Zeker, tot vrijdag." in client.get("/mijn/berichten/").content.decode()
    assert WORDS in client.post("/mijn/kopie/", {"vorm": "data"}).content.decode()


def test_whoever_wrote_nothing_waits_for_nothing(network: Network, home: PeetersElAmrani) -> None:
    a_plan(home, network)
    nele = at_work(network)
    assert nele.post(f"/gesprekken/{home.sofia.key}/gelezen/").status_code == 404
    assert "Niemand wacht" in nele.get("/gesprekken/").content.decode()


def test_a_second_parent_has_no_helper_of_the_first(network: Network, home: PeetersElAmrani) -> None:
    a_plan(home, network)
    client = client_of(second_parent(home, network, safe=True), network)
    assert "Nele" not in client.get("/mijn/berichten/").content.decode()
    assert client.post("/mijn/berichten/", {"words": WORDS}).status_code == 404
    assert client.get("/mijn/bel-mij/").status_code == 404
    assert not FamilyMessage.objects.exists()


def test_call_me_in_one_tap_where_a_safe_number_is_known(
    network: Network, home: PeetersElAmrani
) -> None:
    a_plan(home, network)
    ContactChannel.objects.create(person=home.sofia, kind="sms", value="+32470999001", safe=True)
    client = client_of(home.sofia, network)
    page = client.get("/mijn/").content.decode()
    after = page.split('name="after" value="')[1].split('"')[0]
    assert client.post("/mijn/bel-mij/", {"after": after}).status_code == 302
    assert CallAsked.objects.get().after == datetime.fromisoformat(after)
    assert "Je vroeg om te bellen" in client.get("/mijn/").content.decode()


def test_call_me_on_a_number_that_is_told_now(network: Network, home: PeetersElAmrani) -> None:
    a_plan(home, network)
    client = client_of(home.sofia, network)
    page = client.get("/mijn/bel-mij/").content.decode()
    after = page.split('name="after" value="')[1].split('"')[0]
    assert client.post("/mijn/bel-mij/", {"after": after}).status_code == 422
    assert client.post("/mijn/bel-mij/", {"after": after, "phone": "0470 99 90 01"}).status_code == 302
    known = ContactChannel.objects.get()
    assert (known.value, known.safe) == ("+32470999001", True)
