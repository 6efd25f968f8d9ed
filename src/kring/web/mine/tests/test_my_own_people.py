"""A person invites one of their own, appoints whom they trust, and asks for another helper."""

import pytest
from django.test import Client
from tests.cast import Network, PeetersElAmrani, kempen, peeters_el_amrani

from kring.foundation.outbox.models import Message
from kring.registry.people.models import ContactChannel, Person, Relation
from kring.support.plans.models import HelperWish
from kring.trust.access.models import PersonAccess
from kring.web.mine.tests.a_plan import MORNINGS, a_goal, a_plan
from kring.web.mine.tests.at_home import client_of, second_parent

pytestmark = pytest.mark.django_db
RITA = {"name": "Oma Rita", "reach": "0470 99 90 02"}


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home() -> PeetersElAmrani:
    return peeters_el_amrani()


def test_grandmother_is_invited_and_reads_what_is_shared(
    network: Network, home: PeetersElAmrani
) -> None:
    goal = a_goal(a_plan(home, network), network, home.sofia)
    client = client_of(home.sofia, network)
    assert client.post("/mijn/mensen/nodig-uit/", RITA).status_code == 302
    rita = Person.objects.get(given_name="Oma")
    assert Relation.objects.get(person=rita).type == "steunfiguur"
    assert ContactChannel.objects.get(person=rita).value == "+32470999002"
    assert Message.objects.filter(recipient_key=PersonAccess.objects.get(person=rita).key).exists()
    hers = Client()
    hers.force_login(PersonAccess.objects.get(person=rita).account)
    assert MORNINGS not in hers.get("/mijn/plan/").content.decode()
    client.post(f"/mijn/plan/doel/{goal.key}/lezers/", {"wie": str(rita.key)})
    assert MORNINGS in hers.get("/mijn/plan/").content.decode()


def test_a_wrong_number_writes_nobody_down(network: Network, home: PeetersElAmrani) -> None:
    client = client_of(home.sofia, network)
    answer = client.post("/mijn/mensen/nodig-uit/", RITA | {"reach": "twaalf"})
    assert answer.status_code == 422
    assert not Person.objects.filter(given_name="Oma").exists()


def test_who_does_not_decide_invites_nobody(network: Network, home: PeetersElAmrani) -> None:
    client = client_of(home.noor, network)
    assert client.post("/mijn/mensen/nodig-uit/", RITA).status_code == 422
    assert not Person.objects.filter(given_name="Oma").exists()


def test_whom_a_son_trusts_until_he_does_not(network: Network, home: PeetersElAmrani) -> None:
    client = client_of(home.younes, network)
    client.post("/mijn/mensen/nodig-uit/", RITA | {"trusted": "on"})
    tie = Relation.objects.get(to=home.younes)
    assert tie.type == "vertrouwenspersoon"
    path = f"/mijn/mensen/{tie.person.key}/stop/"
    assert client_of(home.sofia, network).post(path).status_code == 404
    assert client.post(path).status_code == 302
    tie.refresh_from_db()
    assert tie.ends_at is not None


def test_another_helper_is_asked(network: Network, home: PeetersElAmrani) -> None:
    a_plan(home, network)
    client = client_of(home.sofia, network)
    assert client.post("/mijn/mensen/vraag/", {}).status_code == 422
    sent = {"kind": "other_helper", "about": str(network.nele.key), "words": "Het klikt niet."}
    assert client.post("/mijn/mensen/vraag/", sent).status_code == 302
    wish = HelperWish.objects.get()
    assert (wish.person, wish.about) == (home.sofia, network.nele)
    assert "Nog geen antwoord." in client.get("/mijn/mensen/").content.decode()


def test_a_second_parent_asks_nothing_of_the_team_of_the_first(
    network: Network, home: PeetersElAmrani
) -> None:
    a_plan(home, network)
    client = client_of(second_parent(home, network, safe=True), network)
    assert client.get("/mijn/mensen/vraag/").status_code == 404
    assert "andere helper" not in client.get("/mijn/mensen/").content.decode()
