"""A desk answers from its mail: it sees little, it answers once, and a dead link tells nothing."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from tests.cast import MONDAY, Network, acting, kempen, peeters_el_amrani

from kring.foundation.journal.actor import SYSTEM
from kring.foundation.keys.sealing import hash_code
from kring.registry.people.actions import protect_address
from kring.registry.places.queries import municipality_by_nis
from kring.support.requests.actions import ask_handover
from kring.support.requests.models import AnswerLink, Handover
from kring.support.requests.tests.a_question import asked
from kring.web.portal.tests.at_the_portal import words_of

pytestmark = pytest.mark.django_db
TOKEN = "in-de-mail"
URL = f"/antwoord/{TOKEN}"


@pytest.fixture(autouse=True)
def _on_a_tuesday() -> object:
    with time_machine.travel(MONDAY + timedelta(days=1), tick=False):
        yield


def _mailed(network: Network, **values: object) -> Handover:
    request = asked(
        network, municipality=municipality_by_nis("13008"), age_bands=["0-2", "12-17"], **values
    )
    handover = ask_handover(
        request=request,
        to_desk=network.team,
        words="Zij kennen Younes goed.",
        worker=network.nele,
        by=acting(network.nele),
        at=MONDAY,
    )
    AnswerLink.objects.filter(handover=handover).update(token_hash=hash_code(TOKEN))
    return handover


def test_it_shows_sender_kind_ages_place_and_term_and_no_more(client: Client) -> None:
    network, family = kempen(), peeters_el_amrani()
    _mailed(network, asker=family.sofia, family=family.family, topic="school")
    page = words_of(client.get(URL))
    for shown in (network.counter.name, "onderwijs", "0 tot 2 jaar", "Geel", "2 december"):
        assert shown in page
    for hidden in ("Sofia", "Amrani", "Peeters", "Younes", "ruzie"):
        assert hidden not in page


def test_a_protected_place_is_only_a_region(client: Client) -> None:
    network, family = kempen(), peeters_el_amrani()
    protect_address(by=SYSTEM, at=MONDAY, person=family.noor)
    network.counter.__class__.objects.update(name="Balie", phone="")
    _mailed(network, asker=family.sofia, family=family.family)
    page = words_of(client.get(URL))
    assert "regio Trefplaats Jeugdhulp Kempen" in page
    assert "<dd>Geel</dd>" not in page


def test_looking_uses_nothing_up(client: Client) -> None:
    _mailed(kempen())
    client.get(URL)
    link = AnswerLink.objects.get()
    assert (link.opened_at, link.used_at) == (None, None)
    assert client.get(URL).status_code == 200


def test_yes_once_and_then_the_link_is_dead(client: Client) -> None:
    handover = _mailed(kempen())
    assert client.post(URL, {"says": "yes"}).status_code == 302
    handover.refresh_from_db()
    assert handover.state == "accepted"
    assert client.post(URL, {"says": "no", "reason": "no_room", "words": "x"}).status_code == 410
    assert client.get(URL).status_code == 410


@pytest.mark.parametrize("missing", [{"reason": ""}, {"words": "  "}])
def test_a_no_needs_reason_and_words_and_loses_nothing(client: Client, missing: dict[str, str]) -> None:
    handover = _mailed(kempen())
    given = {"says": "no", "reason": "no_room", "words": "Pas in januari.", **missing}
    response = client.post(URL, given)
    assert response.status_code == 422
    if missing.get("reason") == "":
        assert "Pas in januari." in words_of(response)
    handover.refresh_from_db()
    assert handover.state == "asked"


def test_call_us_first(client: Client) -> None:
    handover = _mailed(kempen())
    response = client.post(URL, {"says": "call"}, follow=True)
    assert "eerst willen bellen" in words_of(response)
    handover.refresh_from_db()
    assert handover.call_me


def test_unknown_expired_and_settled_look_the_same(client: Client) -> None:
    handover = _mailed(kempen())
    unknown = client.get("/antwoord/nooit-verstuurd")
    with time_machine.travel(MONDAY + timedelta(days=30), tick=False):
        expired = client.get(URL)
    Handover.objects.filter(pk=handover.pk).update(state="recalled")
    settled = client.get(URL)
    assert unknown.status_code == expired.status_code == settled.status_code == 410
    assert words_of(unknown) == words_of(expired) == words_of(settled)
