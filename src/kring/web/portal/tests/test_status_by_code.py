"""With the code the asker reads where the question lies, and nobody else reads a theme."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from tests.cast import MONDAY, Network, acting, kempen

from kring.foundation.deadlines.queries import number_at
from kring.foundation.journal.models import JournalEntry
from kring.support.requests.actions import (
    accept_handover,
    ask_handover,
    give_advice,
    offer_help,
    status_code_of,
    take,
)
from kring.support.requests.models import Request
from kring.support.requests.tests.a_question import asked
from kring.web.portal.tests.at_the_portal import look, words_of

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(days=2)


@pytest.fixture(autouse=True)
def _on_a_wednesday() -> object:
    cache.clear()
    with time_machine.travel(LATER, tick=False):
        yield


def _advised(network: Network, request: Request) -> None:
    give_advice(
        request=request,
        what="Kom langs op het spreekuur.",
        told_at=MONDAY,
        worker=network.nele,
        by=acting(network.nele),
        at=MONDAY,
    )


def _offered(network: Network, request: Request) -> None:
    offer_help(
        request=request,
        starter=network.team.organisation,
        what="Twee ochtenden hulp.",
        starts_on=date(2026, 11, 20),
        worker=network.nele,
        by=acting(network.nele),
        at=MONDAY,
    )


def test_it_says_where_and_until_when_without_a_name(client: Client) -> None:
    network = kempen()
    request = asked(network)
    take(request=request, worker=network.nele, by=acting(network.nele), at=MONDAY)
    response = look(client, request)
    page = words_of(response)
    assert "een dienst in je buurt" in page
    assert "woensdag 2 december" in page
    assert "<title>Kring</title>" in page
    for secret in (network.counter.name, "Nele", "ruzie"):
        assert secret not in page
    assert "no-store" in response["Cache-Control"]


def test_names_and_words_only_when_the_asker_wants_them(client: Client) -> None:
    network = kempen()
    chosen_now = words_of(look(client, asked(network), full="yes"))
    chosen_before = words_of(look(client, asked(network, show_topic_on_status=True)))
    for page in (chosen_now, chosen_before):
        assert network.counter.name in page
        assert "ruzie" in page


def test_a_hand_over_without_an_answer_is_told(client: Client) -> None:
    network = kempen()
    request = asked(network)
    ask_handover(
        request=request,
        to_desk=network.team,
        words="",
        worker=network.nele,
        by=acting(network.nele),
        at=MONDAY,
    )
    plain, full = words_of(look(client, request)), words_of(look(client, request, full="yes"))
    assert "gevraagd aan een andere dienst, nog geen antwoord" in plain
    assert f"gevraagd aan {network.team.name}, nog geen antwoord" in full


def test_a_question_that_moved_is_told_once_where_it_went(client: Client) -> None:
    network = kempen()
    request = asked(network)
    handover = ask_handover(
        request=request,
        to_desk=network.team,
        words="",
        worker=network.nele,
        by=acting(network.nele),
        at=MONDAY,
    )
    accept_handover(handover=handover, worker=network.lotte, by=acting(network.lotte), at=LATER)
    plain = words_of(look(client, request))
    assert plain.count("Je vraag lag bij een dienst in je buurt.") == 1
    assert "De andere dienst nam je vraag over." in plain


def test_reading_is_journalled(client: Client) -> None:
    look(client, asked(kempen()))
    assert JournalEntry.objects.filter(verb="read").count() == 1


def test_unknown_and_revoked_get_the_same_answer(client: Client) -> None:
    request = asked(kempen())
    look(client, request, deed="revoke")
    revoked, unknown = look(client, request), look(client, "AAAA-BBBB-CCCC")
    assert revoked.status_code == unknown.status_code == 422
    assert "vinden we niets" in words_of(revoked)
    mask = status_code_of(request)
    assert _bare(revoked, mask) == _bare(unknown, "AAAA-BBBB-CCCC")


def test_an_answer_that_is_none_reopens_with_words(client: Client) -> None:
    network = kempen()
    request = asked(network)
    _advised(network, request)
    assert "spreekuur" not in words_of(look(client, request))
    assert "spreekuur" in words_of(look(client, request, full="yes"))
    empty = look(client, request, full="yes", deed="dispute", words=" ")
    assert empty.status_code == 422
    look(client, request, full="yes", deed="dispute", words="Ik kan overdag niet komen.")
    request.refresh_from_db()
    assert request.state == "asked"
    assert request.answers.get().dispute_words == "Ik kan overdag niet komen."


def test_the_family_says_that_it_was_agreed(client: Client) -> None:
    network = kempen()
    request = asked(network)
    _offered(network, request)
    look(client, request, full="yes", deed="confirm")
    request.refresh_from_db()
    assert request.state == "answered"
    again = look(client, request, full="yes", deed="confirm")
    assert "er is intussen iets veranderd" in words_of(again)


def test_the_asker_withdraws_and_twice_is_no_harm(client: Client) -> None:
    request = asked(kempen())
    look(client, request, deed="withdraw")
    request.refresh_from_db()
    assert request.state == "withdrawn"
    assert look(client, request, deed="withdraw").status_code == 200


def test_an_invented_deed_only_looks(client: Client) -> None:
    request = asked(kempen())
    assert look(client, request, deed="burn").status_code == 200
    request.refresh_from_db()
    assert request.state == "asked"


def test_too_many_wrong_codes_close_the_door_for_a_while(client: Client) -> None:
    request = asked(kempen())
    for _ in range(number_at("code_tries_per_hour", LATER)):
        assert look(client, "AAAA-BBBB-CCCC").status_code == 422
    assert look(client, "AAAA-BBBB-CCCC").status_code == 429
    assert look(client, request).status_code == 429
    with time_machine.travel(LATER + timedelta(hours=1), tick=False):
        assert look(client, request).status_code == 200


def _bare(response: object, typed: str) -> str:
    page = words_of(response).replace(typed, "CODE")
    start = page.index("<main")
    head, token, rest = page[start:].partition('name="csrfmiddlewaretoken" value="')
    return head + token + rest.partition('"')[2]
