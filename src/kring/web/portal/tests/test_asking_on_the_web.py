"""Anybody asks on the web: three questions, no account, no name needed."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from tests.cast import MONDAY

from kring.registry.people.models import ContactChannel, Person
from kring.support.requests.models import Request
from kring.web.portal.tests.at_the_portal import fill_in, network_with_fallback, words_of

pytestmark = pytest.mark.django_db


def test_danger_stands_above_the_first_question(client: Client) -> None:
    page = words_of(client.get("/vraag"))
    first = page.index('name="words"')
    for number in ("tel:112", "tel:1712", "tel:102", "crisismeldpunt"):
        assert page.index(number) < first


def test_a_crisis_desk_with_a_number_is_named(client: Client) -> None:
    network = network_with_fallback()
    network.outside.__class__.objects.filter(pk=network.outside.pk).update(kind="crisis", phone="014 1")
    page = words_of(client.get("/vraag"))
    assert "tel:014 1" in page
    assert page.count('class="dial') == 4


def test_many_crisis_desks_are_folded_so_that_the_first_question_stays_in_sight(client: Client) -> None:
    network = network_with_fallback()
    desks = (network.outside, network.team)
    for number, desk in enumerate(desks, start=1):
        type(desk).objects.filter(pk=desk.pk).update(kind="crisis", phone=f"014 {number}")
    page = words_of(client.get("/vraag"))
    assert page.index('class="fold"') < page.index("tel:014 1") < page.index("tel:014 2")
    assert page.index("tel:1712") < page.index('class="fold"')


def test_danger_stands_at_the_head_of_the_first_page_too(client: Client) -> None:
    page = words_of(client.get("/welkom"))
    assert page.index("tel:112") < page.index("Ik heb een vraag")


def test_a_nameless_question_lies_on_the_desk_of_the_place(client: Client) -> None:
    network = network_with_fallback()
    assert fill_in(client, municipality="2440").status_code == 302
    asked = Request.objects.get()
    assert asked.desk == network.counter
    assert asked.asker is None
    assert not Person.objects.exists()


def test_without_a_place_it_lies_on_the_fallback_desk(client: Client) -> None:
    network = network_with_fallback()
    fill_in(client)
    assert Request.objects.get().desk == network.team


def test_a_nickname_and_a_safe_way_go_with_it(client: Client) -> None:
    network_with_fallback()
    fill_in(client, name="Fien", reach="0470 12 34 56", hours="na 9 uur", who="young_person")
    asked = Request.objects.get()
    assert asked.asker_kind == "young_person"
    assert asked.asker is not None
    channel = ContactChannel.objects.get(person=asked.asker)
    assert (channel.kind, channel.value, channel.hours) == ("phone", "+32470123456", "na 9 uur")


@time_machine.travel(MONDAY, tick=False)
def test_the_next_page_names_desk_code_and_last_day(client: Client) -> None:
    network = network_with_fallback()
    page = words_of(client.get(fill_in(client, municipality="Geel").url))
    assert network.counter.name in page
    assert "woensdag 2 december" in page
    assert "Schrijf deze code op of neem een foto" in page


@pytest.mark.parametrize("safe", ["no", "unknown"])
@time_machine.travel(MONDAY, tick=False)
def test_not_safe_at_home_is_due_the_same_day(client: Client, safe: str) -> None:
    network_with_fallback()
    page = words_of(client.get(fill_in(client, home_safe=safe).url))
    assert Request.objects.get().next_due_at < Request.objects.get().answer_due_at
    assert "We lezen je vraag vandaag nog." in page


def test_not_safe_in_the_weekend_names_the_first_working_day(client: Client) -> None:
    network_with_fallback()
    with time_machine.travel(MONDAY + timedelta(days=5), tick=False):
        page = words_of(client.get(fill_in(client, home_safe="no").url))
    assert "We lezen je vraag op maandag 9 november." in page


def test_sent_twice_it_is_one_question(client: Client) -> None:
    network_with_fallback()
    submission = str(uuid4())
    first = fill_in(client, submission=submission, name="Fien")
    second = fill_in(client, submission=submission, name="Fien")
    assert first.url == second.url
    assert Request.objects.count() == 1
    assert Person.objects.count() == 1


def test_the_code_leaves_the_screen_after_a_quarter(client: Client) -> None:
    network_with_fallback()
    with time_machine.travel(MONDAY, tick=False) as clock:
        url = fill_in(client).url
        assert client.get(url).status_code == 200
        clock.shift(60 * 16)
        assert client.get(url).status_code == 302


def test_the_code_leaves_the_screen_when_asked(client: Client) -> None:
    network_with_fallback()
    url = fill_in(client).url
    client.post("/vraag/klaar")
    assert client.get(url).status_code == 302
