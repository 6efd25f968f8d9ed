"""Who asks to help along asks it of the person: who decides says yes or no on their own pages."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from tests.cast import MONDAY, Network, PeetersElAmrani, acting, kempen, peeters_el_amrani

from kring.registry.people.models import Person
from kring.registry.people.queries import Identifiers
from kring.trust.access.actions import ask_to_join
from kring.trust.access.models import Involvement, JoinAsked
from kring.web.mine.tests.at_home import client_of, second_parent

pytestmark = pytest.mark.django_db
REASON = "Ik begeleid dit gezin bij het wonen."


@pytest.fixture
def network() -> Network:
    with time_machine.travel(MONDAY, tick=False):
        yield kempen()


@pytest.fixture
def home(network: Network) -> PeetersElAmrani:
    return peeters_el_amrani()


def asked(who: Person, network: Network) -> JoinAsked:
    named = Identifiers(who.given_name, who.family_name, who.birth_date)
    by = acting(network.bram)
    return ask_to_join(
        who=named, worker=network.bram, reason=REASON, by=by, at=MONDAY - timedelta(hours=1)
    )


def answered(client: Client, join: JoinAsked, word: str) -> int:
    return client.post(f"/mijn/meehelpen/{join.key}/{word}/").status_code


def test_who_asks_stands_on_the_page_with_where_they_work_and_why(
    network: Network, home: PeetersElAmrani
) -> None:
    join, sofia = asked(home.sofia, network), client_of(home.sofia, network)
    assert "Iemand wil meehelpen" in sofia.get("/mijn/").text
    page = sofia.get("/mijn/delen/").text
    assert "Bram De Smet" in page
    assert "CAW De Kempen" in page
    assert REASON in page
    assert not Involvement.objects.filter(worker=network.bram, person=home.sofia).exists()
    assert answered(sofia, join, "ja") == 302
    taken_in = Involvement.objects.get(worker=network.bram, person=home.sofia)
    assert (taken_in.because, taken_in.because_key, taken_in.starts_at) == ("join", join.key, MONDAY)
    assert "Iemand wil meehelpen" not in sofia.get("/mijn/").text


def test_after_a_no_nobody_takes_part(network: Network, home: PeetersElAmrani) -> None:
    join, sofia = asked(home.sofia, network), client_of(home.sofia, network)
    assert answered(sofia, join, "nee") == 302
    assert JoinAsked.objects.get().state == "declined"
    assert not Involvement.objects.filter(worker=network.bram).exists()
    assert answered(sofia, join, "ja") == 404


def test_a_minor_who_decides_answers_and_the_parent_does_not_see_it(
    network: Network, home: PeetersElAmrani
) -> None:
    join = asked(home.younes, network)
    sofia, younes = client_of(home.sofia, network), client_of(home.younes, network)
    assert "Bram De Smet" not in sofia.get("/mijn/delen/").text
    assert answered(sofia, join, "ja") == 404
    assert answered(younes, join, "ja") == 302


def test_for_a_small_child_the_first_parent_answers_and_no_second_one(
    network: Network, home: PeetersElAmrani
) -> None:
    join = asked(home.noor, network)
    jan = client_of(second_parent(home, network, safe=True), network)
    sofia = client_of(home.sofia, network)
    assert "Bram De Smet" not in jan.get("/mijn/delen/").text
    assert answered(jan, join, "ja") == 404
    assert "over Noor" in sofia.get("/mijn/delen/").text
    assert answered(sofia, join, "misschien") == 404
    assert answered(sofia, join, "ja") == 302


def test_what_is_over_is_asked_no_more(network: Network, home: PeetersElAmrani) -> None:
    join, sofia = asked(home.sofia, network), client_of(home.sofia, network)
    JoinAsked.objects.update(expires_at=MONDAY)
    assert "Bram De Smet" not in sofia.get("/mijn/delen/").text
    assert answered(sofia, join, "ja") == 404
