"""So many different people an hour: past it the page is not shown, and the officer hears of it."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from tests.cast import MONDAY, Network, PeetersElAmrani, kempen, peeters_el_amrani

from kring.foundation.accounts.models import SharedValue
from kring.foundation.deadlines.models import Term
from kring.foundation.journal.models import JournalEntry, JournalSubject
from kring.foundation.outbox.models import Message
from kring.trust.access.caps import (
    COPIES,
    LOOKS,
    TooManyPeople,
    count_people,
    tell_of_caps,
)
from kring.trust.access.tests.a_glass import kept_by, officer

pytestmark = pytest.mark.django_db


@pytest.fixture
def network() -> Network:
    with time_machine.travel(MONDAY, tick=False):
        yield kempen()


@pytest.fixture
def home(network: Network) -> PeetersElAmrani:
    made = peeters_el_amrani()
    kept_by(made, network.bram)
    return made


def lotte_sees(network: Network, home: PeetersElAmrani) -> tuple[Client, str]:
    client = Client()
    assert network.bram.account is not None
    client.force_login(network.bram.account)
    return client, f"/gezinnen/{home.family.key}/"


def test_each_counts_once_an_hour() -> None:
    Term.objects.filter(code=LOOKS).update(value="3")
    people = [uuid4() for _ in range(4)]
    for _ in range(5):
        count_people(LOOKS, 1, people[:3], MONDAY)
    with pytest.raises(TooManyPeople):
        count_people(LOOKS, 1, people[3:], MONDAY)
    count_people(LOOKS, 1, people[:2], MONDAY)
    count_people(LOOKS, 2, people[3:], MONDAY)
    count_people(LOOKS, 1, people[3:], MONDAY + timedelta(hours=1))


def test_copies_have_a_cap_of_their_own() -> None:
    count_people(COPIES, 1, [uuid4() for _ in range(200)], MONDAY)
    count_people(LOOKS, 1, [uuid4()], MONDAY)
    with pytest.raises(TooManyPeople):
        count_people(COPIES, 1, [uuid4()], MONDAY)


def test_past_the_cap_the_page_is_not_shown_and_nobody_was_seen(
    network: Network, home: PeetersElAmrani
) -> None:
    bram, page = lotte_sees(network, home)
    Term.objects.filter(code=LOOKS).update(value="2")
    answer = bram.get(page)
    assert answer.status_code == 429
    assert "heel veel verschillende mensen" in answer.text
    assert "Amrani" not in answer.text
    assert not JournalEntry.objects.filter(verb="read").exists()
    assert JournalEntry.objects.filter(verb="access.look_capped").count() == 1
    assert not JournalSubject.objects.filter(subject_key=home.sofia.key, entry__verb="read").exists()
    Term.objects.filter(code=LOOKS).update(value="3")
    assert bram.get(page).status_code == 200


def test_what_was_open_can_be_read_on(network: Network, home: PeetersElAmrani) -> None:
    bram, page = lotte_sees(network, home)
    assert bram.get(page).status_code == 200
    Term.objects.filter(code=LOOKS).update(value="1")
    assert bram.get(page).status_code == 200


def test_the_officer_is_told_once_an_hour(network: Network, home: PeetersElAmrani) -> None:
    greet = officer(network)
    bram, page = lotte_sees(network, home)
    Term.objects.filter(code=LOOKS).update(value="1")
    for _ in range(3):
        bram.get(page)
        tell_of_caps(at=MONDAY)
    told = Message.objects.filter(text="access.look_cap")
    assert list(told.values_list("recipient_key", flat=True)) == [greet.key]
    assert not SharedValue.objects.filter(name__startswith="look-cap:").exists()
