"""Who is reached by telephone is called by the desk of their question; nothing is silently lost."""

from typing import Any

import pytest
from tests.at_work import client_of
from tests.cast import MONDAY, Network, acting, desk, kempen, organisation, partnership, worker

from kring.foundation.outbox.actions import ask_to_call, give_up, post
from kring.foundation.outbox.models import Message, MessageSwitch
from kring.foundation.outbox.recipients import Recipient
from kring.registry.network.models import Desk
from kring.registry.people.actions import add_channel, register_person
from kring.support.requests.actions import Question, ask
from kring.support.requests.models import AskerKind, Door

pytestmark = pytest.mark.django_db


@pytest.fixture
def network() -> Network:
    return kempen()


def queued(to: Recipient, network: Network) -> Message:
    return post(by=acting(network.nele), at=MONDAY, to=to, text="handover_asked", link="/", once="1")


@pytest.fixture
def call(network: Network) -> Message:
    """A mother with a telephone and a question at the counter; a message waits for a call."""
    by: Any = acting(network.nele)
    sofia = register_person(by=by, at=MONDAY, given_name="Sofia", family_name="Peeters")
    add_channel(
        by=by, at=MONDAY, person=sofia, kind="phone", value="+32470000012", safe=True,
        hours="na 16 uur", say_to_others="Zeg dat het over de speelgroep gaat.",
    )  # fmt: skip
    question = Question(door=Door.COUNTER, asker_kind=AskerKind.FAMILY, words="Slaapt niet", asker=sofia)
    ask(question=question, desk=network.counter, by=by, at=MONDAY)
    message = queued(Recipient("person", sofia.key), network)
    ask_to_call(by=by, at=MONDAY, message=message, look_again_at=MONDAY)
    return message


def test_the_desk_sees_hours_and_what_to_say_and_no_content(network: Network, call: Message) -> None:
    page = client_of(network.nele).get("/te-bellen/").text
    assert "Sofia Peeters" in page
    assert "na 16 uur" in page
    assert "Zeg dat het over de speelgroep gaat." in page
    assert "Slaapt niet" not in page


def test_another_desk_sees_nobody_to_call(network: Network, call: Message) -> None:
    bram = client_of(network.bram)
    assert "Sofia" not in bram.get("/te-bellen/").text
    assert bram.post(f"/te-bellen/{call.key}/gebeld/", {"reached": "ja"}).status_code == 404


def test_today_counts_who_waits_for_a_call(network: Network, call: Message) -> None:
    assert "1 telefoontje te doen" in client_of(network.nele).get("/vandaag/").text
    assert "telefoontje" not in client_of(network.bram).get("/vandaag/").text


def test_reached_ends_the_call_and_not_reached_keeps_it(network: Network, call: Message) -> None:
    nele = client_of(network.nele)
    nele.post(f"/te-bellen/{call.key}/gebeld/", {"reached": "nee"})
    call.refresh_from_db()
    assert (call.state, call.attempts) == ("to_call", 1)
    nele.post(f"/te-bellen/{call.key}/gebeld/", {"reached": "ja"})
    call.refresh_from_db()
    assert call.state == "called"


def test_a_message_that_did_not_arrive_is_sent_again(network: Network) -> None:
    message = queued(Recipient("desk", network.team.key), network)
    give_up(by=acting(network.nele), at=MONDAY, message=message, why="550")
    ann = client_of(worker("Ann Mertens", network.team, "coordinator"))
    assert network.team.name in ann.get("/berichten/").text
    ann.post(f"/berichten/{message.key}/opnieuw/")
    message.refresh_from_db()
    assert message.state == "queued"


def test_a_message_of_another_region_is_not_found(network: Network) -> None:
    message = queued(Recipient("desk", network.team.key), network)
    give_up(by=acting(network.nele), at=MONDAY, message=message, why="550")
    tom = client_of(worker("Tom Geerts", elsewhere(), "coordinator"))
    assert tom.post(f"/berichten/{message.key}/opnieuw/").status_code == 404


def elsewhere() -> Desk:
    caw = organisation("CAW Limburg", "caw")
    return desk("Balie Limburg", "counter", caw, partnership("Limburg", "project", caw))


def test_a_text_is_switched_off_and_on(network: Network) -> None:
    ann = client_of(worker("Ann Mertens", network.team, "coordinator"))
    typed = {"kind": "text", "code": "handover_asked"}
    ann.post("/berichten/schakel/", {**typed, "to": "off"})
    assert MessageSwitch.objects.get().ends_at is None
    assert "staat uit" in ann.get("/berichten/").text
    ann.post("/berichten/schakel/", {**typed, "to": "on"})
    assert MessageSwitch.objects.get().ends_at is not None


def test_only_who_keeps_the_network_switches(network: Network) -> None:
    nele = client_of(network.nele)
    assert nele.get("/berichten/").status_code == 403
    assert nele.post("/berichten/schakel/", {"kind": "text", "code": "x"}).status_code == 403
    ann = client_of(worker("Ann Mertens", network.team, "coordinator"))
    assert ann.post("/berichten/schakel/", {"kind": "text", "code": "x"}).status_code == 404
