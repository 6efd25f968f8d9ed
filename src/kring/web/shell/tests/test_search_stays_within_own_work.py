"""The search box finds own families, own questions and public help, and nothing else."""

from uuid import uuid4

import pytest
from django.test import Client
from tests.cast import MONDAY, kempen, peeters_el_amrani

from kring.registry.network.models import Worker
from kring.registry.people.models import Family
from kring.trust.access.actions import involve
from kring.trust.access.models import Involvement
from kring.trust.access.queries import reader_for
from kring.web.shell.search import search

pytestmark = pytest.mark.django_db


def let_in(worker: Worker, family: Family) -> None:
    involve(
        at=MONDAY,
        about=family,
        who=worker,
        role=Involvement.Role.TEAM,
        because="request.taken",
        because_key=uuid4(),
    )


@pytest.mark.parametrize("typed", ["peeters", "Él  Amrani", "noor", "sofia el"])
def test_own_family_by_its_name_or_that_of_a_member(typed: str) -> None:
    lotte, family = kempen().lotte, peeters_el_amrani().family
    let_in(lotte, family)
    assert lotte.account
    found = search(typed, reader_for(lotte.account, MONDAY), MONDAY)
    assert [hit.title for hit in found.families] == ["Peeters – El Amrani"]


def test_the_family_of_others_stays_out_of_sight() -> None:
    network, family = kempen(), peeters_el_amrani().family
    let_in(network.lotte, family)
    assert network.bram.account
    assert search("peeters", reader_for(network.bram.account, MONDAY), MONDAY).nothing


def test_public_help_is_found_by_municipality() -> None:
    network = kempen()
    assert network.bram.account
    found = search("Geel", reader_for(network.bram.account, MONDAY), MONDAY)
    assert network.counter.name in [desk.name for desk in found.help]


def test_words_go_by_post_and_nothing_found_says_so(client: Client) -> None:
    client.force_login(kempen().lotte.account)
    page = client.post("/zoeken/", {"q": "onbekend gezin"}).content.decode()
    assert "Niets gevonden" in page
    assert 'value="onbekend gezin"' in page


def test_a_visitor_cannot_search(client: Client) -> None:
    assert client.post("/zoeken/", {"q": "peeters"}).status_code in {302, 403}
