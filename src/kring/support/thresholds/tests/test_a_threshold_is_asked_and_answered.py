"""A threshold goes from hand to hand by its table: logged, asked, answered, gone or not."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from tests.cast import MONDAY, Network, acting, kempen

from kring.foundation.outbox.models import Message
from kring.foundation.workflow.transitions import CannotMove
from kring.support.thresholds.actions import answer_threshold, settle_threshold
from kring.support.thresholds.models import Threshold
from kring.support.thresholds.tests.logging import ASKED, logged

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(days=2)


@pytest.fixture
def network() -> Network:
    return kempen()


def _answer(network: Network, one: Threshold, words: str = "Ja, vanaf januari.") -> None:
    bram = network.bram
    answer_threshold(threshold=one, words=words, worker=bram, by=acting(bram), at=LATER)


def test_the_whole_way(network: Network) -> None:
    one = logged(network, words_sent=ASKED)
    assert (one.state, one.region, one.asked_at) == ("asked", network.region, MONDAY)
    _answer(network, one)
    settle_threshold(threshold=one, removed=True, by=acting(network.nele), at=LATER)
    one.refresh_from_db()
    assert (one.state, one.answered_by, one.settled_at) == ("removed", network.bram, LATER)


def test_each_end_hears_of_it_in_a_neutral_message(network: Network) -> None:
    one = logged(network, words_sent=ASKED)
    _answer(network, one)
    sent = set(Message.objects.order_by("pk").values_list("text", "recipient_key"))
    told = {("threshold_asked", network.outside.key), ("threshold_answered", network.nele.key)}
    assert sent == told


def test_without_words_nothing_is_asked_yet(network: Network) -> None:
    one = logged(network)
    assert (one.state, Message.objects.count()) == ("logged", 0)
    with pytest.raises(CannotMove):
        _answer(network, one)


def test_it_is_answered_once(network: Network) -> None:
    one = logged(network, words_sent=ASKED)
    _answer(network, one)
    with pytest.raises(CannotMove):
        _answer(network, one, "Nee.")
    assert Threshold.objects.get().answer_words == "Ja, vanaf januari."


def test_sent_twice_it_is_one(network: Network) -> None:
    key = uuid4()
    assert logged(network, key=key).pk == logged(network, key=key).pk


def test_a_kind_is_of_the_list(network: Network) -> None:
    with pytest.raises(ValidationError):
        logged(network, kind="verzonnen")
