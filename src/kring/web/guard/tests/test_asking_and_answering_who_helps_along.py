"""On screen: asking to help along answers the same for everybody; the keeper says yes or no."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from tests.at_work import client_of
from tests.cast import MONDAY, Network, PeetersElAmrani, kempen, peeters_el_amrani

from kring.foundation.journal.actor import SYSTEM
from kring.registry.people.models import Person
from kring.trust.access.models import JoinAsked
from kring.trust.access.tests.a_glass import kept_by
from kring.trust.consent.actions import record_consent

pytestmark = pytest.mark.django_db
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')
REASON = "Ik begeleid de kinderen op school."
SOFIA = {"given_name": "Sofia", "family_name": "El Amrani", "birth_date": "1988-03-14"}
NOBODY = {"given_name": "Els", "family_name": "Maes", "birth_date": "1990-01-01"}


@pytest.fixture
def network() -> Network:
    with time_machine.travel(MONDAY, tick=False):
        yield kempen()


@pytest.fixture
def home(network: Network) -> PeetersElAmrani:
    made = peeters_el_amrani()
    kept_by(made, network.lotte)
    return made


def asks(who: Client, typed: dict[str, str]) -> str:
    answer = who.post("/meehelpen/", {**typed, "reason": REASON}, follow=True)
    assert answer.redirect_chain == [("/meehelpen/", 302)]
    JoinAsked.objects.all().delete()
    return bare(answer.text)


def bare(text: str) -> str:
    """The page itself, without the safety tokens of its forms."""
    return TOKEN.sub("", text.partition("<main")[2])


def test_the_answer_is_the_same_whoever_is_meant(network: Network, home: PeetersElAmrani) -> None:
    answers = {asks(client_of(network.bram), typed) for typed in (SOFIA, NOBODY)}
    Person.objects.filter(pk=home.noor.pk).update(protected_address=True)
    answers.add(asks(client_of(network.bram), SOFIA))
    assert len(answers) == 1
    assert "Als wij deze persoon kennen" in answers.pop()


def test_the_keeper_says_yes_with_consent_on_record(network: Network, home: PeetersElAmrani) -> None:
    bram, lotte = client_of(network.bram), client_of(network.lotte)
    bram.post("/meehelpen/", {**SOFIA, "reason": REASON})
    join = JoinAsked.objects.get()
    page = lotte.get("/meehelpen/").text
    assert "Bram De Smet wil meehelpen met Sofia El Amrani" in page
    assert "vraag eerst of dit mag" in page
    lotte.post(f"/meehelpen/{join.key}/ja/")
    assert JoinAsked.objects.get().state == "asked"
    record_consent(
        person=home.sofia,
        purpose="share",
        outcome="yes",
        organisation=network.outside.organisation,
        by=SYSTEM,
        at=MONDAY,
    )
    lotte.post(f"/meehelpen/{join.key}/ja/")
    assert JoinAsked.objects.get().state == "opened"
    assert "je helpt mee met Sofia El Amrani" in bram.get("/meehelpen/").text


def test_a_no_is_not_shown_to_who_asked(network: Network, home: PeetersElAmrani) -> None:
    bram, lotte = client_of(network.bram), client_of(network.lotte)
    bram.post("/meehelpen/", {**SOFIA, "reason": REASON}, follow=True)
    before = bare(bram.get("/meehelpen/").text)
    lotte.post(f"/meehelpen/{JoinAsked.objects.get().key}/nee/")
    assert JoinAsked.objects.get().state == "declined"
    assert bare(bram.get("/meehelpen/").text) == before


def test_nobody_else_answers(network: Network, home: PeetersElAmrani) -> None:
    client_of(network.bram).post("/meehelpen/", {**SOFIA, "reason": REASON})
    key = JoinAsked.objects.get().key
    for who in (network.nele, network.bram):
        assert client_of(who).post(f"/meehelpen/{key}/ja/").status_code == 404
    with time_machine.travel(MONDAY + timedelta(days=15), tick=False):
        assert client_of(network.lotte).post(f"/meehelpen/{key}/nee/").status_code == 404
