"""Hand-overs on screen: the receiver decides on a preview, and sees the person after the yes."""

from datetime import timedelta

import pytest
import time_machine
from tests.at_work import client_of
from tests.cast import MONDAY, Network, acting, geel, kempen, peeters_el_amrani

from kring.support.requests.actions import ask_handover, recall_handover
from kring.support.requests.models import Handover, Request
from kring.web.desk.tests.signed_in import asked

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_wednesday() -> object:
    with time_machine.travel(MONDAY + timedelta(days=2), tick=False) as now:
        yield now


def handed() -> tuple[Network, Request, Handover]:
    network, family = kempen(), peeters_el_amrani()
    question = asked(
        network,
        family=family.family,
        asker=family.sofia,
        municipality=geel(),
        topic="parenting",
        age_bands=["6-11"],
    )
    handover = ask_handover(
        request=question,
        to_desk=network.team,
        words="Moeder alleen, woont bij oma.",
        worker=network.nele,
        by=acting(network.nele),
        at=MONDAY + timedelta(days=1),
    )
    return network, question, handover


def test_the_receiver_sees_sender_kind_ages_place_and_term_and_no_more() -> None:
    network, question, handover = handed()
    client = client_of(network.lotte)
    for url in (f"/overdrachten/{handover.key}/", "/overdrachten/"):
        page = client.get(url).content.decode()
        assert "Huis van het Kind Geel" in page
        assert "ouderschap en opvoeding" in page
        assert "6 tot 11 jaar" in page
        for hidden in ("Amrani", "ochtenden", "woont bij oma"):
            assert hidden not in page
    assert client.get(f"/vragen/{question.key}/").status_code == 404


def test_after_the_yes_the_question_opens() -> None:
    network, question, handover = handed()
    client = client_of(network.lotte)
    client.post(f"/overdrachten/{handover.key}/ja/")
    assert "Sofia El Amrani" in client.get(f"/vragen/{question.key}/").content.decode()
    assert client_of(network.nele).get(f"/vragen/{question.key}/").status_code == 404


def test_a_no_asks_for_reason_and_words() -> None:
    network, _question, handover = handed()
    client = client_of(network.lotte)
    url = f"/overdrachten/{handover.key}/nee/"
    assert client.post(url, {"reason": "no_room"}).status_code == 422
    assert client.post(url, {"reason": "no_room", "words": "Vol tot januari."}).status_code == 302
    handover.refresh_from_db()
    assert handover.state == "refused"


def test_a_yes_after_the_recall_says_so() -> None:
    network, _question, handover = handed()
    recall_handover(handover=handover, by=acting(network.nele), at=MONDAY + timedelta(days=2))
    page = client_of(network.lotte).post(f"/overdrachten/{handover.key}/ja/")
    assert page.status_code == 409
    assert "is ingetrokken" in page.content.decode()


def test_call_me_first_is_told_to_the_sender() -> None:
    network, question, handover = handed()
    client_of(network.lotte).post(f"/overdrachten/{handover.key}/bel/")
    page = client_of(network.nele).get(f"/vragen/{question.key}/").content.decode()
    assert "Ze willen eerst bellen." in page


def test_it_is_not_there_for_a_third_desk() -> None:
    network, _question, handover = handed()
    client = client_of(network.bram)
    assert client.get(f"/overdrachten/{handover.key}/").status_code == 404
    assert client.post(f"/overdrachten/{handover.key}/ja/").status_code == 404
    assert client_of(network.nele).post(f"/overdrachten/{handover.key}/ja/").status_code == 403
    handover.refresh_from_db()
    assert handover.state == "asked"


def test_the_sender_sees_what_was_asked_and_may_take_it_back() -> None:
    network, question, handover = handed()
    client = client_of(network.nele)
    assert "Gevraagd aan Trefplaats" in client.get("/overdrachten/?lijst=verstuurd").content.decode()
    client.post(f"/vragen/{question.key}/doe/intrekken-overdracht/")
    handover.refresh_from_db()
    assert handover.state == "recalled"
