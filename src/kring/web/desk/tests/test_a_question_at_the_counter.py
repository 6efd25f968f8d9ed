"""At the counter a question is four things on one screen, and the rest comes later."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from tests.at_work import client_of
from tests.cast import LONG_AGO, MONDAY, Network, desk, kempen, organisation

from kring.registry.network.models import DeskArea, Duty
from kring.registry.people.models import ContactChannel, Person
from kring.registry.places.models import Municipality
from kring.support.requests.actions import status_code_of
from kring.support.requests.models import Request

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_a_monday() -> object:
    with time_machine.travel(MONDAY, tick=False):
        yield


def _write_down(client: Client, network: Network, **values: Any) -> Any:
    given = {
        "submission": str(uuid4()),
        "door": "counter",
        "desk": str(network.counter.key),
        "words": "Zoekt hulp voor de ochtenden.",
        "municipality": "Geel",
    }
    return client.post("/balie/", {**given, **values})


def test_desk_and_place_stand_ready(client: Client) -> None:
    network = kempen()
    page = client_of(network.nele).get("/balie/").content.decode()
    assert f'value="{network.counter.key}"' in page
    assert 'value="Geel"' in page
    assert "autofocus" in page


def test_four_things_make_a_question_on_the_own_desk() -> None:
    network = kempen()
    client = client_of(network.nele)
    response = _write_down(client, network, name="Fien", reach="0470 12 34 56", door="phone")
    asked = Request.objects.get()
    assert (asked.desk, asked.door) == (network.counter, "phone")
    assert asked.asker is not None
    assert asked.asker.name == "Fien"
    page = client.get(response.url).content.decode()
    code = status_code_of(asked)
    assert f"{code[:4]}-{code[4:8]}-{code[8:]}" in page
    assert "woensdag 2 december" in page


def test_comes_back_is_a_way_too() -> None:
    network = kempen()
    _write_down(client_of(network.nele), network, name="Fien", comes_back="on")
    channel = ContactChannel.objects.get()
    assert (channel.kind, channel.value) == ("comes_back", "")


def test_from_elsewhere_it_lies_with_the_desk_of_that_place() -> None:
    network = kempen()
    mol = Municipality.objects.get(name_nl="Mol", successor__isnull=True)
    house = organisation("Huis van het Kind Mol")
    other = desk("Balie Mol", "counter", house, network.region, public=True)
    DeskArea.objects.filter(desk=other).update(municipality=mol)
    Duty.objects.create(desk=other, worker=network.bram, starts_at=LONG_AGO)
    _write_down(client_of(network.nele), network, municipality="Mol")
    assert Request.objects.get().desk == other


def test_sent_twice_it_is_one_question() -> None:
    network = kempen()
    client, submission = client_of(network.nele), str(uuid4())
    for _ in range(2):
        _write_down(client, network, submission=submission, name="Fien")
    assert Request.objects.count() == 1
    assert Person.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"words": " "}, "Schrijf op wat er gevraagd wordt."),
        ({"words": "a" * 100_000}, "100000 tekens"),
        ({"reach": "weet ik niet"}, "Dit telefoonnummer klopt niet"),
        ({"municipality": "Meulebeke"}, "Kies Tielt"),
        ({"municipality": "Nergenshuizen"}, "We vinden"),
    ],
)
def test_what_is_wrong_gets_a_sentence_and_nothing_is_lost(wrong: dict[str, str], sentence: str) -> None:
    network = kempen()
    response = _write_down(client_of(network.nele), network, **{"name": "Fien", **wrong})
    page = response.content.decode()
    assert response.status_code == 422
    assert sentence in page
    assert 'value="Fien"' in page
    assert not Request.objects.exists()


def test_the_desk_of_somebody_else_cannot_be_chosen() -> None:
    network = kempen()
    response = _write_down(client_of(network.nele), network, desk=str(network.team.key))
    assert response.status_code == 422
    assert not Request.objects.exists()


def test_who_left_is_refused_and_who_is_nobody_signs_in(client: Client) -> None:
    network = kempen()
    browser = client_of(network.nele)
    network.nele.left_at = MONDAY - timedelta(days=1)
    network.nele.save()
    assert browser.get("/balie/").status_code == 403
    assert _write_down(browser, network).status_code == 403
    assert client.get("/balie/").status_code == 302
    assert not Request.objects.exists()


def test_not_safe_at_home_is_seen_today() -> None:
    network = kempen()
    client = client_of(network.nele)
    page = client.get(_write_down(client, network, home_safe="unknown").url).content.decode()
    assert "Bekijk deze vraag nog vandaag" in page


def test_the_slip_is_gone_for_the_next_visitor() -> None:
    network = kempen()
    with time_machine.travel(MONDAY, tick=False) as clock:
        client = client_of(network.nele)
        url = _write_down(client, network).url
        clock.shift(60 * 14)
        assert client.get(url).status_code == 200
        clock.shift(60 * 2)
        assert client.get(url).status_code == 302
